import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import type { DocumentKind } from '@beian/contracts/vocabulary.ts';
import { defaultPolicy, type Policy, type ReviewCause, type Span } from '@beian/contracts/workflows.ts';
import type { Actor, Filer, Staff } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { bearer } from './actors.ts';
import type { TestPlatform } from './platform.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../../../e2e/fixtures/${name}`, import.meta.url));
export const files = {
  pdf: fixture('授权书.pdf'),
  deviceTable: fixture('设备信息表.xlsx'),
  wrongDeviceTable: fixture('设备信息表-有错误.xlsx'),
};

/** People that the tests' applications name: what must be found in no event and no history. */
export const named = { headName: '陈志远', safetyOfficerName: '王建国', safetyOfficerPhone: '13923456789' };

type Answering = { request: (path: string, init: RequestInit) => Response | Promise<Response> };

/** Requests of one actor to filing, or to the app that is given. `nobody` sends no token. */
export function as({ app }: { app: Answering }, actor: Actor) {
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method,
      headers: {
        ...(actor.kind === 'nobody' ? {} : await bearer(actor)),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) => ask('POST', path, body, headers),
    create: (path: string, body: unknown, key: string = newId()) => ask('POST', path, body, { 'idempotency-key': key }),
    put: (path: string, body: unknown) => ask('PUT', path, body),
    patch: (path: string, body: unknown) => ask('PATCH', path, body),
    delete: (path: string) => ask('DELETE', path),
  };
}

/** The body of an answer that must have this status. */
export async function json<T>(response: Response, status = 200): Promise<T> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`expected ${status}, got ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

/** Uploads a file, by its path or as bytes, as an actor; answers its id. */
export async function uploaded(
  { documentsApp }: Pick<TestPlatform, 'documentsApp'>,
  actor: Actor,
  kind: DocumentKind,
  file: string | Uint8Array = kind === 'device_table' ? files.deviceTable : files.pdf,
): Promise<string> {
  const form = new FormData();
  form.set('kind', kind);
  const [bytes, path] = typeof file === 'string' ? [await readFile(file), file] : [Uint8Array.from(file), 'file'];
  form.set('file', new File([bytes], path.split('/').at(-1) ?? 'file'));
  const response = await documentsApp.request('/api/documents', {
    method: 'POST',
    headers: await bearer(actor),
    body: form,
  });
  return (await json<{ id: string }>(response, 201)).id;
}

/** The attachments of an enterprise that a personal user registers. */
export const unitPapers = async (platform: Pick<TestPlatform, 'documentsApp'>, filer: Filer) => [
  { kind: 'business_licence', documentId: await uploaded(platform, filer, 'business_licence') },
  {
    kind: 'registration_authorisation',
    documentId: await uploaded(platform, filer, 'registration_authorisation'),
  },
];

/** A unit of the account with its attachments. */
export async function aUnit(platform: TestPlatform, filer: Filer, uscc = '91440300MA5FX1MP11'): Promise<Unit> {
  const attachments = await unitPapers(platform, filer);
  const input = { uscc, type: 'enterprise', name: '深圳海岸城商业管理有限公司', headName: named.headName, attachments };
  return json<Unit>(await as(platform, filer).create('/api/units', input), 201);
}

/** A system of 12 devices in Nanshan, as the fixtures' device table describes. */
export const aSystem = (deviceTableId: string, overrides: Record<string, unknown> = {}) => ({
  name: '海岸城购物中心视频监控系统',
  countyCode: '440305',
  addressDetail: '粤海街道文心五路 33 号海岸城',
  deviceCount: 12,
  hasSnapshot: true,
  retentionDays: 30,
  safetyOfficerName: named.safetyOfficerName,
  safetyOfficerPhone: named.safetyOfficerPhone,
  deviceTableId,
  ...overrides,
});

/** The body of a submission for a unit, with a fresh device table. */
export const aSubmission = async (
  platform: TestPlatform,
  filer: Filer,
  unit: Unit,
  overrides: Record<string, unknown> = {},
) => ({
  kind: 'registration',
  unitId: unit.id,
  system: aSystem(await uploaded(platform, filer, 'device_table'), overrides),
  truthful: true,
});

/** A submitted registration. */
export async function aRegistration(
  platform: TestPlatform,
  filer: Filer,
  unit: Unit,
  overrides: Record<string, unknown> = {},
): Promise<ApplicationSummary> {
  const body = await aSubmission(platform, filer, unit, overrides);
  return json<ApplicationSummary>(await as(platform, filer).create('/api/applications', body), 201);
}

/** The open task of an application in the reviewer's queue, waited for. */
export async function taskOf(platform: TestPlatform, reviewer: Staff, number: string): Promise<ReviewTask> {
  const queue = await eventually(
    async () => json<{ items: ReviewTask[] }>(await as(platform, reviewer).get(`/api/review/tasks?q=${number}`)),
    ({ items }) => items.length > 0,
  );
  const [task] = queue.items;
  if (!task) throw new Error(`no task of ${number}`);
  return task;
}

/** Claims the open task of an application and decides it. */
export async function decided(
  platform: TestPlatform,
  reviewer: Staff,
  number: string,
  decision: Record<string, unknown>,
): Promise<Response> {
  const task = await taskOf(platform, reviewer, number);
  await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/claim`));
  return as(platform, reviewer).post(`/api/review/tasks/${task.id}/decision`, decision);
}

export const approval = { outcome: 'approve', opinion: '材料齐全，予以备案。' };
export const aReturn = {
  outcome: 'return',
  opinion: '请补正。',
  notice: [{ field: 'system.retentionDays', problem: '与现场不一致', advice: '按实际填写' }],
};

export const applicationOf = async (platform: TestPlatform, filer: Filer, id: string): Promise<Application> =>
  json<Application>(await as(platform, filer).get(`/api/applications/${id}`));

/** The application once it has this status. */
export const untilStatus = (
  platform: TestPlatform,
  filer: Filer,
  id: string,
  status: Application['status'],
  ms?: number,
): Promise<Application> =>
  eventually(
    () => applicationOf(platform, filer, id),
    (application) => application.status === status,
    ms,
  );

/** Asks until it holds, a minute at most: longer than anything takes that is not stuck. */
export async function eventually<T>(ask: () => Promise<T>, holds: (value: T) => boolean, ms = 60_000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`not within ${ms} ms; last: ${JSON.stringify(value)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const minute: Span = { amount: 60, unit: 'seconds' };
export const shortPolicy: Policy = {
  ...defaultPolicy,
  review: { due: minute, remindAfter: [], escalateAfter: [] },
  correction: { due: minute, remindBefore: [] },
  acceptance: { due: { amount: 600, unit: 'seconds' }, remindBefore: [] },
};

/** Plays the engine's part: opens the first review of an application that was submitted. */
export const openedReview = ({ activities, filing }: TestPlatform, { id }: { id: string }) =>
  activities.openReview({
    applicationId: id,
    stage: 'first',
    cause: { kind: 'submission' },
    policy: filing.policy.review,
  });

/** Plays the engine's part: an application whose withdrawal is recorded ends. */
export async function withdrawalApplied(platform: TestPlatform, applicationId: string): Promise<void> {
  const em = platform.orm.em.fork();
  const asked = 'select id from withdrawal where application_id = ?';
  const [withdrawal] = await em.execute<{ id: string }[]>(asked, [applicationId]);
  if (!withdrawal) throw new Error(`nobody has withdrawn ${applicationId}`);
  await platform.activities.applyWithdrawal({ applicationId, withdrawalId: withdrawal.id });
}

/** Plays the engine's part in a platform without one: opens the review of an application, decides it and settles the decision; answers its id. After an approval it is the second review. */
export async function settled(
  platform: TestPlatform,
  reviewer: Staff,
  application: { id: string; number: string },
  decision: Record<string, unknown>,
  cause: ReviewCause = { kind: 'submission' },
): Promise<string> {
  const { id: applicationId, number } = application;
  const stage = cause.kind === 'approval' ? 'second' : 'first';
  const { openReview, applyDecision } = platform.activities;
  const opening = await openReview({ applicationId, stage, cause, policy: shortPolicy.review });
  if (!opening.opened) throw new Error(`the review of ${number} did not open`);
  const { decisionId } = await json<{ decisionId: string }>(await decided(platform, reviewer, number, decision), 202);
  const { taskId } = opening;
  const { correction: policy, acceptance } = shortPolicy;
  await applyDecision({ applicationId, taskId, decisionId, policy, acceptance });
  return decisionId;
}

/** A filing in Nanshan that the filer holds; answers its number. */
export async function aFiling(
  platform: TestPlatform,
  filer: Filer,
  reviewer: Staff,
  overrides: Record<string, unknown> = {},
): Promise<string> {
  const { items } = await json<{ items: Unit[] }>(await as(platform, filer).get('/api/units'));
  const application = await aRegistration(platform, filer, items[0] ?? (await aUnit(platform, filer)), overrides);
  await settled(platform, reviewer, application, approval);
  const [number] = (await applicationOf(platform, filer, application.id)).filingNumbers;
  if (number === undefined) throw new Error(`${application.number} led to no filing`);
  return number;
}
