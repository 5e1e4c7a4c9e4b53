import type fc from 'fast-check';
import { expect } from 'vitest';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Model, ModelApplication, Slot } from './state.ts';
import type { Running, World } from './world.ts';

/** One sequence's part of the world: a filing, who holds it, who held it before, and what runs about it. */
export type Real = {
  world: World;
  filing: string;
  holder: Filer;
  former: Filer[];
  running: Partial<Record<Slot, Running>>;
};
export type Command = fc.AsyncCommand<Model, Real>;

const second = 1000;

/** A step that the platform must take when the model says that it is legal, and refuse (4xx) when it is not. */
export const mustBe = (legal: boolean, { status }: Response, what: string): boolean => {
  if (legal ? status < 300 : status >= 400 && status < 500) return legal;
  throw new Error(`${what} is ${legal ? 'legal' : 'illegal'} and was answered ${status}`);
};

export const command = (
  name: string,
  check: (model: Readonly<Model>) => boolean,
  run: (model: Model, real: Real) => Promise<void>,
): Command => ({
  check,
  run: async (model, real) => {
    real.world.pass(second);
    await run(model, real);
    await looksLike(model, real, name);
  },
  toString: () => name,
});
export const begun = (slot: Slot) => (model: Readonly<Model>) => model.open[slot] !== undefined;
export type Both = { application: ModelApplication; running: Running };
export const both = (model: Model, real: Real, slot: Slot): Both => {
  const [application, running] = [model.open[slot], real.running[slot]];
  if (!application || !running) throw new Error(`nothing was begun in ${slot}`);
  return { application, running };
};

/** The platform is where the model is: the status of every application, one holder and no other, the state of the filing. */
async function looksLike({ filing, open: applications }: Model, real: Real, after: string): Promise<void> {
  for (const [slot, running] of Object.entries(real.running) as [Slot, Running][]) {
    const [row] = await real.world.rows<{ status: string }>('select status from application where id = ?', [
      running.id,
    ]);
    expect(row?.status, `${slot} after: ${after}`).toBe(applications[slot]?.status);
  }
  const seen = await real.world.rows<{ account: string; status: string }>(
    `select h.account_id as account, f.status from filing f left join holding h on h.filing_id = f.id and h.until_at is null
     where f.number = ?`,
    [real.filing],
  );
  const status = filing.held ? 'held' : filing.valid ? 'valid' : 'cancelled';
  expect(seen, `the filing after: ${after}`).toEqual([{ account: real.holder.accountId, status }]);
}
