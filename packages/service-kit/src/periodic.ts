import type { Log } from './log.ts';

/** Runs a job now and then, never twice at once; a failure is logged and tried again at the next turn. */
export function startPeriodic(
  { log, name, everyMs }: { log: Log; name: string; everyMs: number },
  job: () => Promise<unknown>,
) {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= job()
      .then(() => undefined)
      .catch((error: unknown) => log.error({ job: name, err: error }, 'periodic job failed'))
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  return {
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
}
