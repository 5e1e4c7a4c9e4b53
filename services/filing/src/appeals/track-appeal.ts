import type { TrackedAppeal } from '@beian/contracts/appeals.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity, ApplicationVersion, TimelineEntity } from '../applications/application.entity.ts';
import { timelineOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { determinationOf } from './determination.rules.ts';
import { trackedBy } from './lodge-public-appeal.ts';
import { PublicAppealEntity } from './public-appeal.entity.ts';

/** How far an appeal without sign-in is and how it was answered, for whoever has its tracking code. It names nobody; an unknown code is `not-found`. */
export async function trackAppeal(deps: Deps, trackingCode: string): Promise<TrackedAppeal> {
  const em = deps.orm.em.fork();
  const tracked = await em.findOne(PublicAppealEntity, trackedBy(deps, trackingCode));
  if (!tracked) throw problem('not-found');
  const of = { applicationId: tracked.applicationId };
  const application = await em.findOneOrFail(ApplicationEntity, { id: tracked.applicationId });
  const { appeal } = await em.findOneOrFail(ApplicationVersion, { ...of, number: application.version });
  const decisions = await em.find(DecisionEntity, of, { orderBy: { id: 'asc' } });
  const timeline = await em.find(TimelineEntity, of, { orderBy: { id: 'asc' } });
  const determination = determinationOf(application, decisions);
  return {
    number: application.number,
    ground: appeal?.ground ?? 'other',
    status: application.status,
    organ: { code: application.organCode, name: application.organName },
    submittedAt: application.submittedAt.toISOString(),
    updatedAt: application.updatedAt.toISOString(),
    timeline: timeline.map(timelineOf).map(({ version: _, ...entry }) => entry),
    ...(determination ? { determination } : {}),
    claimable: tracked.granted && !tracked.claimedBy,
  };
}
