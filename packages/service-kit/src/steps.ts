import { channel } from 'node:diagnostics_channel';

/** A step on the way of a write: `{ part: 'mutate', of: 'application.submit', at: 'committed' }`. Names only, never data. */
export type Step = { part: 'mutate' | 'relay' | 'consumer' | 'activity'; of: string; at: string };

export const stepChannel = 'beian:step';
const steps = channel(stepChannel);

/**
 * Says that a step is about to be left behind. No service listens: what does is loaded into the process from outside, by the tests that
 * stop it there (docs/decisions/0030). Without a listener it is one look at a flag.
 */
export function step(part: Step['part'], of: string, at: string): void {
  if (steps.hasSubscribers) steps.publish({ part, of, at } satisfies Step);
}
