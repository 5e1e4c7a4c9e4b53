import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangePart } from '@beian/contracts/changes.ts';
import { ApplicationEntity, ApplicationVersion } from '@beian/filing/applications/application.entity.ts';
import { FilingEntity } from '@beian/filing/filings/filing.entity.ts';
import { registerFiling } from '@beian/filing/filings/register-filing.ts';
import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
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

/** Many filings of the filer's, alike but for their numbers: the first one registered, the others settled from its content. */
export async function manyFilings(
  platform: TestPlatform,
  filer: Filer,
  reviewer: Staff,
  count: number,
): Promise<string[]> {
  const first = await aFiling(platform, filer, reviewer);
  const act = { action: 'test.file' };
  const others = await mutate(platform.filing, filer, act, async (change) => {
    const { applicationId } = await change.em.findOneOrFail(FilingEntity, { number: first });
    const {
      id: _,
      number: __,
      ...like
    } = { ...(await change.em.findOneOrFail(ApplicationEntity, { id: applicationId })) };
    const version = await change.em.findOneOrFail(ApplicationVersion, { applicationId });
    const numbers: string[] = [];
    while (numbers.length < count - 1) {
      const id = newId();
      const application = change.create(ApplicationEntity, { ...like, id, number: `SLTEST${id}` });
      numbers.push((await registerFiling(platform.filing, change, application, version)).number);
    }
    change.record({ subject: filer.accountId });
    return numbers;
  });
  return [first, ...others];
}
