import type { Cast } from '../cast.ts';
import type { Ledger } from '../ledger.ts';
import type { Case, Step } from '../plan.ts';
import type { UnitOf } from '../units.ts';
import { playAppeal } from './appeal.ts';
import { playCancellation } from './cancellation.ts';
import { playChange } from './change.ts';
import { playRegistration } from './registration.ts';
import type { Stage } from './stage.ts';
import { playTransfer } from './transfer.ts';

export type Play = {
  seed: number;
  cast: Cast;
  ledger: Ledger;
  unitOf: UnitOf;
};

/** Plays the cases side by side, so many at once. What goes otherwise than planned ends its case and is noted. */
export async function playCases(play: Play, cases: readonly Case[], lanes: number): Promise<void> {
  const waiting = cases.entries();
  const lane = async () => {
    for (const [i, one] of waiting) {
      await playCase(play, one, i).catch((error: unknown) =>
        play.ledger.fail({ case: one.name, says: error instanceof Error ? error.message : String(error) }),
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function playCase(play: Play, { name, filer, steps }: Case, i: number): Promise<void> {
  const { cast, unitOf, ...rest } = play;
  const { reviewers } = cast;
  const stage: Stage = {
    ...rest,
    cast,
    name,
    holder: filer,
    filings: [],
    unitOf: (of) => unitOf(of, i),
    reviewer: reviewers[i % 2] ?? reviewers[0],
  };
  for (const step of steps) await playStep(stage, step);
}

function playStep(stage: Stage, step: Step): Promise<void> {
  switch (step.kind) {
    case 'registration':
      return playRegistration(stage, step.outcome);
    case 'change':
      return playChange(stage, step.outcome);
    case 'cancellation':
      return playCancellation(stage, step.outcome);
    case 'transfer':
      return playTransfer(stage, step.outcome);
    case 'appeal':
      return playAppeal(stage, step.outcome);
  }
}
