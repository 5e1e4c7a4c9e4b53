import type { Deps } from '../deps.ts';
import { sendNext } from './send-delivery.ts';

const pollMs = 1000;
/** A slow mail server holds up so many at a time. */
const lanes = 3;

/** Sends what is due, at once after a commit, until it is stopped. Several processes share the work. */
export function startDispatcher(deps: Deps) {
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      const sent = await sendNext(deps).catch((error: unknown) => {
        deps.log.error({ err: error }, 'dispatcher.failed');
        return false;
      });
      if (!sent && !stopped) await deps.due.wait(pollMs);
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, run));
  return {
    stop: async (): Promise<void> => {
      stopped = true;
      deps.due.ring();
      await running;
    },
  };
}
