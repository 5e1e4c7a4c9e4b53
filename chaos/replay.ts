import { setTimeout as sleep } from 'node:timers/promises';
import { draw } from './draw.ts';
import { untilAccepted, type Course } from './kills.ts';
import type { Engine } from './verdict/engine.ts';

/**
 * Once in a run, at a moment of the seed's choosing, NATS forgets what the services have handled: every event since the beginning comes again,
 * to services that are being killed meanwhile. Tells whose events.
 */
export async function replayOnce(
  engine: Pick<Engine, 'forgetProgress'>,
  { seed, applications }: { seed: number; applications: number },
  run: Course & { tell: (consumers: string[]) => void },
): Promise<void> {
  const atAccepted = Math.ceil(applications * (0.4 + 0.4 * draw(seed, 'replay at')));
  await untilAccepted(run, atAccepted);
  for (;;) {
    const consumers = await engine.forgetProgress().catch(() => []);
    if (consumers.length > 0) return run.tell(consumers);
    await sleep(500); // NATS itself may be down at this moment
  }
}
