import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Tries for a name from a source, and of a source for any names (an office has one address), in this many seconds. */
export const lockedOut = { afterTries: 5, afterTriesOfSource: 100, seconds: 900 } as const;

/** Who tries: the address that the connection comes from, and the name that was typed, known or not. */
export type SignInAttempt = { source: string; username: string };

export type LockOut = {
  /** Counts a try before its password is looked at, so that many at once are many. Answers the seconds to wait; 0: go on. */
  begin(attempt: SignInAttempt): Promise<number>;
  /** The password was right: its tries are forgiven. */
  passed(attempt: SignInAttempt): Promise<void>;
};

/**
 * Lock-out after failures (GB/T 22239 登录失败处理), counted by source and name together: who guesses at somebody's password locks the
 * own source out of that name, and the somebody goes on signing in from anywhere else. In memory, as all that the stand-in has.
 */
export function lockOut(): LockOut {
  const duration = lockedOut.seconds;
  const byName = new RateLimiterMemory({ keyPrefix: 'name', points: lockedOut.afterTries, duration });
  const bySource = new RateLimiterMemory({ keyPrefix: 'source', points: lockedOut.afterTriesOfSource, duration });
  const keyOf = ({ source, username }: SignInAttempt) => `${source} ${username}`;
  return {
    begin: async (attempt) => {
      const counted = await Promise.allSettled([byName.consume(keyOf(attempt)), bySource.consume(attempt.source)]);
      return Math.max(0, ...counted.map((one) => (one.status === 'rejected' ? secondsOf(one.reason) : 0)));
    },
    passed: async (attempt) => {
      await byName.delete(keyOf(attempt));
      await bySource.reward(attempt.source);
    },
  };
}

function secondsOf(refused: unknown): number {
  const ms = refused instanceof RateLimiterRes ? refused.msBeforeNext : undefined;
  if (ms === undefined) throw refused;
  return Math.ceil(ms / 1000);
}
