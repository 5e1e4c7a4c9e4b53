import { expect, it } from 'vitest';
import { databaseOfThisTest } from '@beian/testkit/database.ts';
import { loggedError } from './logged-error.ts';
import { problem } from './problem.ts';

const typed = '海岸城 13912345678';

it.each([
  [
    'a row that is there',
    { code: '23505', table: 'unit', constraint: 'unit_name_key' },
    `insert into unit values (?, '{}')`,
  ],
  [
    'a check that fails',
    { code: '23514', constraint: 'short' },
    `insert into unit values (? || repeat('!', 40), '{}')`,
  ],
  [
    'what is no JSON',
    { code: '22P02', routine: 'json_errsave_error' },
    `insert into unit values ('b', ('["' || ? || '\\ud800"]')::jsonb)`,
  ],
  ['what is no id', { code: '22P02' }, 'select ?::uuid'],
])('of %s the log says which and where, and no value', async (_what, said, sql) => {
  const orm = await databaseOfThisTest({ entities: [], migrations: [] });
  const em = orm.em.fork();
  await em.execute('create table unit (name text unique constraint short check (length(name) < 20), facts jsonb)');
  await em.execute(`insert into unit values (?, '{}')`, [typed]);
  const error: unknown = await em.execute(sql, [typed]).catch((refused: unknown) => refused);
  for (const one of [error, problem('internal', { cause: error })]) {
    const logged = loggedError(one as Error);
    expect(logged).toMatchObject(said);
    expect(JSON.stringify(logged)).toContain('logged-error.int.test.ts');
    for (const part of typed.split(' ')) expect(JSON.stringify(logged)).not.toContain(part);
  }
});

it('any other error keeps its words', () => {
  expect(loggedError(new Error('why', { cause: new Error('because') }))).toMatchObject({ message: 'why: because' });
});
