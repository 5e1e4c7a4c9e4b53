/** Where time comes from: rules get it as an argument, tests pass their own. */
export type Clock = { now(): Date };
export const systemClock: Clock = { now: () => new Date() };
