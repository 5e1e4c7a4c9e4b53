import { expect, it } from 'vitest';
import { startNats } from '@beian/local/servers/nats.ts';
import { emptyDatabase } from '@beian/testkit/database.ts';
import { playOutbox } from '@beian/testkit/outbox-load.ts';
import { servers } from '@beian/testkit/servers.ts';

it('50 writers at once and a relay that is killed again and again: each effect exactly once, in order per subject', async () => {
  const nats = await startNats({ dataDir: `${servers().dir}/nats-outbox-load` });
  const load = { events: 1000, writers: 50, kills: 5 };
  const result = await playOutbox({ databaseUrl: await emptyDatabase(), natsUrl: nats.url, ...load });
  await nats.stop();
  expect(result).toMatchObject({ kills: 5, doubled: 0, missing: 0, outOfOrder: 0 });
  expect(result.committed).toBeGreaterThanOrEqual(1000);
}, 400_000);
