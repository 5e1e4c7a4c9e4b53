import { Migration } from '@mikro-orm/migrations';
import { describe, expect, it } from 'vitest';
import { databaseOfThisTest } from '@beian/testkit/database.ts';
import { aKey, testKeys as before } from '@beian/testkit/sealer.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { newId } from './ids.ts';
import type { Keys } from './keys.ts';
import { countByKey, reseal, type KeyedColumns } from './reseal.ts';
import { createSealer, type Sealer } from './sealing.ts';

const after: Keys = {
  sealing: { current: 'k2', keys: { k1: aKey(1), k2: aKey(3) } },
  lookup: { current: 'k2', keys: { k1: aKey(2), k2: aKey(4) } },
};
const columns: KeyedColumns = {
  sealed: [{ table: 'person', column: 'sealed', key: 'id' }],
  lookup: [{ table: 'person', column: 'name_hash', key: 'id' }],
};
const contextOf = (row: string) => ({ table: 'person', column: 'sealed', row });
const nameOf = (i: number) => `王建国${i}`;

class PersonMigration extends Migration {
  override name = '0001-person';
  override up(): void {
    this.addSql('create table person (id uuid primary key, sealed bytea, name_hash text)');
  }
}

/** A table of people that was sealed with the first key, and a service over it whose keys the test replaces. */
async function people(count: number) {
  const orm = await databaseOfThisTest({ entities: [], migrations: [PersonMigration] });
  let keys = before;
  const sealer = createSealer(() => keys);
  const ids: string[] = [];
  const add = async (i: number) => {
    const id = newId();
    const row = [id, sealer.seal({ name: nameOf(i) }, contextOf(id)), sealer.lookupHash(nameOf(i), 'person')];
    await orm.em.fork().execute('insert into person values (?, ?, ?)', row, 'run');
    ids.push(id);
  };
  for (let i = 0; i < count; i += 1) await add(i);
  await orm.em.fork().execute('insert into person values (?, null, null)', [newId()], 'run');
  const deps = { orm, clock: { now: () => new Date() }, log: testLog, relay: { nudge: () => undefined }, service: 's' };
  const readAll = async (by: Sealer = sealer) => {
    const rows = await orm.em
      .fork()
      .execute<{ id: string; sealed: Buffer; name_hash: string }[]>('select * from person where sealed is not null');
    return rows.map(({ id, sealed, name_hash: hash }) => {
      const { name } = by.unseal(sealed, contextOf(id)) as { name: string };
      return { name, found: by.lookupHashes(name, 'person').includes(hash) };
    });
  };
  return { orm, deps: { ...deps, sealer }, sealer, add, ids, readAll, replace: (next: Keys) => (keys = next) };
}

describe('replacing keys', () => {
  it('brings every row under the new keys while others read and write, after which the old sealing key opens nothing and is not needed', async () => {
    const { deps, readAll, add, replace } = await people(450);
    replace(after);
    // Before anything is encrypted anew.
    expect(await readAll()).toHaveLength(450);
    let reading = true;
    const busy = (async () => {
      for (let i = 450; reading && i < 500; i += 1) {
        await add(i);
        expect((await readAll()).every(({ found }) => found)).toBe(true);
      }
    })();
    const done = await reseal(deps, columns);
    reading = false;
    await busy;
    expect(done).toEqual([
      { place: 'person.sealed', key: 'k2', rows: 450 },
      { place: 'person.name_hash', key: 'k2', rows: 450 },
    ]);
    const counts = await countByKey(deps, columns);
    expect(counts.map(({ place, key: of }) => [place, of])).toEqual([
      ['person.sealed', 'k2'],
      ['person.name_hash', 'k2'],
    ]);
    replace({ ...after, sealing: { current: 'k2', keys: { k2: aKey(3) } } });
    const all = await readAll();
    expect(all.length).toBeGreaterThan(450);
    expect(all.every(({ found }) => found)).toBe(true);
    await expect(readAll(createSealer(() => before))).rejects.toThrow('sealing key k2 is missing');
    expect(await reseal(deps, columns)).toMatchObject([{ rows: 0 }, { rows: 0 }]);
  });

  it('goes on where it was broken off, and each step is on the audit chain', async () => {
    const { orm, deps, ids, replace, readAll } = await people(450);
    replace(after);
    const spoilt = ids[300] ?? '';
    const swap = async (sealed: Buffer) =>
      orm.em.fork().execute('update person set sealed = ? where id = ?', [sealed, spoilt], 'run');
    const [row] = await orm.em.fork().execute<{ sealed: Buffer }[]>('select sealed from person where id = ?', [spoilt]);
    // The value of another row: it cannot be opened here.
    await swap(createSealer(() => before).seal({ name: 'x' }, contextOf(newId())));
    await expect(reseal(deps, columns)).rejects.toThrow(`person.sealed of ${spoilt} cannot be opened`);
    expect(await countByKey(deps, columns)).toMatchObject([
      { place: 'person.sealed', key: 'k1', rows: 250 },
      { place: 'person.sealed', key: 'k2', rows: 200 },
      { place: 'person.name_hash', key: 'k1', rows: 450 },
    ]);
    await swap(row?.sealed ?? Buffer.alloc(0));
    expect(await reseal(deps, columns)).toMatchObject([{ rows: 250 }, { rows: 450 }]);
    expect((await readAll()).every(({ found }) => found)).toBe(true);
    const entries = await orm.em
      .fork()
      .execute(`select subject, data, actor_id from audit_entry where action = 'keys.reseal' order by seq limit 2`);
    expect(entries).toEqual([
      { subject: 'person.sealed', data: { rows: 200 }, actor_id: 'keys' },
      { subject: 'person.sealed', data: { rows: 200 }, actor_id: 'keys' },
    ]);
  });
});
