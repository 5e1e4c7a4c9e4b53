import type { NoticeEntry } from '@beian/contracts/applications.ts';
import type { CorrectableField } from '@beian/contracts/correctable-fields.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { type ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { correctedInFilings } from '../changes/change-in-review.ts';
import type { Deps } from '../deps.ts';
import { lateFields } from './late-citations.rules.ts';
import { DecisionEntity, type ReviewTaskEntity } from './review.entity.ts';
import { versionDiff } from './version-diff.ts';

type Reviewed = { application: ApplicationEntity; task: ReviewTaskEntity };

/** The fields that the task's reviewer can cite only with a reason; none before the first return. */
export async function lateFieldsOf(
  deps: Pick<Deps, 'sealer'>,
  em: SqlEntityManager,
  { application, task }: Reviewed,
): Promise<CorrectableField[]> {
  const { id: applicationId, kind } = application;
  const returned = {
    applicationId,
    outcome: 'return',
    appliedAt: { $ne: null },
    version: { $lt: task.version },
  } as const;
  const last = await em.findOne(DecisionEntity, returned, { orderBy: { id: 'desc' } });
  if (!last) return [];
  const number = { $in: [last.version, task.version] };
  const [before, after] = await em.find(ApplicationVersion, { applicationId, number }, { orderBy: { number: 'asc' } });
  if (!before || !after)
    throw new Error(`versions ${last.version} and ${task.version} of ${applicationId} are not there`);
  const changed = versionDiff(deps, [before, after], () => '').map((line) => line.field);
  const inFilings = kind === 'change' ? await correctedInFilings(deps, em, { before, after }) : [];
  return lateFields(kind, last.notice, [...changed, ...inFilings]);
}

/** How many entries of a notice come late (N3). Each of them needs its reason: `notice.late-reason-required` at its entry. */
export async function countLateCitations(
  deps: Pick<Deps, 'sealer'>,
  em: SqlEntityManager,
  reviewed: Reviewed,
  notice: readonly NoticeEntry[],
): Promise<number> {
  if (notice.length === 0) return 0;
  const late = await lateFieldsOf(deps, em, reviewed);
  const errors = notice.flatMap(({ field, lateReason }, i) =>
    late.includes(field) && !lateReason
      ? [{ path: ['notice', i, 'lateReason'], code: 'notice.late-reason-required' }]
      : [],
  );
  if (errors.length > 0) throw problem('request.invalid', { errors });
  return notice.filter(({ field }) => late.includes(field)).length;
}
