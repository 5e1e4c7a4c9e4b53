import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyDatabase } from '@beian/testkit/database.ts';
import { migrate, openDatabase } from '../database.ts';
import { newId } from '../ids.ts';
import { KitMigration } from '../kit-migration.ts';
import type { ChainHead } from './chain-heads.ts';
import { verifyChain } from './verify-chain.ts';

/** A database as it was before entries were chained, with so many of them and gaps between. */
async function anOldDatabase(entries: number): Promise<string> {
  const url = await emptyDatabase();
  const old = await MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: [KitMigration], tableName: 'migration', snapshot: false, silent: true },
  });
  await old.migrator.up();
  for (let seq = 1; seq <= entries; seq++) {
    await old.em
      .fork()
      .execute(
        `insert into audit_entry (seq, id, at, actor_kind, actor_id, action, subject, data) values (?, ?, now(), 'system', 'x', 'a.b', ?, ?)`,
        [seq * 3, newId(), `s${seq}`, JSON.stringify({ n: seq, deep: { b: 1, a: [seq] } })],
      );
  }
  await old.close();
  return url;
}
const none = { async *published(): AsyncGenerator<ChainHead> {} };

describe('the migration to a chain', () => {
  it('numbers the entries that are there without gaps, chains them in their order, and closes the table again', async () => {
    const orm = await openDatabase({ url: await anOldDatabase(2100), entities: [], migrations: [] });
    onTestFinished(() => orm.close());
    await migrate(orm);
    expect(await verifyChain(orm, none, { limit: 10_000 })).toMatchObject({ checked: 2100, head: { seq: 2100 } });
    const rows = await orm.em.fork().execute('select subject from audit_entry where seq in (1, 2100) order by seq');
    expect(rows).toEqual([{ subject: 's1' }, { subject: 's2100' }]);
    await expect(orm.em.fork().execute('delete from audit_entry')).rejects.toThrow('append-only');
  });
});
