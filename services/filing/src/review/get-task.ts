import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { FieldDiff, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { coveredBy } from '../absences/cover.ts';
import { maskAppeal } from '../appeals/appeal-content.rules.ts';
import { appealOf } from '../appeals/appeal-version.ts';
import { disputedFiling } from '../appeals/disputed-filing.ts';
import { ApplicationEntity, ApplicationVersion, TimelineEntity } from '../applications/application.entity.ts';
import { outcomeOf, timelineOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { compareDevices } from './compare-devices.ts';
import { lateFieldsOf } from './late-citations.ts';
import { allowedOn, presentTask } from './present-task.ts';
import { DecisionEntity, ReviewNoteEntity, ReviewTaskEntity } from './review.entity.ts';
import { requireReviewer, scopeOf } from './task-scope.ts';
import { sideOf, versionDiff } from './version-diff.ts';

/** Rows of the device table shown at once; the table itself is among the documents. */
const shownDevices = 500;

/** The review screen (I07): what was filed, with people masked; files, devices, what changed, earlier reviews, notes. */
export async function getTask(deps: Deps, by: Actor, id: string): Promise<ReviewTaskDetail> {
  const staff = requireReviewer(by);
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const task = await em.findOne(ReviewTaskEntity, { id, ...scopeOf(staff) });
  if (!task) throw problem('not-found');
  const of = { applicationId: task.applicationId };
  const application = await em.findOneOrFail(ApplicationEntity, { id: task.applicationId });
  const versions = await em.find(
    ApplicationVersion,
    { ...of, number: { $in: [task.version - 1, task.version] } },
    { orderBy: { number: 'asc' } },
  );
  const version = versions.at(-1);
  if (!version) throw new Error(`task ${id} reviews version ${task.version}, which does not exist`);
  const before = versions.length > 1 ? versions[0] : undefined;
  const decisions = await em.find(DecisionEntity, of, { orderBy: { id: 'asc' } });
  const timeline = await em.find(TimelineEntity, of, { orderBy: { id: 'asc' } });
  const notes = await em.find(ReviewNoteEntity, of, { orderBy: { id: 'asc' } });
  const viewing = { staff, now, covers: await coveredBy(em, staff, now) };
  const documents = await documentsOf(deps, before ? [before, version] : [version]);
  return {
    ...presentTask(task, application, viewing),
    application: {
      id: application.id,
      number: application.number,
      status: application.status,
      version: task.version,
      submittedAt: application.submittedAt.toISOString(),
      filerKind: application.filerKind,
      ...(version.explanation ? { explanation: version.explanation } : {}),
    },
    ...(await matterOf(deps, em, version)),
    documents: documents.filter((document) => version.documentIds.includes(document.id)),
    devices: await devicesOf(em, version.id),
    diff: before ? diffOf(deps, before, version, documents) : [],
    ...(await compareDevices(em, application, { before, version })),
    previousReviews: decisions.filter((decision) => decision.reviewTaskId !== id).map(outcomeOf),
    timeline: timeline.map(timelineOf),
    notes: notes.map(({ at, staffNo, text }) => ({ at: at.toISOString(), staffNo, text })),
    lateFields: await lateFieldsOf(deps, em, { application, task }),
    allowed: allowedOn(task, viewing),
  };
}

/** What the review is about, people masked: unit and system, or an appeal and the filing that it disputes. */
async function matterOf(
  deps: Deps,
  em: SqlEntityManager,
  version: ApplicationVersion,
): Promise<Pick<ReviewTaskDetail, 'content' | 'appeal' | 'disputed'>> {
  const appeal = appealOf(deps, version);
  if (!appeal) return { content: sideOf(deps, version).masked };
  const disputed = await disputedFiling(em, version.applicationId);
  return { appeal: maskAppeal(appeal), ...(disputed ? { disputed } : {}) };
}

function diffOf(
  deps: Deps,
  before: ApplicationVersion,
  after: ApplicationVersion,
  documents: StoredDocument[],
): FieldDiff[] {
  const nameOf = (documentId: string) => documents.find((document) => document.id === documentId)?.name ?? '–';
  return versionDiff(deps, [before, after], nameOf);
}

// With this service's own token: the files are the filer's, and who may see the task may see them.
async function documentsOf(deps: Deps, versions: ApplicationVersion[]): Promise<StoredDocument[]> {
  const ids = [...new Set(versions.flatMap((version) => version.documentIds))];
  return deps.documents.find(ids, await deps.ownToken());
}

async function devicesOf(em: SqlEntityManager, versionId: string): Promise<ReviewTaskDetail['devices']> {
  const rows = await em.execute<{ row: DeviceRow; total: string }[]>(
    `select row, count(*) over () as total from application_device
     where application_version_id = ? order by serial limit ?`,
    [versionId, shownDevices],
  );
  return { total: Number(rows[0]?.total ?? 0), rows: rows.map((one) => one.row) };
}
