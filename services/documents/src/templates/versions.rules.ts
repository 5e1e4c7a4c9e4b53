import type { TemplateVersionState } from '@beian/contracts/vocabulary.ts';

type Dated = { number: number; effectiveFrom: string };

/** The version in force on a day: the last to have begun; of several that begin on one day, the last that was added. */
export const inForceOn = <V extends Dated>(versions: readonly V[], day: string): V | undefined =>
  versions
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.number - b.number)
    .at(-1);

/** Where a version stands among all of its template on a day. */
export function stateOf<V extends Dated>(version: V, all: readonly V[], day: string): TemplateVersionState {
  if (version.effectiveFrom > day) return 'upcoming';
  return inForceOn(all, day)?.number === version.number ? 'in_force' : 'superseded';
}
