/**
 * Hears everything that asks this process to end: Ctrl-C, SIGTERM, a closed terminal, the end of the process that
 * started it (bootstrap.mjs keeps a channel open). Hearing it twice changes nothing: a stop takes its time, in order.
 */
export function untilAskedToStop(): { promise: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const promise = new Promise<void>((resolve) => {
    const stop = () => {
      controller.abort();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    process.on('disconnect', stop);
    process.channel?.unref();
  });
  // a terminal that is gone must not end us by a failing write
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return { promise, signal: controller.signal };
}
