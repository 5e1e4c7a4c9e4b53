import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { aPersonalUser, aReviewer, organs } from './actors.ts';
import { everyBusiness } from './every-business.ts';
import { brokenInvariants, invariants } from './invariants.ts';
import { aPlatform, type TestPlatform } from './platform.ts';
import { aRegistration, as, json, settled, withdrawalApplied } from './registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer(organs.nanshan, ['reviewer', 'senior_reviewer']);
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ outcomePatienceMs: 1 });
  const { returned } = await everyBusiness(platform, { filer, reviewer });
  const { items } = await json<{ items: { id: string }[] }>(await as(platform, filer).get('/api/units'));
  const unit = items[0] as Parameters<typeof aRegistration>[2];
  const rejection = { outcome: 'reject', reasonCode: 'other', opinion: '材料不实。' };
  await settled(platform, reviewer, await aRegistration(platform, filer, unit), rejection);
  await as(platform, filer).post(`/api/applications/${returned.id}/withdrawal`);
  await withdrawalApplied(platform, returned.id);
});
afterAll(() => platform.stop());

/** The application of a business that is completed, and the filing that it is about. */
const of = (kind: string) => `(select id from application where kind = '${kind}' and status = 'completed' limit 1)`;
const about = (kind: string) => `(select filing_id from application_filing where application_id = ${of(kind)})`;

/** Each kind of damage, as rows that no use case would leave. */
const damage: Record<string, string[]> = {
  'an application without the version that it is at': [
    `delete from application_version where application_id = ${of('change')}`,
  ],
  'an application without its event': [`delete from outbox where aggregate = ${of('change')}::text`],
  'an application without an audit entry': [`delete from audit_entry where subject = ${of('change')}::text`],
  'an application without a timeline': [`delete from timeline_entry where application_id = ${of('change')}`],
  'a request with a key and no answer': ['update idempotency_key set result = null'],
  'a task that is decided without a decision': [`delete from decision where application_id = ${of('change')}`],
  'a decision whose task is not decided': [
    `update review_task set status = 'cancelled' where application_id = ${of('change')}`,
  ],
  'two open tasks of one application': [
    'drop index one_open_task_per_application',
    `update review_task set status = 'open' where application_id = ${of('transfer')}`,
  ],
  'a decision that does not show': [`update application set status = 'in_review' where status = 'rejected'`],
  'an application that was decided without a decision': [
    `update decision set applied_at = null where application_id = ${of('cancellation')}`,
  ],
  'a withdrawal that does not show': [`update application set status = 'returned' where status = 'withdrawn'`],
  'an application that is withdrawn without a withdrawal': ['delete from withdrawal'],
  'two open businesses about one filing': [
    'drop index one_open_business_per_filing',
    `update application_filing set open = true`,
    `update application_filing set filing_id = ${about('change')} where application_id = ${of('transfer')}`,
  ],
  'a business that is over and still occupies its filing': [
    `update application_filing set open = true where application_id = ${of('cancellation')}`,
  ],
  'a registration that is completed without a filing': [`delete from filing where id = ${about('change')}`],
  'a filing without a completed registration': [
    `update application set status = 'rejected' where id = (select application_id from filing where id = ${about('change')})`,
  ],
  'a filing without the version that it is at': [`update filing set version = 3 where id = ${about('change')}`],
  'a change that is completed without its version': [
    `delete from filing_version where number = 2 and filing_id = ${about('change')}`,
  ],
  'a version without a completed change': [`update application set status = 'rejected' where id = ${of('change')}`],
  'a cancellation that is completed while its filing goes on': [
    `update filing set status = 'valid', cancelled_at = null where status = 'cancelled'`,
  ],
  'a filing that is cancelled without a completed cancellation': [
    `update filing set status = 'cancelled', cancelled_at = now() where id = ${about('transfer')}`,
  ],
  'the end of a transfer that does not show': [
    `update application set status = 'declined' where id = ${of('transfer')}`,
  ],
  'a transfer that ended without an end': ['delete from transfer_outcome'],
  'a transfer that is completed and whose filing has not moved': [
    `delete from holding where filing_id = ${about('transfer')} and until_at is null`,
    `update holding set until_at = null where filing_id = ${about('transfer')}`,
  ],
  'a holding that no business has brought': [
    `update holding set account_id = gen_random_uuid() where filing_id = ${about('change')}`,
  ],
  'a holding that ended when no other began': [
    `update holding set until_at = until_at + interval '1 second' where until_at is not null`,
  ],
  'a filing without exactly one holder': [`delete from holding where filing_id = ${about('change')}`],
};

const rolledBack = new Error('rolled back');
/** What is found in a transaction that ends as if it had never been. */
async function foundAfter(plant: (em: SqlEntityManager) => Promise<void>): Promise<string[]> {
  let found: string[] = [];
  const planting = platform.orm.em.fork().transactional(async (em) => {
    await plant(em);
    found = await brokenInvariants(em);
    throw rolledBack;
  });
  await expect(planting).rejects.toBe(rolledBack);
  return found;
}

describe('the invariants of filing', () => {
  it('hold after every business, with ways that end it early', async () => {
    expect(await foundAfter(async () => undefined)).toEqual([]);
  });

  it.each(Object.entries(damage))('find %s', async (what, statements) => {
    const found = await foundAfter(async (em) => {
      // Foreign keys, and the triggers that keep audit entries as they are, would refuse it.
      await em.execute(`set local session_replication_role = 'replica'`);
      for (const statement of statements) await em.execute(statement, [], 'run');
    });
    expect(found.map((one) => one.split(': ')[0])).toContain(what);
  });

  it('have each its damage here', () => {
    expect(Object.keys(damage)).toEqual(invariants);
  });
});
