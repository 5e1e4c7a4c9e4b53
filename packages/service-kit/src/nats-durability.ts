import { z } from 'zod';
import { Note } from './health.ts';

const Varz = z.object({
  jetstream: z.object({ config: z.object({ sync_always: z.boolean().optional() }).optional() }),
});

/**
 * Rejects unless NATS writes a message to the disk before it acknowledges it (`sync_interval: always`): its default is up to two minutes
 * later, and what the relay has sent could be gone after a power cut. Rejects as well when it cannot write: after one write that failed it
 * keeps nothing more of a stream until it is started again. Only the server's monitoring address tells; without one a Note.
 */
export async function natsDurability(monitoringUrl: string | undefined): Promise<Note | undefined> {
  if (monitoringUrl === undefined) {
    return new Note('whether NATS syncs before it acknowledges is not known: NATS_MONITORING_URL is not set');
  }
  const ask = (path: string) => fetch(new URL(path, monitoringUrl), { signal: AbortSignal.timeout(1500) });
  const [answer, health] = await Promise.all([ask('/varz'), ask('/healthz')]);
  const { jetstream } = Varz.parse(await answer.json());
  if (jetstream.config?.sync_always !== true) {
    throw new Error('NATS acknowledges before it syncs: set sync_interval to always in its jetstream block');
  }
  if (!health.ok) throw new Error(`NATS keeps nothing until it is started again: ${await health.text()}`);
  await health.body?.cancel();
  return undefined;
}
