import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectNats } from '@beian/service-kit/nats.ts';
import { createDatabases } from '../databases.ts';
import { rolePassword } from '../secrets.ts';
import { type Child, runToEnd, startChild, untilReady } from './child-process.ts';
import { isRunning } from './is-running.ts';
import { startNats } from './nats.ts';
import { portIsFree } from './ports.ts';
import { startPostgres } from './postgres.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-servers-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function one(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

describe('PostgreSQL', () => {
  it('keeps its data over a stop and a crash, and leaves no process', async () => {
    const dataDir = join(dir, 'postgres');
    const first = await startPostgres({ dataDir });
    await one(first.url, 'create table kept as select 7 as n');
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    expect(await portIsFree(first.port)).toBe(true);

    const second = await startPostgres({ dataDir, port: first.port });
    await one(second.url, 'update kept set n = 8');
    await second.kill();

    // What served connections may outlive who was killed for a moment, and no other takes over until they are gone.
    const third = await vi.waitFor(() => startPostgres({ dataDir, port: first.port }), 60_000);
    expect(await one(third.url, 'select n from kept')).toEqual({ n: 8 });
    expect(await one(third.url, 'show fsync')).toEqual({ fsync: 'on' });
    await third.stop();
  });

  it('writes of what it refuses no value into its log', async () => {
    const logFile = join(dir, 'refusals.log');
    const server = await startPostgres({ dataDir: join(dir, 'refusals'), logFile });
    await one(server.url, 'create table unit (name text unique)');
    await one(server.url, `insert into unit values ('海岸城')`);
    await expect(one(server.url, `insert into unit values ('海岸城')`)).rejects.toThrow('duplicate key');
    await expect(one(server.url, `select '{"name":"海岸城\\ud800"}'::jsonb`)).rejects.toThrow('type json');
    await server.stop();
    const log = await readFile(logFile, 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('海岸城');
  });

  it('keeps the role of one service out of the database of another', async () => {
    const server = await startPostgres({ dataDir: join(dir, 'roles') });
    try {
      const passwordOf = (role: string) => rolePassword(role, { postgresPassword: server.password });
      await createDatabases(server.url, ['beian_a', 'beian_b'], passwordOf);
      await createDatabases(server.url, ['beian_a', 'beian_b'], passwordOf); // a later start finds them
      const url = (role: string, database: string) =>
        `postgresql://${role}:${passwordOf('beian_a')}@127.0.0.1:${server.port}/${database}`;
      expect(await one(url('beian_a', 'beian_a'), 'select current_user as me')).toEqual({ me: 'beian_a' });
      await expect(one(url('beian_a', 'beian_b'), 'select 1')).rejects.toThrow(/permission denied/);
      for (const other of ['beian_b', server.user]) {
        await expect(one(url(other, 'beian_b'), 'select 1')).rejects.toThrow(/password authentication failed/);
      }
    } finally {
      await server.stop();
    }
  });
});

describe('NATS', () => {
  it('stops in order and starts again on the same port', async () => {
    const dataDir = join(dir, 'nats');
    const first = await startNats({ dataDir });
    await first.stop();
    expect(await first.exited).toEqual({ code: 0, signal: null });
    const second = await startNats({ dataDir, port: first.port });
    expect(second.url).toBe(first.url);
    await second.stop();
  });

  it('with a password lets nobody publish or read without it', async () => {
    const server = await startNats({ dataDir: join(dir, 'nats-closed'), password: 'secret' });
    const [known, unknown] = [server.url, server.url.replace('beian:secret@', '')].map((url) =>
      connectNats({ url, name: 'test' }),
    );
    try {
      await known?.ready();
      await expect(unknown?.ready()).rejects.toThrow(/Authorization Violation/i);
    } finally {
      await known?.close();
      await server.stop();
    }
  });
});

describe('a child process', () => {
  const child = (script: string, patience?: number): Promise<Child> =>
    startChild({ name: 'Test', command: '/bin/sh', args: ['-c', script], logFile: join(dir, 'child.log'), patience });

  it('that ends before it is ready is told with the end of its log', async () => {
    const attempt = untilReady(await child('echo cannot open the vault; exit 3'), () => Promise.resolve(false));
    await expect(attempt).rejects.toThrow(/Test stopped \(exit code 3\) before it was ready.*cannot open the vault/s);
  });

  it('that found the disk full is told in one sentence', async () => {
    const logFile = join(dir, 'full', 'child.log');
    const attempt = runToEnd({
      name: 'Test',
      command: '/bin/sh',
      args: ['-c', 'echo No space left on device; exit 1'],
      logFile,
    });
    await expect(attempt).rejects.toThrow(/^The disk that holds .+ is full: Test cannot start; free some space/);
  });

  it('that ignores the request to stop is killed when patience runs out', async () => {
    const deaf = join(dir, 'deaf');
    const stubborn = await child(`trap "" TERM; touch ${deaf}; while true; do sleep 1; done`, 300);
    await untilReady(stubborn, async () => existsSync(deaf));
    await stubborn.stop();
    expect((await stubborn.exited).signal).toBe('SIGKILL');
    expect(isRunning(stubborn.pid)).toBe(false);
  });
});
