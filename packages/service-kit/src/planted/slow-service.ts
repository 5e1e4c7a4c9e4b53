import { setTimeout as sleep } from 'node:timers/promises';
import { createApp, createRoutes } from '../create-app.ts';
import { createLog } from '../log.ts';
import { serve } from '../serve.ts';

// A service whose one route takes its time and whose last step of the shutdown fails: what serve.int.test.ts sends SIGTERM to.
const log = createLog({ service: 'slow' });
const app = createApp({ service: 'slow', log, verifyActor: () => Promise.resolve({ kind: 'nobody' }) }).route(
  '/',
  createRoutes().get('/slow', async (c) => {
    log.info('working');
    await sleep(700);
    return c.text('done');
  }),
);
await serve(app, {
  host: '127.0.0.1',
  port: Number(process.env['PORT']),
  log,
  release: () => log.info('released'),
  stop: [
    async () => log.info('first step'),
    () => Promise.reject(new Error('broken step')),
    async () => log.info('last step'),
  ],
});
