import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { migrate, openDatabase, type DatabaseOptions, type Orm } from '@beian/service-kit/database.ts';
import { servers } from './servers.ts';

/** Creates an empty database of its own for a test file; answers its URL. */
export async function emptyDatabase(): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const { postgresUrl } = servers();
  const client = new Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).toString();
}

/** A migrated database of its own and its ORM. Close it with `orm.close()` in `afterAll`. */
export async function freshDatabase(options: Omit<DatabaseOptions, 'url'>): Promise<Orm> {
  const orm = await openDatabase({ poolMax: 20, ...options, url: await emptyDatabase() });
  await migrate(orm);
  return orm;
}

/** The same, closed when the current test ends. */
export async function databaseOfThisTest(options: Omit<DatabaseOptions, 'url'>): Promise<Orm> {
  const orm = await freshDatabase(options);
  onTestFinished(() => orm.close());
  return orm;
}
