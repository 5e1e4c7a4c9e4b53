import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { draw, pick, shuffled } from './draw.ts';
import { outcomes, type OutcomeName } from './outcomes.ts';

/** One application: what is asked for and how it is to end. */
export type Step = { [K in ApplicationKind]: { kind: K; outcome: OutcomeName<K> } }[ApplicationKind];
export type Filer = 'zhangwei' | 'lina';

/** Applications that follow each other, because they are about the same filings. */
export type Case = { name: string; filer: Filer; steps: Step[] };

type FollowUp = Exclude<ApplicationKind, 'registration'>;

/**
 * What is played: exactly so many applications, all of the seed's deciding. Every outcome of every business comes round before one comes
 * again, so a small plan too has all of them (60 applications are enough for that).
 */
export function planOf(seed: number, applications: number): Case[] {
  const decks = new Map<string, string[]>();
  let dealt = 0;
  const deal = <T extends string>(deck: string, cards: readonly T[]): T => {
    const left = decks.get(deck)?.length ? (decks.get(deck) ?? []) : shuffled(seed, `${deck} ${(dealt += 1)}`, cards);
    const [card, ...rest] = left;
    decks.set(deck, rest);
    return card as T;
  };
  // The names are those of the business.
  const next = (kind: ApplicationKind) => ({ kind, outcome: deal(kind, Object.keys(outcomes[kind])) }) as Step;
  const registered = (): Step => ({ kind: 'registration', outcome: deal('registered', ['approved', 'corrected']) });

  const cases: Case[] = [];
  let left = applications;
  while (left > 0) {
    const name = `case ${cases.length + 1}`;
    const steps: Step[] = [];
    if (deal('shape', ['short', 'life', 'life']) === 'short') {
      steps.push({ kind: 'registration', outcome: deal('short', ['rejected', 'withdrawn', 'withdrawn at once']) });
    } else {
      steps.push(registered());
      const followUps = 1 + Math.floor(draw(seed, `${name} length`) * 4);
      while (steps.length <= followUps && !isOver(steps)) steps.push(next(deal('business', followUpKinds)));
    }
    const inParts = steps.findIndex((step) => step.kind === 'change' && step.outcome === 'in parts');
    // It is about a second filing too, which has to be registered first.
    if (inParts >= 0) steps.splice(inParts, 0, { kind: 'registration', outcome: 'approved' });
    const kept = steps.slice(0, left);
    left -= kept.length;
    cases.push({ name, filer: pick<Filer>(seed, `${name} filer`, ['zhangwei', 'lina']), steps: kept });
  }
  return cases;
}

const followUpKinds: FollowUp[] = ['change', 'transfer', 'appeal', 'cancellation'];

/** A filing that is cancelled, or two that are no more alike, end a case. */
const isOver = (steps: Step[]): boolean => {
  const last = steps.at(-1);
  return (
    (last?.kind === 'cancellation' && last.outcome === 'approved') ||
    (last?.kind === 'change' && last.outcome === 'in parts')
  );
};
