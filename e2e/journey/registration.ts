import { fileURLToPath } from 'node:url';
import type { Application } from '@beian/contracts/applications.ts';
import type { DecisionResult, ReviewTask } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { eventually, Session, UnexpectedAnswer } from './session.ts';

/** A file of the fixtures by name. */
export const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

export const fixtures = {
  licence: fixture('营业执照复印件.pdf'),
  authorisation: fixture('授权书.pdf'),
  deviceTable: fixture('设备信息表.xlsx'),
  wrongDeviceTable: fixture('设备信息表-有错误.xlsx'),
};

/** The system that the fixtures' device table describes: 12 devices in Nanshan. */
export const aSystem = (deviceTableId: string) => ({
  name: '海岸城购物中心视频监控系统',
  countyCode: '440305',
  addressDetail: '粤海街道文心五路 33 号海岸城',
  deviceCount: 12,
  hasSnapshot: true,
  retentionDays: 30,
  safetyOfficerName: '王建国',
  safetyOfficerPhone: '13923456789',
  deviceTableId,
  remarks: '覆盖出入口、中庭与停车场',
});

/** The unit that most journeys are about. */
export const coastCity = { uscc: '91440300MA5FX1MP11', name: '深圳海岸城商业管理有限公司' };

/** The account's unit with this credit code; created with fresh attachments when it is not there (M034, M037). */
export async function aUnit(filer: Session, { uscc, name } = coastCity): Promise<Unit> {
  const known = await filer.get<{ items: Unit[] }>('/api/units');
  const found = known.items.find((unit) => unit.uscc === uscc);
  if (found) return found;
  const attachments = [
    { kind: 'business_licence', documentId: await filer.upload('business_licence', fixtures.licence) },
    {
      kind: 'registration_authorisation',
      documentId: await filer.upload('registration_authorisation', fixtures.authorisation),
    },
  ];
  return filer.post<Unit>('/api/units', { uscc, type: 'enterprise', name, headName: '陈志远', attachments });
}

/** Submits a registration of a fresh system under the unit (M066). */
export async function submitRegistration(filer: Session, unit: Unit, overrides: Record<string, unknown> = {}) {
  const deviceTableId = await filer.upload('device_table', fixtures.deviceTable);
  return filer.post<Application>('/api/applications', {
    kind: 'registration',
    unitId: unit.id,
    system: { ...aSystem(deviceTableId), ...overrides },
    truthful: true,
  });
}

/** Waits for the open review task of an application in the reviewer's queue. */
export const taskOf = (reviewer: Session, application: { number: string }): Promise<ReviewTask> =>
  eventually(
    `review task of ${application.number}`,
    async () => (await reviewer.get<{ items: ReviewTask[] }>(`/api/review/tasks?q=${application.number}`)).items,
    (items) => items.some((task) => task.status === 'open' || task.status === 'claimed'),
  ).then((items) => {
    const task = items.find((one) => one.status === 'open' || one.status === 'claimed');
    if (!task) throw new UnexpectedAnswer('review task', 200, items);
    return task;
  });

/** The same, which the reviewer then has in hand. */
export async function claimedTaskOf(reviewer: Session, application: { number: string }): Promise<ReviewTask> {
  const task = await taskOf(reviewer, application);
  await reviewer.post(`/api/review/tasks/${task.id}/claim`);
  return task;
}

export const decide = (
  reviewer: Session,
  task: ReviewTask,
  decision: Record<string, unknown>,
): Promise<DecisionResult> => reviewer.post<DecisionResult>(`/api/review/tasks/${task.id}/decision`, decision);

/** Waits until the filer sees the application in a status. */
export const untilStatus = (filer: Session, id: string, status: Application['status']): Promise<Application> =>
  eventually(
    `status ${status}`,
    () => filer.get<Application>(`/api/applications/${id}`),
    (a) => a.status === status,
  );

/** A registration of the usual unit that has just been submitted. */
export const aRegistration = async (filer: Session, overrides: Record<string, unknown> = {}): Promise<Application> =>
  submitRegistration(filer, await aUnit(filer), overrides);

/** A new filing of that unit in Nanshan, which the filer holds; answers its number. */
export async function aFiling(filer: Session, overrides: Record<string, unknown> = {}): Promise<string> {
  const organ = await Session.of(filer.baseUrl, 'reviewer-nanshan-1', 'beian-demo', 'staff');
  const registered = await aRegistration(filer, overrides);
  const task = await claimedTaskOf(organ, registered);
  await decide(organ, task, { outcome: 'approve', opinion: '同意。' });
  return (await untilStatus(filer, registered.id, 'completed')).filingNumbers[0] ?? '';
}
