import { viaOf, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { secretHash } from './secrets.ts';
import { SessionEntity } from './session.entity.ts';

/**
 * 退出登录 (M005): the cookie opens nothing any more. Signing out twice is signing out; a cookie that opened nothing writes nothing, for
 * strangers could fill the audit chain with it.
 */
export async function endSession(deps: Deps, actor: Actor, sessionId: string): Promise<void> {
  const where = { idHash: secretHash(sessionId) };
  const session = await deps.orm.em.fork().findOne(SessionEntity, where);
  if (!session) return;
  await mutate(deps, actor, { action: 'sign-out' }, async (change) => {
    await change.em.nativeDelete(SessionEntity, where);
    change.record({ subject: session.accountId });
  });
}

/** 退出所有设备: every session of the account ends, the one that asks too. Programs go on, and may not ask for it (0042). */
export async function endAllSessions(deps: Deps, by: Actor): Promise<void> {
  if (by.kind === 'nobody') throw problem('auth.required');
  if (!('accountId' in by)) throw problem('auth.forbidden');
  if (viaOf(by)) throw problem('auth.program-not-allowed');
  const { accountId } = by;
  await mutate(deps, by, { action: 'sign-out.everywhere' }, async (change) => {
    const sessions = await change.em.nativeDelete(SessionEntity, { accountId });
    change.record({ subject: accountId, data: { sessions } });
  });
}
