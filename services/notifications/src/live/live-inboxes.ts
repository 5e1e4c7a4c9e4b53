import { createBell } from '../bell.ts';
import type { Reader } from '../inbox/inbox-reader.ts';

/** Streams that one account may have open in this process: browsers open one per visible window. */
const streamsPerAccount = 6;

export type Listener = {
  /** Ends when there may be news, after `ms`, or when the listener is closed. */
  news(ms: number): Promise<boolean>;
  isClosed(): boolean;
  close(): void;
};
export type LiveInboxes = ReturnType<typeof createLiveInboxes>;

/** Who reads an inbox live in this process, and how they are woken: by a commit here, or one of another process that was announced. */
export function createLiveInboxes(announce: (audiences: string[]) => void) {
  const listeners = new Map<string, Set<() => void>>();
  const open = new Map<string, number>();
  const closers = new Set<() => void>();
  let over = false;

  const ring = (audiences: readonly string[]): void => {
    for (const audience of audiences) for (const wake of listeners.get(audience) ?? []) wake();
  };
  const leave = (audience: string, wake: () => void): void => {
    const all = listeners.get(audience);
    all?.delete(wake);
    if (all?.size === 0) listeners.delete(audience);
  };
  const count = (accountId: string, by: 1 | -1): void => {
    const streams = (open.get(accountId) ?? 0) + by;
    if (streams === 0) open.delete(accountId);
    else open.set(accountId, streams);
  };

  return {
    ring,
    /** After a commit: wakes who reads one of these audiences, wherever they are connected. */
    tell: (audiences: string[]): void => {
      ring(audiences);
      announce(audiences);
    },
    /** A listener for someone's inbox; undefined when the account has too many. */
    listen: ({ accountId, audiences }: Reader): Listener | undefined => {
      if (over || (open.get(accountId) ?? 0) >= streamsPerAccount) return undefined;
      const bell = createBell();
      let closed = false;
      const close = () => {
        if (closed) return;
        closed = true;
        closers.delete(close);
        for (const audience of audiences) leave(audience, bell.ring);
        count(accountId, -1);
        bell.ring();
      };
      count(accountId, 1);
      closers.add(close);
      for (const audience of audiences) listeners.set(audience, (listeners.get(audience) ?? new Set()).add(bell.ring));
      return { news: bell.wait, isClosed: () => closed, close };
    },
    /** How many streams are open, for the metrics. */
    size: (): number => closers.size,
    /** Ends every stream and opens none any more: the process stops. */
    endAll: (): void => {
      over = true;
      for (const close of closers) close();
    },
  };
}
