import { readdir, readFile } from 'node:fs/promises';
import proto from '@temporalio/proto';
import { DeterminismViolationError } from '@temporalio/workflow';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededPeople } from '@beian/sso/people.ts';
import { named } from '@beian/testkit/registration.ts';
import { bundleWorkflows } from './worker.ts';

const personal = [
  ...Object.values(named),
  ...seededPeople.flatMap(({ claims }) => [claims.name, claims.phone_number, claims.id_number]),
];
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
  it('cover the ways that an application can go', () => {
    expect(names.map((name) => name.replace('.json', '')).toSorted()).toEqual([
      'appeal-differing-and-dismissed',
      'appeal-dismissed',
      'appeal-not-valid',
      'appeal-public-dismissed',
      'appeal-returned-and-upheld',
      'appeal-upheld',
      'appeal-withdrawn',
      'cancellation-approved',
      'cancellation-returned-and-approved',
      'cancellation-suspended-and-approved',
      'change-approved',
      'change-moved-to-another-county',
      'change-part-rejected',
      'change-part-suspended-and-approved',
      'change-parts-all-approved',
      'change-parts-one-approved-one-rejected',
      'change-parts-one-suspended',
      'change-returned-and-approved',
      'change-withdrawn',
      'registration-approved',
      'registration-expired',
      'registration-extended-and-expired',
      'registration-in-review',
      'registration-rejected',
      'registration-rerouted',
      'registration-returned-and-approved',
      'registration-suspended-and-approved',
      'registration-suspended-and-withdrawn',
      'registration-suspended-until-its-day',
      'registration-withdrawn',
      'transfer-accepted',
      'transfer-declined',
      'transfer-expired',
      'transfer-rejected-in-second-review',
      'transfer-returned-and-accepted',
      'transfer-revoked',
      'transfer-suspended-twice-and-accepted',
      'transfer-withdrawn',
    ]);
  });

  it.each(names)('%s replays with the code of today', async (name) => {
    await Worker.runReplayHistory({ workflowBundle: current }, await read(name), name);
  });

  it.each(names)('%s names nobody', async (name) => {
    const text = (await readFile(new URL(name, folder), 'utf8')).replaceAll(
      /"data":"([^"]*)"/g,
      (_whole, payload: string) => Buffer.from(payload, 'base64').toString('utf8'),
    );
    expect(text).toContain('"applicationId"'); // the search sees into the payloads
    for (const secret of personal) expect(text).not.toContain(secret);
  });

  it('do not replay with a change that would break running applications', async () => {
    const planted = await bundleWorkflows(new URL('./planted/changed-order.ts', import.meta.url));
    const replaying = Worker.runReplayHistory({ workflowBundle: planted }, await read('registration-in-review.json'));
    await expect(replaying).rejects.toBeInstanceOf(DeterminismViolationError);
  });
});
