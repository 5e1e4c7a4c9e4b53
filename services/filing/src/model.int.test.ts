import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenInvariants } from '@beian/testkit/invariants.ts';
import type { Real } from '@beian/testkit/model/command.ts';
import { steps } from '@beian/testkit/model/commands.ts';
import type { Model } from '@beian/testkit/model/state.ts';
import { aWorld, type World } from '@beian/testkit/model/world.ts';

/** `npm run bench model` plays a thousand. */
const sequences = Number(process.env['BEIAN_MODEL_SEQUENCES'] ?? 60);

let world: World;
beforeAll(async () => {
  world = await aWorld();
}, 60_000);
afterAll(() => world.stop());

it('random sequences of steps over the five businesses: what is illegal is refused, what is legal leads where the model says, and every invariant holds', async () => {
  let taken = 0;
  const start = async (): Promise<{ model: Model; real: Real }> => ({
    model: { filing: { valid: true, held: false, moved: false }, open: {} },
    real: { world, filing: await world.aFiling(), holder: world.owner, former: [], running: {} },
  });
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 25, size: 'max' }), async (sequence) => {
      for (const _ of sequence) taken += 1;
      // fast-check makes the model with a function that cannot wait: the world's part is made before.
      const made = await start();
      await fc.asyncModelRun(() => made, sequence);
    }),
    { numRuns: sequences, includeErrorInReport: true },
  );
  expect(await brokenInvariants(world.platform.orm.em.fork(), "number not like 'SLTEST%'")).toEqual([]);
  expect(taken).toBeGreaterThan(sequences * 3);
}, 3_600_000);
