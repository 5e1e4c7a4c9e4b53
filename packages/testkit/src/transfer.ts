import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { personHashes } from '@beian/service-kit/person-hash.ts';
import { aPersonalUser, aReviewer, organs } from './actors.ts';
import type { TestPlatform } from './platform.ts';
import { aFiling, approval, as, json, settled, uploaded } from './registration.ts';
import { testSealer } from './sealer.ts';

const firstReviewer = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An ID number that holds, another one for each serial up to 999. */
export function anIdNumber(serial: number): string {
  const digits = `11010119900307${String(serial).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

let nextSerial = 1;
export type Person = { name: string; idNumber: string };
/** Somebody to hand a filing over to. */
export const somebody = (name = '李娜'): Person => ({ name, idNumber: anIdNumber(nextSerial++) });
/** An account of a person, as the sign-in would know it. */
export const accountOf = (person: Person, account: Filer = aPersonalUser()): Filer => ({
  ...account,
  personHashes: personHashes(testSealer, person),
});

/** The body of a submission. */
export const aTransfer = async (
  platform: TestPlatform,
  from: Filer,
  to: Person,
  filingNumber: string,
  overrides: Record<string, unknown> = {},
) => ({
  kind: 'transfer',
  filingNumber,
  recipientName: to.name,
  recipientIdNumber: to.idNumber,
  description: '物业管理单位变更',
  formId: await uploaded(platform, from, 'transfer_form'),
  confirmed: true,
  ...overrides,
});

/** A submitted transfer. */
export const transferred = async (
  platform: TestPlatform,
  from: Filer,
  to: Person,
  filingNumber: string,
): Promise<ApplicationSummary> =>
  json<ApplicationSummary>(
    await as(platform, from).create('/api/applications', await aTransfer(platform, from, to, filingNumber)),
    201,
  );

/** Plays the engine's part until the recipient has the word: both reviews approve, the acceptance opens. */
export async function approvedTwice(
  platform: TestPlatform,
  application: { id: string; number: string },
): Promise<void> {
  const id = await settled(platform, firstReviewer, application, approval);
  await settled(platform, senior, application, approval, { kind: 'approval', id });
  await platform.activities.tellRecipient({ applicationId: application.id });
}

/** A new filing whose transfer awaits its recipient. */
export async function awaitingRecipient(platform: TestPlatform, from: Filer, person: Person = somebody()) {
  const number = await aFiling(platform, from, firstReviewer);
  const application = await transferred(platform, from, person, number);
  await approvedTwice(platform, application);
  return { number, id: application.id, accepted: application.number, person, recipient: accountOf(person) };
}

/** Who has held a filing, first to last. */
export const holdersOf = (platform: TestPlatform, number: string) =>
  platform.orm.em.fork().execute<{ accountId: string; open: boolean }[]>(
    `select h.account_id as "accountId", h.until_at is null as open from holding h join filing f on f.id = h.filing_id
     where f.number = ? order by h.from_at`,
    [number],
  );

/** What an application or a filing has told the world, the entries of its timeline left out. */
export const businessEventsOf = async (platform: TestPlatform, subject: string) =>
  (
    await platform.orm.em
      .fork()
      .execute<{ type: string; data: Record<string, unknown> }[]>(
        `select payload ->> 'type' as type, payload -> 'data' as data from outbox where lane = 'event' and aggregate = ? order by seq`,
        [subject],
      )
  ).filter(({ type }) => type !== 'beian.timeline.added');

export const incomingOf = async (platform: TestPlatform, actor: Filer): Promise<IncomingTransfer[]> =>
  (await json<{ items: IncomingTransfer[] }>(await as(platform, actor).get('/api/transfers/incoming'))).items;

export const answered = (platform: TestPlatform, actor: Filer, id: string, body: unknown): Promise<Response> =>
  as(platform, actor).post(`/api/transfers/${id}/answer`, body);

/** The engine's part after an answer or a revocation: settles what was recorded. */
export async function settleOutcome(platform: TestPlatform, applicationId: string) {
  const [row] = await platform.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from transfer_outcome where application_id = ?', [applicationId]);
  return platform.activities.settleTransfer({ applicationId, outcomeId: row?.id ?? '' });
}
