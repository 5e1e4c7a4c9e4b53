import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { TestPlatform } from './platform.ts';
import { as, json, uploaded } from './registration.ts';

/** The body of a cancellation with a fresh authorisation. */
export const aCancellation = async (
  platform: TestPlatform,
  filer: Filer,
  filingNumber: string,
  overrides: Record<string, unknown> = {},
) => ({
  kind: 'cancellation',
  filingNumber,
  reason: '系统已拆除',
  authorisationId: await uploaded(platform, filer, 'cancellation_authorisation'),
  confirmed: true,
  ...overrides,
});

/** A submitted cancellation. */
export async function cancelled(
  platform: TestPlatform,
  filer: Filer,
  filingNumber: string,
  overrides: Record<string, unknown> = {},
): Promise<ApplicationSummary> {
  const body = await aCancellation(platform, filer, filingNumber, overrides);
  return json<ApplicationSummary>(await as(platform, filer).create('/api/applications', body), 201);
}
