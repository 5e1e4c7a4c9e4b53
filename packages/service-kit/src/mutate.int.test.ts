import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '@beian/testkit/database.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import type { Orm } from './database.ts';
import { newId } from './ids.ts';
import { mutate, type MutateDeps } from './mutate.ts';
import { problem } from './problem.ts';

const ThingSchema = defineEntity({
  name: 'Thing',
  tableName: 'thing',
  properties: { id: p.uuid().primary(), label: p.string(), count: p.integer() },
});
class Thing extends ThingSchema.class {}
ThingSchema.setClass(Thing);

class ThingMigration extends Migration {
  override name = '0001-thing';
  override up(): void {
    this.addSql(
      'create table thing (id uuid primary key, label text not null constraint one_thing_per_label unique, count int not null)',
    );
  }
}

const actor = { kind: 'personal', accountId: newId(), signedInAt: new Date().toISOString() } as const;
let orm: Orm;
let deps: MutateDeps;
let nudges = 0;

beforeAll(async () => {
  orm = await freshDatabase({ entities: [Thing], migrations: [ThingMigration] });
  deps = {
    orm,
    clock: { now: () => new Date('2026-03-02T01:00:00Z') },
    log: testLog,
    relay: { nudge: () => void (nudges += 1) },
    service: 'test',
    constraints: { one_thing_per_label: 'unit.exists' },
  };
});
afterAll(() => orm.close());

const counted = async (table: string) => {
  const [row] = await orm.em.fork().execute<{ n: string }[]>(`select count(*) n from ${table}`);
  return Number(row?.n);
};
const add = (label: string, after?: () => void, idempotency?: { key: string; fingerprint: string }) =>
  mutate(deps, actor, { action: 'thing.add', idempotency }, async (change) => {
    const thing = change.create(Thing, { id: newId(), label, count: 1 });
    change.emit('document.released', { subject: thing.id, data: { documentId: thing.id } });
    change.tell({ op: 'signal', workflowId: thing.id, signal: 'decided', message: { id: newId() } });
    change.record({ subject: thing.id });
    after?.();
    return { id: thing.id };
  });

describe('mutate', () => {
  it('commits row, audit entry and outbox rows together and nudges the relay afterwards', async () => {
    const before = nudges;
    const { id } = await add('whole');
    const [outbox, audit] = await Promise.all([
      orm.em.fork().execute('select lane, aggregate, payload from outbox where aggregate = ? order by seq', [id]),
      orm.em.fork().execute('select actor_kind, actor_id, action, subject from audit_entry where subject = ?', [id]),
    ]);
    expect(outbox).toMatchObject([
      { lane: 'event', aggregate: id, payload: { type: 'beian.document.released', source: 'beian/test', subject: id } },
      { lane: 'workflow', aggregate: id, payload: { op: 'signal' } },
    ]);
    expect(audit).toEqual([{ actor_kind: 'personal', actor_id: actor.accountId, action: 'thing.add', subject: id }]);
    expect(nudges).toBe(before + 1);
  });

  it('leaves nothing when the work fails', async () => {
    const before = [await counted('thing'), await counted('outbox'), await counted('audit_entry')];
    const failing = add('half', () => {
      throw problem('not-found');
    });
    await expect(failing).rejects.toMatchObject({ code: 'not-found' });
    expect([await counted('thing'), await counted('outbox'), await counted('audit_entry')]).toEqual(before);
  });

  it('refuses to commit without an audit row', async () => {
    const before = await counted('thing');
    const silent = mutate(deps, actor, { action: 'thing.add' }, async (change) => {
      change.create(Thing, { id: newId(), label: 'silent', count: 1 });
    });
    await expect(silent).rejects.toThrow('without an audit row');
    expect(await counted('thing')).toBe(before);
  });

  it('refuses an event with a field that its schema does not know', async () => {
    const leaking = mutate(deps, actor, { action: 'x' }, async (change) => {
      const data = { documentId: newId(), name: '张伟' };
      change.emit('document.released', { subject: data.documentId, data });
    });
    await expect(leaking).rejects.toThrow(/name/);
  });

  it('says which problem a violated constraint is', async () => {
    await add('taken');
    await expect(add('taken')).rejects.toMatchObject({ code: 'unit.exists' });
  });

  it('locks a row, so that two changes of it follow each other', async () => {
    const { id } = await add('counter');
    const increment = () =>
      mutate(deps, actor, { action: 'thing.count' }, async (change) => {
        const thing = await change.lock(Thing, { id });
        thing.count += 1;
        change.record({ subject: id });
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    const [row] = await orm.em.fork().execute('select count from thing where id = ?', [id]);
    expect(row).toEqual({ count: 21 });
  });

  it('lets the audit trail only grow', async () => {
    await add('audited');
    const em = orm.em.fork();
    await expect(em.execute('delete from audit_entry')).rejects.toThrow('append-only');
    await expect(em.execute("update audit_entry set action = 'x'")).rejects.toThrow('append-only');
  });
});

describe('an idempotency key', () => {
  it('has one effect and one answer for 20 requests at once', async () => {
    const idempotency = { key: newId(), fingerprint: 'a' };
    const before = await counted('outbox');
    const answers = await Promise.all(Array.from({ length: 20 }, () => add('once', undefined, idempotency)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await counted('outbox')).toBe(before + 2);
  });

  it('is refused for another body', async () => {
    const key = newId();
    await add('first body', undefined, { key, fingerprint: 'a' });
    await expect(add('second body', undefined, { key, fingerprint: 'b' })).rejects.toMatchObject({
      code: 'idempotency.conflict',
    });
  });

  it('can be used again after a failure', async () => {
    const idempotency = { key: newId(), fingerprint: 'a' };
    const failing = add(
      'again',
      () => {
        throw problem('not-found');
      },
      idempotency,
    );
    await expect(failing).rejects.toMatchObject({ code: 'not-found' });
    await expect(add('again', undefined, idempotency)).resolves.toHaveProperty('id');
  });
});
