import type { Cast } from '../one-of-each.ts';

/** Who has no business with the things of others, in the order of the table's columns; last a program of the filer's, and another department. */
export const outsiders = [
  ...(['nobody', 'filer', 'unit', 'agent', 'neighbour', 'auditor', 'operator'] as const),
  ...(['program', 'department'] as const),
] as const;
/**
 * `in`: does what was asked, with what is the caller's own. 401, 403, 404: refused so. 422: what the body names is not the caller's.
 * `lapsed`: one of the two, for whose letter has run out is told that. `person`: refused, for it is no person who asks.
 */
export type Answer = 'in' | 401 | 403 | 404 | 422 | 'lapsed' | 'person';
export type Rule = { insider: keyof Cast; answers: readonly Answer[] };
