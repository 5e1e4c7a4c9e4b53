import { expect, it, vi } from 'vitest';
import { startNats } from '@beian/local/servers/nats.ts';
import { freePort } from '@beian/local/servers/ports.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { readiness, type Check } from './health.ts';
import { natsDurability } from './nats-durability.ts';

/** What /readyz would say of a NATS at a monitoring address. */
const said = async (monitoringUrl: string | undefined) => {
  const nats: Check = () => natsDurability(monitoringUrl);
  const { ready, checks } = await readiness({ nats });
  return { ready, says: checks['nats'] };
};

it('a service is ready only with a NATS that syncs before it acknowledges', async () => {
  const [durable, quick] = await Promise.all(
    ['always', '2m'].map((syncInterval) => startNats({ dataDir: `${servers().dir}/nats-${aSpace()}`, syncInterval })),
  );
  // Who is asked waits a second and a half for NATS: on a machine that is busy the next time counts.
  const says = (monitoringUrl: string | undefined, what: object) =>
    vi.waitFor(async () => expect(await said(monitoringUrl)).toEqual(what), { timeout: 60_000 });
  await says(durable?.monitoringUrl, { ready: true, says: 'ok' });
  await says(quick?.monitoringUrl, { ready: false, says: expect.stringContaining('set sync_interval to always') });
  expect((await said(`http://127.0.0.1:${await freePort()}`)).ready).toBe(false);
  expect(await said(undefined)).toEqual({
    ready: true,
    says: expect.stringContaining('NATS_MONITORING_URL is not set'),
  });
  await Promise.all([durable?.stop(), quick?.stop()]);
});
