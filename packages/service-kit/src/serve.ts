import { createAdaptorServer } from '@hono/node-server';
import type { Log } from './log.ts';

type ServeOptions = {
  host: string;
  port: number;
  log: Log;
  /** Called first: lets go of answers that would not end by themselves, such as event streams. */
  release?: () => void;
  /** What else to stop, in this order, once requests are drained. */
  stop?: (() => Promise<unknown>)[];
  drainMs?: number;
};

/** Serves until SIGTERM or SIGINT: no new connections, open requests drained (10 s), then the stop list in order, then exit. */
export async function serve(app: { fetch: (request: Request) => Response | Promise<Response> }, options: ServeOptions) {
  const { host, port, log, release, stop = [], drainMs = 10_000 } = options;
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  log.info({ host, port }, 'listening');

  let stopping = false;
  const shutdown = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    release?.();
    const drained = new Promise<void>((resolve) => server.close(() => resolve()));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    const timer = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), drainMs);
    await drained;
    clearTimeout(timer);
    for (const step of stop) {
      await step().catch((error: unknown) => log.error({ err: error }, 'a step of the shutdown failed'));
    }
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void shutdown(signal));
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  return server;
}
