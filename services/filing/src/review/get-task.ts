import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { FieldDiff } from '@beian/contracts/field-diff.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { coveredBy } from '../absences/cover.ts';
import { maskAppeal } from '../appeals/appeal-content.rules.ts';
import { appealOf } from '../appeals/appeal-version.ts';
import { disputedFiling } from '../appeals/disputed-filing.ts';
import { ApplicationEntity, ApplicationVersion, TimelineEntity } from '../applications/application.entity.ts';
import { outcomeOf, timelineOf } from '../applications/present-application.ts';
import { reviewedFilings } from '../changes/change-in-review.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import type { Deps } from '../deps.ts';
import { workflowPage } from '../operations/workflow-runs.ts';
import { compareDevices } from './compare-devices.ts';
import { lateFieldsOf } from './late-citations.ts';
import { precheckVersion } from './precheck-version.ts';
import { suspensionsOf } from './present-suspensions.ts';
import { allowedOn, presentTask } from './present-task.ts';
import { DecisionEntity, ReviewNoteEntity } from './review.entity.ts';
import { daysToResume } from './suspension.rules.ts';
import { requireReviewer, visibleTask } from './task-scope.ts';
import { sideOf, versionDiff } from './version-diff.ts';

/** Rows of the device table shown at once; the table itself is among the documents. */
const shownDevices = 500;

/**
 * The review screen (I07): what was filed, with people masked; files, devices, what changed, earlier reviews, notes. An organ that only
 * reads along sees the same without the notes, and may do nothing (G8).
 */
export async function getTask(deps: Deps, by: Actor, id: string): Promise<ReviewTaskDetail> {
  const staff = requireReviewer(by);
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const { task, observed } = await visibleTask(em, staff, id);
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
  const viewing = { staff, now, covers: await coveredBy(em, staff, now), observed };
  const suspensions = await suspensionsOf(em, task.applicationId);
  // An organ that handed the application on reads what was noted until then.
  const until = application.organCode === task.organCode ? undefined : task.closedAt;
  const isTheirs = ({ at }: ReviewNoteEntity) => !observed && (!until || at <= until);
  const allowed = allowedOn(task, viewing, suspensions.filter(({ stage }) => stage === task.stage).length);
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
    ...workflowOf(deps, staff, task.applicationId),
    ...(await matterOf(deps, em, version)),
    documents: documents.filter((document) => version.documentIds.includes(document.id)),
    devices: await devicesOf(em, version),
    ...(application.kind === 'registration' ? { precheck: await precheckVersion(em, application, version) } : {}),
    diff: before ? diffOf(deps, before, version, documents) : [],
    ...(await compareDevices(em, application, { before, version })),
    ...(application.kind === 'change'
      ? { filings: await reviewedFilings(deps, em, application, { version, before, documents }) }
      : {}),
    previousReviews: decisions.filter((decision) => decision.reviewTaskId !== id).map(outcomeOf),
    suspensions,
    ...(allowed.includes('suspend')
      ? { resumeWithin: daysToResume(now, deps.policy.suspension.longest, await readCalendar(em)) }
      : {}),
    timeline: timeline.map(timelineOf),
    notes: notes.filter(isTheirs).map(({ at, staffNo, text }) => ({ at: at.toISOString(), staffNo, text })),
    lateFields: await lateFieldsOf(deps, em, { application, task }),
    allowed,
  };
}

// The history of a workflow is for who runs the platform, not for who decides (I43).
function workflowOf(deps: Deps, staff: Staff, applicationId: string): Pick<ReviewTaskDetail, 'workflowUrl'> {
  const workflowUrl = staff.roles.includes('operator') ? workflowPage(deps, applicationId) : undefined;
  return workflowUrl === undefined ? {} : { workflowUrl };
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

// Of a change with several tables those of its first filing; what changes in each is told filing by filing.
async function devicesOf(
  em: SqlEntityManager,
  { id, content }: ApplicationVersion,
): Promise<ReviewTaskDetail['devices']> {
  const rows = await em.execute<{ row: DeviceRow; total: string }[]>(
    `select row, count(*) over () as total from application_device
     where application_version_id = ? and (document_id is null or document_id = ?) order by serial limit ?`,
    [id, content?.system.deviceTableId ?? null, shownDevices],
  );
  return { total: Number(rows[0]?.total ?? 0), rows: rows.map((one) => one.row) };
}
