import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangePart } from '@beian/contracts/changes.ts';
import { ApplicationEntity, ApplicationVersion } from '@beian/filing/applications/application.entity.ts';
import { FilingEntity } from '@beian/filing/filings/filing.entity.ts';
import { registerFiling } from '@beian/filing/filings/register-filing.ts';
import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { bearer } from './actors.ts';
import type { TestPlatform } from './platform.ts';
import { aFiling, applicationOf, as, json, uploaded } from './registration.ts';

/** The body of a change: 90 days of retention, with the filer's authorisation, unless said otherwise. */
export const aChange = async (
  platform: TestPlatform,
  filer: Filer,
  filingNumbers: readonly string[],
  overrides: Record<string, unknown> = {},
) => ({
  kind: 'change',
  filingNumbers,
  system: { retentionDays: 90 },
  explanation: '存储设备扩容',
  authorisationId: await uploaded(platform, filer, 'change_authorisation'),
  proofIds: [] as string[],
  truthful: true,
  ...overrides,
});

/** An address in Futian: a filing of Nanshan moves to another county. */
export const inFutian = { countyCode: '440304', streetCode: null, addressDetail: '福华一路 1 号' };

/** A submitted change. */
export async function aSubmittedChange(
  platform: TestPlatform,
  filer: Filer,
  filingNumbers: readonly string[],
  overrides: Record<string, unknown> = {},
): Promise<ApplicationSummary> {
  const body = await aChange(platform, filer, filingNumbers, overrides);
  return json<ApplicationSummary>(await as(platform, filer).create('/api/applications', body), 201);
}

/** The parts of a change by the code of their organ. */
export async function partsOf(platform: TestPlatform, filer: Filer, id: string): Promise<Map<string, ChangePart>> {
  const { parts = [] } = await applicationOf(platform, filer, id);
  return new Map(parts.map((part) => [part.organ.code, part]));
}

/** Many filings of the filer's, alike but for their numbers. */
export async function manyFilings(
  platform: TestPlatform,
  filer: Filer,
  reviewer: Staff,
  count: number,
): Promise<string[]> {
  const first = await aFiling(platform, filer, reviewer);
  return [first, ...(await filingsLike(platform, filer, first, count - 1))];
}

/** So many filings more, settled from the content of one that was registered. */
export function filingsLike(platform: TestPlatform, filer: Filer, first: string, count: number): Promise<string[]> {
  const act = { action: 'test.file' };
  return mutate(platform.filing, filer, act, async (change) => {
    const { applicationId } = await change.em.findOneOrFail(FilingEntity, { number: first });
    const { id: _, number: __, ...like } = await change.em.findOneOrFail(ApplicationEntity, { id: applicationId });
    const version = await change.em.findOneOrFail(ApplicationVersion, { applicationId });
    const numbers: string[] = [];
    while (numbers.length < count) {
      const id = newId();
      const application = change.create(ApplicationEntity, { ...like, id, number: `SLTEST${id}` });
      numbers.push((await registerFiling(platform.filing, change, application, version)).number);
    }
    change.record({ subject: filer.accountId });
    return numbers;
  });
}

/** Uploads a device table of one device per point, those of `moved` at another address; answers its id. */
export async function aDeviceTable(
  { documentsApp }: Pick<TestPlatform, 'documentsApp'>,
  filer: Filer,
  points: readonly string[],
  moved: readonly string[] = [],
): Promise<string> {
  const rowOf = (point: string, i: number): Record<string, string> => ({
    serial: String(i + 1),
    pointName: point,
    structure: '球机',
    hasSnapshot: '是',
    address: moved.includes(point) ? '新址' : '原址',
    place: '人员聚集场所',
    outdoor: '室外',
    enabledOn: '2025-06-01',
    retentionDays: '90',
    signPosted: '是',
  });
  const lines = points.map((point, i) => deviceColumns.map(({ key }) => rowOf(point, i)[key] ?? '').join(','));
  const form = new FormData();
  form.set('kind', 'device_table');
  form.set('file', new File([[deviceColumns.map(({ zh }) => zh).join(','), ...lines].join('\n')], '设备信息表.csv'));
  const headers = await bearer(filer);
  return (
    await json<{ id: string }>(
      await documentsApp.request('/api/documents', { method: 'POST', headers, body: form }),
      201,
    )
  ).id;
}
