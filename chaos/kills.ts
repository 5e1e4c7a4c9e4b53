import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from '@beian/local/start-platform.ts';
import type { Unit } from '@beian/local/supervise.ts';
import { draw, shuffled } from './draw.ts';

/** Everything that is killed; the stand-in for the national sign-in is not ours to lose. */
export const components = [
  'gateway',
  'identity',
  'filing',
  'documents',
  'public-query',
  'notifications',
  'workflows',
  'nats',
  'temporal',
  'postgres',
  'minio',
] as const;
export type Component = (typeof components)[number];

/** When somebody is killed: once so many applications have been accepted, and then so much later. */
export type Kill = { component: Component; atAccepted: number; delayMs: number };

/** Every component as often as asked for, at moments of the seed's choosing between the first and the last application. */
export function killsOf(seed: number, { kills, applications }: { kills: number; applications: number }): Kill[] {
  const victims = Array.from({ length: kills }, (_, i) => shuffled(seed, `round ${i}`, components)).flat();
  return victims
    .map((component, i) => ({
      component,
      atAccepted: Math.ceil(applications * (0.02 + 0.93 * draw(seed, `kill ${i} at`))),
      delayMs: Math.round(2000 * draw(seed, `kill ${i} delay`)),
    }))
    .sort((a, b) => a.atAccepted - b.atAccepted);
}

/** How far a run is: applications that were accepted, and whether everything has been played. */
export type Course = { accepted: () => number; over: () => boolean };

/** Waits until so many applications have been accepted, or until there will be no more. */
export async function untilAccepted({ accepted, over }: Course, atAccepted: number): Promise<void> {
  while (accepted() < atAccepted && !over()) await sleep(50);
}

export type Killed = { component: Component; atAccepted: number; backMs: number };

/**
 * Carries out the kills, each with SIGKILL to the process that the supervisor started, which starts it again. Tells how long each took to be
 * ready again. A component that is down already is killed once it is back.
 */
export async function carryOut(
  platform: Pick<Platform, 'services' | 'servers'>,
  kills: readonly Kill[],
  run: Course & { expect: (pid: number) => void; tell: (killed: Killed) => void },
): Promise<void> {
  await Promise.all(
    components.map(async (component) => {
      const unit = unitOf(platform, component);
      for (const { atAccepted, delayMs } of kills.filter((kill) => kill.component === component)) {
        // A run that ends early still suffers every kill.
        await untilAccepted(run, atAccepted);
        await sleep(delayMs);
        const pid = await strike(unit, run.expect);
        const began = Date.now();
        await untilRunning(unit, pid);
        run.tell({ component, atAccepted, backMs: Date.now() - began });
      }
    }),
  );
}

export const unitOf = ({ services, servers }: Pick<Platform, 'services' | 'servers'>, component: Component): Unit =>
  component in servers ? servers[component as keyof typeof servers] : services[component as keyof typeof services];

/** Kills the process of a unit; one that falls by itself at this very moment is killed when it is back. */
async function strike(unit: Unit, expect: (pid: number) => void): Promise<number> {
  for (;;) {
    const pid = await untilRunning(unit);
    try {
      process.kill(pid, 'SIGKILL');
      expect(pid);
      return pid;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      await sleep(100);
    }
  }
}

const backWithinMs = 180_000;

/** Waits until a unit has a process (another than `unlike`); answers its id. */
export async function untilRunning(unit: Unit, unlike?: number): Promise<number> {
  for (const late = Date.now() + backWithinMs; ;) {
    const pid = unit.pid();
    if (pid !== undefined && pid !== unlike) return pid;
    if (Date.now() > late) throw new Error(`${unit.name} has not come back within ${backWithinMs / 1000} s`);
    await sleep(20);
  }
}
