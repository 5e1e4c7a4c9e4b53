import type { EmailVerification, NotificationSettings } from '@beian/contracts/notifications.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { MailSettingEntity } from './mail-setting.entity.ts';
import { presentSettings } from './read-settings.ts';
import { isCodeOf } from './verification-code.ts';

const maxTries = 5;

type Outcome = { verified: true; settings: NotificationSettings } | { verified: false; left: number };

/**
 * Verifies the address by the code that was sent to it. A wrong code is 422 `email.code-wrong` with the tries that are left, an old or
 * tried out one `email.code-void`; `email.nothing-to-verify` when no code was sent.
 */
export async function verifyEmail(deps: Deps, by: Actor, { code }: EmailVerification): Promise<NotificationSettings> {
  const { accountId } = requireFiler(by);
  const known = await deps.orm.em.fork().findOne(MailSettingEntity, { accountId });
  if (!known) throw problem('email.nothing-to-verify');
  // A wrong try counts: it is committed before it is refused.
  const outcome = await mutate(deps, by, { action: 'email.verify' }, async (change): Promise<Outcome> => {
    const setting = await change.lock(MailSettingEntity, { accountId });
    const { verificationId, codeExpiresAt } = setting;
    if (!verificationId || setting.verifiedAt) throw problem('email.nothing-to-verify');
    if (!codeExpiresAt || codeExpiresAt <= change.now || setting.codeTries >= maxTries) {
      throw fieldProblem(['code'], 'email.code-void');
    }
    const right = isCodeOf(deps.sealer, verificationId, code);
    change.record({ subject: accountId, data: { right } });
    if (!right) {
      setting.codeTries += 1;
      return { verified: false, left: maxTries - setting.codeTries };
    }
    Object.assign(setting, { verifiedAt: change.now, verificationId: null, codeExpiresAt: null });
    return { verified: true, settings: presentSettings(deps, setting) };
  });
  if (outcome.verified) return outcome.settings;
  throw outcome.left > 0
    ? fieldProblem(['code'], 'email.code-wrong', { left: outcome.left })
    : fieldProblem(['code'], 'email.code-void');
}
