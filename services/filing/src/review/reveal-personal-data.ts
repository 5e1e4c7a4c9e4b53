import type { RevealedPersonalData } from '@beian/contracts/review.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { recordRead } from '@beian/service-kit/record-read.ts';
import { inHandsOf } from '../absences/cover.ts';
import { appealOf } from '../appeals/appeal-version.ts';
import { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { personalOf } from '../applications/present-application.ts';
import { filingsOfChange } from '../changes/read-change.ts';
import type { Deps } from '../deps.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { requireDecider, ownScope } from './task-scope.ts';

/**
 * Names and phone in full, of a change those of every filing, for a stated purpose (个人信息保护法 art. 6). The read is on the audit chain
 * before the answer leaves. For the organ that has the application: one that handed it on has no purpose left, and it is `not-found`.
 */
export async function revealPersonalData(
  deps: Deps,
  { actor, requestId }: { actor: Actor; requestId: string },
  taskId: string,
  purpose: string,
): Promise<RevealedPersonalData> {
  const staff = requireDecider(actor);
  const em = deps.orm.em.fork();
  const task = await em.findOne(ReviewTaskEntity, { id: taskId, ...ownScope(staff) });
  const theirs = task && { id: task.applicationId, organCode: staff.organ.code };
  if (!theirs || (await em.count(ApplicationEntity, theirs)) === 0) throw problem('not-found');
  const where = { applicationId: task.applicationId, number: task.version };
  const version = await em.findOneOrFail(ApplicationVersion, where);
  const { actedFor } = await inHandsOf(em, staff, task, deps.clock.now());
  await recordRead(deps, staff, {
    action: 'personal-data.read',
    subject: task.applicationId,
    purpose,
    data: { taskId, actedFor },
    requestId,
  });
  const appeal = appealOf(deps, version);
  if (appeal) {
    const { contactName, contactPhone } = appeal;
    return { ...(contactName ? { contactName } : {}), ...(contactPhone ? { contactPhone } : {}) };
  }
  const filings = await filingsOfChange(deps, em, [version]);
  return {
    ...personalOf(deps, version),
    ...(filings.length > 0
      ? { filings: filings.map(({ filingNumber, after }) => ({ filingNumber, ...after.personal })) }
      : {}),
  };
}
