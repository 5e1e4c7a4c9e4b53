import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReviewer } from '@beian/testkit/actors.ts';
import { databaseOfThisTest } from '@beian/testkit/database.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { serviceSecret } from '@beian/testkit/actors.ts';
import { serviceToken } from '../actor.ts';
import type { Orm } from '../database.ts';
import { newId } from '../ids.ts';
import { mutate, type MutateDeps } from '../mutate.ts';
import { chainHeadsAt, type ChainHeads } from './chain-heads.ts';
import { publishHead } from './publish-head.ts';
import { verifyChain } from './verify-chain.ts';

const actor = aReviewer();
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

type Chain = { orm: Orm; deps: MutateDeps; chainHeads: ChainHeads; append(subject?: string): Promise<void> };

/** A chain of a service of its own, with so many entries; its heads go to the bucket with object lock. */
async function aChain(entries: number): Promise<Chain> {
  const orm = await databaseOfThisTest({ entities: [], migrations: [] });
  const service = `s-${newId()}`;
  const deps = { orm, clock: { now: () => new Date() }, log: testLog, relay: { nudge: () => undefined }, service };
  const chainHeads = chainHeadsAt(platform.urls.documents, () => serviceToken(service, serviceSecret));
  const append = (subject: string = newId()) =>
    mutate(deps, actor, { action: 'thing.do' }, async (change) =>
      change.record({ subject, data: { b: [1, { z: null, a: 'ü' }], a: 2.5, left: undefined } }),
    );
  for (let i = 0; i < entries; i++) await append();
  return { orm, deps, chainHeads, append };
}

/** Does something to the table as the superuser of the database, past the trigger that lets it only grow. */
const tamper = async ({ orm }: Chain, ...statements: string[]): Promise<void> => {
  await orm.em.fork().transactional(async (em) => {
    await em.execute(`set local session_replication_role = 'replica'`);
    for (const statement of statements) await em.execute(statement);
  });
};
const verified = ({ orm, chainHeads }: Chain, limit = 100_000) => verifyChain(orm, chainHeads, { limit });

describe('an audit chain', () => {
  it('is sound as it was written, and names its head', async () => {
    const chain = await aChain(12);
    await publishHead(chain);
    await chain.append();
    const check = await verified(chain);
    expect(check).toMatchObject({ checked: 13, compared: 1, head: { seq: 13 } });
    expect(check.fault).toBeUndefined();
  });

  it('stays one chain when 1,000 entries are appended at once', async () => {
    const chain = await aChain(0);
    await Promise.all(Array.from({ length: 1000 }, () => chain.append()));
    expect(await verified(chain)).toMatchObject({ checked: 1000, head: { seq: 1000 } });
  });

  it('is checked in steps that go on where the one before ended', async () => {
    const chain = await aChain(25);
    await publishHead(chain);
    const first = await verified(chain, 10);
    expect(first).toMatchObject({ checked: 10, compared: 0, next: { seq: 10 } });
    const second = await verifyChain(chain.orm, chain.chainHeads, { after: first.next, limit: 10 });
    const last = await verifyChain(chain.orm, chain.chainHeads, { after: second.next, limit: 10 });
    expect(last).toMatchObject({ checked: 5, compared: 1, head: { seq: 25 } });
  });

  it('refuses to be changed by the service itself', async () => {
    const chain = await aChain(2);
    const em = chain.orm.em.fork();
    await expect(em.execute('delete from audit_entry where seq = 2')).rejects.toThrow('append-only');
    await expect(em.execute(`update audit_entry set subject = 'x'`)).rejects.toThrow('append-only');
    await expect(em.execute('truncate audit_entry')).rejects.toThrow('append-only');
  });
});

describe('what a superuser of the database does to a chain', () => {
  it.each([
    ['subject', `subject = 'another'`],
    ['data', `data = data || '{"purpose": "another"}'`],
    ['time, by a microsecond', `at = at + interval '1 microsecond'`],
    ['actor', `staff_no = '000000-009'`],
    ['organ', `organ_name = '另一机关'`],
    ['roles', `roles = '["operator"]'`],
    ['hash', `hash = sha256('x')`],
  ])('is found: an altered %s', async (_, change) => {
    const chain = await aChain(9);
    await tamper(chain, `update audit_entry set ${change} where seq = 5`);
    expect(await verified(chain)).toMatchObject({
      checked: 4,
      fault: { fault: 'altered', seq: 5, action: 'thing.do' },
    });
  });

  it('is found: a deleted entry', async () => {
    const chain = await aChain(9);
    await tamper(chain, 'delete from audit_entry where seq = 5');
    expect(await verified(chain)).toMatchObject({ checked: 4, fault: { fault: 'missing', seq: 5 } });
  });

  it('is found: a deleted entry whose gap was closed', async () => {
    const chain = await aChain(9);
    const closing = [6, 7, 8, 9].map((seq) => `update audit_entry set seq = ${seq - 1} where seq = ${seq}`);
    const head = 'update audit_head set seq = 8';
    await tamper(chain, 'delete from audit_entry where seq = 5', ...closing, head);
    expect(await verified(chain)).toMatchObject({ fault: { fault: 'unlinked', seq: 5 } });
  });

  it('is found: an inserted entry', async () => {
    const chain = await aChain(9);
    const opening = [9, 8, 7, 6, 5].map((seq) => `update audit_entry set seq = ${seq + 1} where seq = ${seq}`);
    const copy = `insert into audit_entry select 5, gen_random_uuid(), at, actor_kind, actor_id, action, subject, data, request_id,
      staff_no, organ_code, organ_name, roles, previous_hash, hash from audit_entry where seq = 6`;
    await tamper(chain, ...opening, copy, 'update audit_head set seq = 10');
    expect(await verified(chain)).toMatchObject({ checked: 4, fault: { fault: 'altered', seq: 5 } });
  });

  it('is found: entries behind the head that the service has not written', async () => {
    const chain = await aChain(9);
    await tamper(chain, 'update audit_head set seq = 7, hash = (select hash from audit_entry where seq = 7)');
    expect(await verified(chain)).toMatchObject({ fault: { fault: 'inserted', seq: 8 } });
  });

  it('is found: two entries in each other’s place', async () => {
    const chain = await aChain(9);
    const swap = [
      [5, 100],
      [6, 5],
      [100, 6],
    ].map(([from, to]) => `update audit_entry set seq = ${to} where seq = ${from}`);
    await tamper(chain, ...swap);
    expect(await verified(chain)).toMatchObject({ checked: 4, fault: { fault: 'unlinked', seq: 5 } });
  });

  it('is found: a tail that was cut off, also when the head in the database was moved back', async () => {
    const chain = await aChain(9);
    await tamper(chain, 'delete from audit_entry where seq > 6');
    expect(await verified(chain)).toMatchObject({ checked: 6, fault: { fault: 'truncated', seq: 7 } });

    const published = await aChain(9);
    await publishHead(published);
    await tamper(
      published,
      'delete from audit_entry where seq > 6',
      'update audit_head set seq = 6, hash = (select hash from audit_entry where seq = 6)',
    );
    expect(await verified(published)).toMatchObject({ checked: 6, fault: { fault: 'truncated', seq: 7 } });
  });

  it('is found: a chain that was written anew from an entry on, with every hash right', async () => {
    const chain = await aChain(6);
    await publishHead(chain);
    await tamper(
      chain,
      'delete from audit_entry where seq > 3',
      'update audit_head set seq = 3, hash = (select hash from audit_entry where seq = 3)',
    );
    for (let i = 0; i < 4; i++) await chain.append();
    await publishHead(chain);
    expect(await verified(chain)).toMatchObject({ fault: { fault: 'replaced', seq: 6 } });
  });
});
