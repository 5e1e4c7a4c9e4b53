import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChild } from './servers/child-process.ts';
import { supervise } from './supervise.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-supervise-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const sleeper = () =>
  startChild({ name: 'Sleeper', command: '/bin/sleep', args: ['60'], logFile: join(dir, 'sleeper.log') });

describe('supervision', () => {
  it('starts a process again after an unexpected exit and leaves it down after a stop', async () => {
    const said: string[] = [];
    const unit = supervise('Sleeper', sleeper, (line) => said.push(line));
    await unit.start();
    const first = unit.pid();
    expect(first).toBeTypeOf('number');
    process.kill(first as number, 'SIGKILL');
    await expect.poll(() => unit.pid() !== undefined && unit.pid() !== first, { timeout: 60_000 }).toBe(true);
    expect(said).toEqual(['Sleeper ended unexpectedly (SIGKILL); starting it again in 0.5 s', 'Sleeper runs again']);
    await unit.stop();
    expect(unit.pid()).toBeUndefined();
    expect(said).toHaveLength(2);
  });

  it('can be stopped and started again by hand', async () => {
    const unit = supervise('Sleeper', sleeper, () => undefined);
    await unit.start();
    await unit.kill();
    expect(unit.pid()).toBeUndefined();
    await unit.start();
    expect(unit.pid()).toBeTypeOf('number');
    await unit.stop();
  });

  it('kills who runs and is of no use for long, and so starts it again; not who is ill for a moment', async () => {
    const said: string[] = [];
    const words = ['a cough', undefined, 'no room', 'no room', 'no room'];
    const ails = () => Promise.resolve(words.shift());
    const unit = supervise('Sleeper', sleeper, (line) => said.push(line), { ails, everyMs: 20, times: 3 });
    await unit.start();
    const first = unit.pid();
    await expect.poll(() => unit.pid() !== undefined && unit.pid() !== first, { timeout: 60_000 }).toBe(true);
    expect(words).toEqual([]);
    expect(said[0]).toBe('Sleeper runs and is of no use: no room; killing it');
    await unit.stop();
  });

  it('tells whoever starts it when it does not come up', async () => {
    const unit = supervise(
      'Broken',
      () => Promise.reject(new Error('no such program')),
      () => undefined,
    );
    await expect(unit.start()).rejects.toThrow('no such program');
  });
});
