import type { Delegation } from '@beian/contracts/delegations.ts';
import type { DelegationRole } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { TestPlatform } from './platform.ts';
import { as, json, uploaded } from './registration.ts';
import { accountOf, somebody, type Person } from './transfer.ts';

const dayMs = 86_400_000;
/** A day in Beijing, so many from today. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * dayMs + 8 * 3_600_000).toISOString().slice(0, 10);

/** The body of a delegation for the unit of the tests: an agent with a letter of 30 days, unless said otherwise. */
export const aDelegation = async (
  platform: TestPlatform,
  holder: Filer,
  to: Person,
  overrides: Record<string, unknown> = {},
) => ({
  role: 'agent',
  uscc: '91440300MA5FX1MP11',
  granteeName: to.name,
  granteeIdNumber: to.idNumber,
  validUntil: dayFromNow(30),
  ...(overrides['role'] === 'reader' ? {} : { letterId: await uploaded(platform, holder, 'delegation_letter') }),
  ...overrides,
});

/** A delegation that the holder granted. */
export const delegated = async (
  platform: TestPlatform,
  holder: Filer,
  to: Person,
  overrides: Record<string, unknown> = {},
): Promise<Delegation> =>
  json<Delegation>(
    await as(platform, holder).create('/api/delegations', await aDelegation(platform, holder, to, overrides)),
    201,
  );

/** Somebody who has a delegation of the holder, the account that goes with it, and the way to take it back. */
export async function somebodyWho(platform: TestPlatform, holder: Filer, role: DelegationRole) {
  const person = somebody();
  const delegation = await delegated(platform, holder, person, { role });
  const revoke = async () => json(await as(platform, holder).post(`/api/delegations/${delegation.id}/revocation`));
  return { person, actor: accountOf(person), delegation, revoke };
}

/** The letter ran out yesterday. */
export const ranOut = async (platform: TestPlatform, { id }: Delegation): Promise<void> => {
  const days = [dayFromNow(-9), dayFromNow(-1), id];
  await platform.orm.em.fork().execute('update delegation set valid_from = ?, valid_until = ? where id = ?', days);
};
