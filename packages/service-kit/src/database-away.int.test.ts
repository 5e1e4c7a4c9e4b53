import { setTimeout as sleep } from 'node:timers/promises';
import { pidtree } from 'pidtree';
import { expect, it, onTestFinished, vi } from 'vitest';
import { isRunning } from '@beian/local/servers/is-running.ts';
import { startPostgres, type PostgresServer } from '@beian/local/servers/postgres.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { emptyDatabase } from '@beian/testkit/database.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { createApp, createRoutes } from './create-app.ts';
import { openDatabase, type Orm } from './database.ts';
import { problem } from './problem.ts';

/** A service with one operation: a transaction in whose middle something may happen. */
const serviceOver = (orm: Orm, midway: () => Promise<unknown> | undefined) => {
  const app = createApp({
    service: 'test',
    log: testLog,
    verifyActor: () => Promise.reject(problem('auth.token-invalid')),
  }).route(
    '/',
    createRoutes().get('/api/answer', async (c) => {
      const answer = await orm.em.fork().transactional(async (em) => {
        await em.execute('select pg_advisory_xact_lock(1)');
        await midway();
        const [row] = await em.execute<{ answer: number }[]>('select 42 as answer');
        return row?.answer;
      });
      return c.json({ answer });
    }),
  );
  return async () => app.request('/api/answer', { headers: { 'accept-language': 'en' } });
};

/** Ends it with what serves its connections, which may outlive who was killed long enough to answer another statement. */
async function killed(postgres: PostgresServer): Promise<void> {
  const family = await pidtree(postgres.pid);
  await postgres.kill();
  await vi.waitFor(() => expect(family.filter(isRunning)).toEqual([]), { timeout: 20_000, interval: 20 });
}

const untilAnswered = (ask: () => Promise<Response>) =>
  vi.waitFor(async () => expect((await ask()).status).toBe(200), { timeout: 60_000 });

const away = { status: 503, code: 'upstream.unavailable' } as const;

it('a request that finds the database killed is told to come again, also in the middle of a transaction; then it succeeds', async () => {
  const dataDir = `${servers().dir}/postgres-${aSpace()}`;
  let postgres: PostgresServer = await startPostgres({ dataDir });
  const { url, port, password } = postgres;
  const orm = await openDatabase({ url, entities: [], migrations: [], poolMax: 2 });
  onTestFinished(async () => {
    await orm.close();
    await postgres.stop();
  });
  let midway: (() => Promise<void>) | undefined;
  const ask = serviceOver(orm, () => midway?.());
  expect(await (await ask()).json()).toEqual({ answer: 42 });

  midway = () => killed(postgres);
  const broken = await ask();
  expect(broken.headers.get('retry-after')).toBe('30');
  await expectProblem(broken, away);
  midway = undefined;
  const { detail } = await expectProblem(await ask(), away);
  expect(detail).toBe('The database is unavailable; try again shortly.');

  postgres = await startPostgres({ dataDir, port, password });
  expect(await (await ask()).json()).toEqual({ answer: 42 });

  // As often as there are connections: none may be lost for good.
  midway = async () => {
    midway = undefined;
    await postgres.kill();
    // What served connections may outlive who was killed for a moment, and no other takes over until they are gone.
    postgres = await vi.waitFor(() => startPostgres({ dataDir, port, password }), { timeout: 20_000, interval: 200 });
    // Goes on when its connection has been given back already.
    await sleep(1500);
  };
  await expectProblem(await ask(), away);
  for (let i = 0; i < 3; i += 1) expect(await (await ask()).json()).toEqual({ answer: 42 });
});

it('a transaction that hangs gives its locks back, and who finds no connection meanwhile is told to come again', async () => {
  const url = await emptyDatabase();
  const patience = { connectionMs: 500, idleInTransactionMs: 3000 };
  const hanging = await openDatabase({ url, entities: [], migrations: [], poolMax: 1, patience });
  const other = await openDatabase({ url, entities: [], migrations: [] });
  onTestFinished(async () => {
    await hanging.close();
    await other.close();
  });
  const hung = Promise.withResolvers<void>();
  const freed = Promise.withResolvers<void>();
  let hangs = false;
  const ask = serviceOver(hanging, () => {
    if (!hangs) return undefined;
    hung.resolve();
    return freed.promise;
  });
  // The connection is there then, and waits for nobody.
  await untilAnswered(ask);
  hangs = true;
  const stuck = ask();
  await hung.promise;
  await expectProblem(await ask(), away);
  // Only the server can give the lock to somebody else.
  expect((await serviceOver(other, () => undefined)()).status).toBe(200);
  freed.resolve();
  await expectProblem(await stuck, away);
  // The one connection of the pool is given back.
  await untilAnswered(ask);
});

it.each([
  ['the disk is full', '53100'],
  ['there is no memory', '53200'],
  ['there are too many connections', '53300'],
  ['the disk fails', '58030'],
])('a request is told to come again when %s', async (_what, code) => {
  const orm = await openDatabase({ url: await emptyDatabase(), entities: [], migrations: [] });
  onTestFinished(() => orm.close());
  const refuse = () => orm.em.fork().execute(`do $$ begin raise sqlstate '${code}'; end $$`);
  await expectProblem(await serviceOver(orm, refuse)(), away);
});

it('is closed while a connection is on its way, which nobody waits for any more', async () => {
  const url = await emptyDatabase();
  for (let ms = 0; ms < 10; ms += 1) {
    const orm = await openDatabase({ url, entities: [], migrations: [] });
    const asked = orm.em.fork().execute('select 1');
    asked.catch(() => undefined); // it may come too late
    await sleep(ms);
    await orm.close();
  }
});
