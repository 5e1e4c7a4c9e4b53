import { setTimeout as sleep } from 'node:timers/promises';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import type { ApplicationKind, ApplicationStatus, ReviewStage } from '@beian/contracts/vocabulary.ts';
import type { Cast } from '../cast.ts';
import type { Ledger } from '../ledger.ts';
import { outcomeOf } from '../outcomes.ts';
import type { PatientSession } from '../patient-session.ts';
import type { Filer } from '../plan.ts';

/** Where a case is played: who takes part, and what it has come to so far. */
export type Stage = {
  seed: number;
  name: string;
  cast: Cast;
  ledger: Ledger;
  unitOf: (filer: Filer) => string;
  /** Who holds the filings of the case now. */
  holder: Filer;
  /** Filings of the case, the newest last. */
  filings: string[];
  reviewer: PatientSession;
};

export const otherOf = (filer: Filer): Filer => (filer === 'lina' ? 'zhangwei' : 'lina');
/** The filing that the case is about. */
export const filingOf = ({ filings }: Stage): string => filings.at(-1) ?? '';

const pollMs = 400;
/** Longer than any outage of a run: what has not come by then is stuck. */
const patienceMs = 420_000;

/** Asks until the answer holds. */
export async function until<T>(what: string, ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const late = Date.now() + patienceMs;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > late) throw new Error(`stuck: ${what}`);
    await sleep(pollMs);
  }
}

/** Submits an application; from its 201 on the platform owes its outcome. */
export async function submit(
  stage: Stage,
  filer: Filer,
  way: string,
  body: { kind: ApplicationKind } & Record<string, unknown>,
): Promise<ApplicationSummary> {
  const { kind } = body;
  const expected = outcomeOf(kind, way);
  const application = await stage.cast.filers[filer].post<ApplicationSummary>('/api/applications', body);
  const { id, number } = application;
  stage.ledger.accepted.push({ id, number, kind, way, expected, part: false });
  return application;
}

export const untilStatus = (
  { cast }: Stage,
  filer: Filer,
  { id, number }: { id: string; number: string },
  status: ApplicationStatus,
): Promise<Application> =>
  until(
    `${number} is not ${status}`,
    () => cast.filers[filer].get<Application>(`/api/applications/${id}`),
    (application) => application.status === status,
  );

/** The organ's staff finds the task of a stage, claims it and decides it. */
export async function decideOn(
  staff: PatientSession,
  { number }: { number: string },
  stage: ReviewStage,
  decision: Record<string, unknown>,
): Promise<void> {
  const awaits = (task: ReviewTask) =>
    task.applicationNumber === number && task.stage === stage && ['open', 'claimed'].includes(task.status);
  const find = async () =>
    (await staff.get<{ items: ReviewTask[] }>(`/api/review/tasks?q=${number}`)).items.find(awaits);
  const task = await until(`${number} has no ${stage} review`, find, (found) => found !== undefined);
  await staff.post(`/api/review/tasks/${task?.id}/claim`);
  await staff.post(`/api/review/tasks/${task?.id}/decision`, decision);
}

/** Takes an application back. */
export const withdraw = ({ cast }: Stage, filer: Filer, { id }: { id: string }): Promise<unknown> =>
  cast.filers[filer].post(`/api/applications/${id}/withdrawal`, { reason: '不再需要' });

export const approval = { outcome: 'approve', opinion: '情况属实，予以通过。' };
export const rejection = { outcome: 'reject', reasonCode: 'other', opinion: '情况不符，不予通过。' };

/** The filer takes an application back while it is under review, and it ends so. */
export async function withdrawInReview(stage: Stage, filer: Filer, application: ApplicationSummary): Promise<void> {
  await untilStatus(stage, filer, application, 'in_review');
  await withdraw(stage, filer, application);
  await untilStatus(stage, filer, application, 'withdrawn');
}

/** The first review rejects it, and it ends so. */
export async function rejectInReview(stage: Stage, filer: Filer, application: ApplicationSummary): Promise<void> {
  await decideOn(stage.reviewer, application, 'first', rejection);
  await untilStatus(stage, filer, application, 'rejected');
}

/** The first review returns it for one field, and the filer corrects that. */
export async function returnAndCorrect(
  stage: Stage,
  filer: Filer,
  application: ApplicationSummary,
  { field, corrected }: { field: string; corrected: Record<string, unknown> },
): Promise<void> {
  const notice = [{ field, problem: '填写有误', advice: '请按实际情况填写' }];
  await decideOn(stage.reviewer, application, 'first', { outcome: 'return', opinion: '请补正。', notice });
  const { version } = await untilStatus(stage, filer, application, 'returned');
  const body = { baseVersion: version, ...corrected, truthful: true };
  await stage.cast.filers[filer].post(`/api/applications/${application.id}/resubmission`, body);
}
