import pRetry from 'p-retry';
import { ApiProblem } from './api-problem.ts';

/**
 * After a second, two and four, and for each a little longer, lest all come at once: a service that is started again is back by then, and
 * nobody has noticed (ADR 0044).
 */
const patience = { retries: 3, minTimeout: 1000, factor: 2, randomize: true };

const away = 503;

/** Nobody answered, or said that what answers is away: the same may do in a moment. Without a connection at all it is not tried. */
const mayDo = (error: Error): boolean =>
  error instanceof ApiProblem && (error.details === undefined ? navigator.onLine : error.details.status === away);

/** Asks again what does nothing twice. Throws what the last try threw. */
export const again = <T>(ask: () => Promise<T>): Promise<T> =>
  pRetry(ask, { ...patience, shouldRetry: ({ error }) => mayDo(error) });
