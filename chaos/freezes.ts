import { setTimeout as sleep } from 'node:timers/promises';
import { pidtree } from 'pidtree';
import type { Platform } from '@beian/local/start-platform.ts';
import { draw, shuffled } from './draw.ts';
import { type Component, type Course, components, unitOf, untilAccepted, untilRunning } from './kills.ts';

/** When somebody is frozen: once so many applications have been accepted, and then so much later; and for how long. */
export type Freeze = { component: Component; atAccepted: number; delayMs: number; frozenMs: number };

/** Longer than whatever waits for one of ours: requests, leases, steps of workflows. */
const longestMs = 40_000;
const shortestMs = 2000;

/** Every component as often as asked for, at moments and for times of the seed's choosing. */
export function freezesOf(
  seed: number,
  { freezes, applications }: { freezes: number; applications: number },
): Freeze[] {
  const victims = Array.from({ length: freezes }, (_, i) => shuffled(seed, `freezing ${i}`, components)).flat();
  return victims
    .map((component, i) => ({
      component,
      atAccepted: Math.ceil(applications * (0.02 + 0.93 * draw(seed, `freeze ${i} at`))),
      delayMs: Math.round(2000 * draw(seed, `freeze ${i} delay`)),
      frozenMs: Math.round(shortestMs + (longestMs - shortestMs) * draw(seed, `freeze ${i} for`) ** 2),
    }))
    .sort((a, b) => a.atAccepted - b.atAccepted);
}

/**
 * Carries them out: the component and what it has started stand still (SIGSTOP), as on a machine that hangs or behind a network that is
 * gone: its connections stay open, nobody answers, and when it goes on it believes what it believed before.
 */
export async function carryOutFreezes(
  platform: Pick<Platform, 'services' | 'servers'>,
  freezes: readonly Freeze[],
  run: Course & { tell: (frozen: Omit<Freeze, 'delayMs'>) => void },
): Promise<void> {
  await Promise.all(
    components.map(async (component) => {
      for (const { atAccepted, delayMs, frozenMs } of freezes.filter((freeze) => freeze.component === component)) {
        await untilAccepted(run, atAccepted);
        await sleep(delayMs);
        const family = await pidtree(await untilRunning(unitOf(platform, component)), { root: true });
        send(family, 'SIGSTOP');
        await sleep(frozenMs);
        send(family, 'SIGCONT');
        run.tell({ component, atAccepted, frozenMs });
      }
    }),
  );
}

function send(family: readonly number[], signal: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of family) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // killed meanwhile
    }
  }
}
