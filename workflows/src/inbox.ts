import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import { signalNames, type SignalMessage, type SignalName } from '@beian/contracts/workflows.ts';

/** Signals that have arrived and are not yet handled, each id once. */
export type Inbox = {
  /** Takes the oldest message of a kind; undefined when there is none. */
  take(name: SignalName): string | undefined;
  /** Waits until one of the kinds is there, or until a time (RFC 3339); answers whether something came. */
  waitFor(names: readonly SignalName[], until?: string): Promise<boolean>;
};

/** Listens to every signal of an application. Signals are idempotent by their id: the relay may send one twice. */
export function openInbox(): Inbox {
  const seen = new Set<string>();
  const waiting: Record<SignalName, string[]> = {
    decided: [],
    resubmitted: [],
    withdrawn: [],
    extended: [],
    answered: [],
    revoked: [],
    suspended: [],
    resumed: [],
  };
  for (const name of Object.values(signalNames)) {
    setHandler(defineSignal<[SignalMessage]>(name), ({ id }) => {
      if (seen.has(id)) return;
      seen.add(id);
      waiting[name].push(id);
    });
  }
  const arrived = (names: readonly SignalName[]) => () => names.some((name) => waiting[name].length > 0);
  return {
    take: (name) => waiting[name].shift(),
    waitFor: async (names, until) => {
      if (until === undefined) {
        await condition(arrived(names));
        return true;
      }
      const ms = Date.parse(until) - Date.now();
      return ms > 0 ? condition(arrived(names), ms) : arrived(names)();
    },
  };
}
