import type { NoticeEntry } from '@beian/contracts/applications.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { ApplicationEntity, ApplicationVersion } from './application.entity.ts';
import { ownApplication } from './own-application.ts';

export const notOpen = (status: ApplicationEntity['status']) =>
  problem('application.not-open', { params: { status: applicationStatusLabels[status] } });

/** Throws `application.not-open`, or `application.version-stale` when the filer saw another version. */
export function mustBeReturned(application: ApplicationEntity, baseVersion: number): void {
  if (application.status !== 'returned') throw notOpen(application.status);
  if (application.version !== baseVersion) throw problem('application.version-stale');
}

/** An application that waits for its correction, with the version that was returned and the notice. Others' are `not-found`. */
export async function returnedApplication(deps: Deps, by: Actor, id: string, baseVersion: number) {
  const { actor, where } = ownApplication(by, id);
  const em = deps.orm.em.fork();
  const application = await em.findOne(ApplicationEntity, where);
  if (!application) throw problem('not-found');
  mustBeReturned(application, baseVersion);
  const before = await em.findOneOrFail(ApplicationVersion, { applicationId: id, number: application.version });
  const decision = await em.findOneOrFail(
    DecisionEntity,
    { applicationId: id, outcome: 'return', appliedAt: { $ne: null } },
    { orderBy: { id: 'desc' } },
  );
  const notice: readonly NoticeEntry[] = decision.notice;
  return { actor, where, application, before, notice };
}
