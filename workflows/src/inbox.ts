import {
  ApplicationFailure,
  CancellationScope,
  condition,
  defineSignal,
  patched,
  setDefaultSignalHandler,
  setDefaultUpdateHandler,
  setHandler,
} from '@temporalio/workflow';
import { signalNames, type SignalName } from '@beian/contracts/workflows.ts';
import { filing } from './activities.ts';

/** Signals that have arrived and are not yet handled, each id once. */
export type Inbox = {
  /** Takes the oldest message of a kind; undefined when there is none. */
  take(name: SignalName): string | undefined;
  /** Waits until one of the kinds is there, or until a time (RFC 3339); answers whether something came. */
  waitFor(names: readonly SignalName[], until?: string): Promise<boolean>;
};

/** What a review waits for, which is how every process begins. */
const atFirst: readonly SignalName[] = ['decided', 'withdrawn', 'suspended'];
const patienceMs = 3000;

/**
 * Runs a process that only the database moves. Signals are idempotent by their id: the relay may send one twice. One that nobody waits
 * for, that is none of ours or that is left at the end was perhaps forged: the database is asked, which notes it. A cancellation and an
 * update are never ours: they are noted and change nothing.
 */
export async function withInbox<T>(applicationId: string, run: (inbox: Inbox) => Promise<T>): Promise<T> {
  const seen = new Set<string>();
  const waiting = new Map<SignalName, string[]>(Object.values(signalNames).map((name) => [name, []]));
  const queue = (name: SignalName): string[] => waiting.get(name) ?? [];
  const checks = new Map<string, Promise<void>>();
  let awaited = atFirst;
  let ending = false;

  // What came a moment too early is taken soon, and needs no question.
  const unclaimed = async (name: SignalName, id: string): Promise<void> => {
    await condition(() => ending || !queue(name).includes(id), patienceMs);
    if (!queue(name).includes(id)) return;
    const { known } = await filing.checkSignal({ applicationId, signal: name, id });
    if (!known)
      waiting.set(
        name,
        queue(name).filter((other) => other !== id),
      );
  };
  const foreign = async (signal: string, id: string): Promise<void> =>
    void (await filing.checkSignal({ applicationId, signal: signal.slice(0, 64), id }));
  const check = (key: string, question: () => Promise<void>): void => {
    // Histories from before this check hold signals that nobody asked about.
    if (checks.has(key) || !patched('signals-are-checked')) return;
    checks.set(key, CancellationScope.nonCancellable(question));
  };

  for (const name of Object.values(signalNames)) {
    setHandler(defineSignal<[unknown]>(name), (message) => {
      const id = idIn(message);
      if (id === undefined) return check(`${name} `, () => foreign(name, ''));
      if (seen.has(id)) return;
      seen.add(id);
      queue(name).push(id);
      if (!awaited.includes(name)) check(id, () => unclaimed(name, id));
    });
  }
  setDefaultSignalHandler((name, message) => check(`${name} `, () => foreign(name, idIn(message) ?? '')));
  setDefaultUpdateHandler(() => {
    check('update', () => foreign('update', ''));
    throw ApplicationFailure.nonRetryable('not ours', 'auth.forbidden');
  });
  CancellationScope.current().cancelRequested.catch(() => check('cancel', () => foreign('cancel', '')));

  const arrived = (names: readonly SignalName[]) => () => names.some((name) => queue(name).length > 0);
  const inbox: Inbox = {
    take: (name) => queue(name).shift(),
    waitFor: async (names, until) => {
      awaited = names;
      if (until === undefined) {
        await condition(arrived(names));
        return true;
      }
      const ms = Date.parse(until) - Date.now();
      return ms > 0 ? condition(arrived(names), ms) : arrived(names)();
    },
  };
  return CancellationScope.nonCancellable(async () => {
    const result = await run(inbox);
    ending = true;
    for (const [name, ids] of waiting) for (const id of ids) check(id, () => unclaimed(name, id));
    await Promise.all(checks.values());
    return result;
  });
}

/** Whoever reaches Temporal may send anything: a message that cannot be read must not stop the process. */
function idIn(message: unknown): string | undefined {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
  return typeof id === 'string' && id.length <= 64 ? id : undefined;
}
