import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { migrate, openDatabase, type DatabaseOptions, type Orm } from '@beian/service-kit/database.ts';
import { servers } from './servers.ts';

type Fill = (orm: Orm) => Promise<void>;

/** Creates an empty database of its own for a test file; answers its URL. */
export async function emptyDatabase(): Promise<string> {
  const name = aName();
  await asSuperuser((client) => client.query(`create database ${name}`));
  return urlOf(name);
}

/**
 * A migrated database of its own and its ORM; `fill` brings reference data. Close it with `orm.close()` in `afterAll`. Tables and
 * reference data are made once in a run, as a template of which each database is a copy: to migrate takes 20 times as long.
 */
export async function freshDatabase(options: Omit<DatabaseOptions, 'url'>, fill?: Fill): Promise<Orm> {
  const template = await templateOf(options, fill);
  const name = aName();
  await asSuperuser((client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  return openDatabase({ poolMax: 20, ...options, url: urlOf(name) });
}

/** The same, closed when the current test ends. */
export async function databaseOfThisTest(options: Omit<DatabaseOptions, 'url'>): Promise<Orm> {
  const orm = await freshDatabase(options);
  onTestFinished(() => orm.close());
  return orm;
}

/** The template's name, which says what is in it; the first of the processes that want it makes it. */
async function templateOf({ entities, migrations }: Omit<DatabaseOptions, 'url'>, fill?: Fill): Promise<string> {
  const digest = createHash('sha256').update(migrations.map(String).join()).update(String(fill)).digest('hex');
  const name = `template_${digest.slice(0, 16)}`;
  await asSuperuser(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const there = await client.query('select from pg_database where datname = $1', [name]);
    if (there.rowCount) return;
    const draft = aName();
    await client.query(`create database ${draft}`);
    const orm = await openDatabase({ entities, migrations, url: urlOf(draft) });
    await migrate(orm);
    await fill?.(orm);
    await orm.close();
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

const aName = () => `t_${randomBytes(6).toString('hex')}`;
const urlOf = (database: string) =>
  Object.assign(new URL(servers().postgresUrl), { pathname: `/${database}` }).toString();

async function asSuperuser<T>(act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: servers().postgresUrl });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
