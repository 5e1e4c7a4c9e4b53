import { expect, it, onTestFinished } from 'vitest';
import { startPostgres, type PostgresServer } from '@beian/local/servers/postgres.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { servers } from '@beian/testkit/servers.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { createApp, createRoutes } from './create-app.ts';
import { openDatabase } from './database.ts';
import { problem } from './problem.ts';

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
  const app = createApp({
    service: 'test',
    log: testLog,
    verifyActor: () => Promise.reject(problem('auth.token-invalid')),
  }).route(
    '/',
    createRoutes().get('/api/answer', async (c) => {
      const answer = await orm.em.fork().transactional(async (em) => {
        await em.execute('select 1');
        await midway?.();
        const [row] = await em.execute<{ answer: number }[]>('select 42 as answer');
        return row?.answer;
      });
      return c.json({ answer });
    }),
  );
  const ask = () => app.request('/api/answer', { headers: { 'accept-language': 'en' } });
  expect(await (await ask()).json()).toEqual({ answer: 42 });

  midway = () => postgres.kill();
  const broken = await ask();
  expect(broken.headers.get('retry-after')).toBe('30');
  await expectProblem(broken, { status: 503, code: 'upstream.unavailable' });
  midway = undefined;
  const { detail } = await expectProblem(await ask(), { status: 503, code: 'upstream.unavailable' });
  expect(detail).toBe('The database is unavailable; try again shortly.');

  postgres = await startPostgres({ dataDir, port, password });
  expect(await (await ask()).json()).toEqual({ answer: 42 });

  // As often as there are connections: none may be lost for good.
  midway = async () => {
    midway = undefined;
    await postgres.kill();
    postgres = await startPostgres({ dataDir, port, password });
  };
  await expectProblem(await ask(), { status: 503, code: 'upstream.unavailable' });
  for (let i = 0; i < 3; i += 1) expect(await (await ask()).json()).toEqual({ answer: 42 });
}, 60_000);
