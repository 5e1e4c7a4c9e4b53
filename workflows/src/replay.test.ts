import { readdir, readFile } from 'node:fs/promises';
import proto from '@temporalio/proto';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from './worker.ts';

const folder = new URL('../histories/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
const { History } = proto.temporal.api.history.v1;
const read = async (name: string) =>
  History.fromObject(JSON.parse(await readFile(new URL(name, folder), 'utf8')) as Record<string, unknown>);
let current: Awaited<ReturnType<typeof bundleWorkflows>>;

beforeAll(async () => {
  current = await bundleWorkflows();
});

describe('recorded histories', () => {
  it('cover the ways that a registration can go', () => {
    expect(names.map((name) => name.replace('.json', '')).toSorted()).toEqual([
      'registration-approved',
      'registration-expired',
      'registration-in-review',
      'registration-rejected',
      'registration-rerouted',
      'registration-returned-and-approved',
      'registration-withdrawn',
    ]);
  });

  it.each(names)('%s replays with the code of today', async (name) => {
    await Worker.runReplayHistory({ workflowBundle: current }, await read(name), name);
  });

  it('do not replay with a change that would break running applications', async () => {
    const planted = await bundleWorkflows(new URL('./planted/changed-order.ts', import.meta.url));
    const replaying = Worker.runReplayHistory({ workflowBundle: planted }, await read('registration-in-review.json'));
    await expect(replaying).rejects.toBeInstanceOf(DeterminismViolationError);
  });
});
