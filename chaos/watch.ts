import type { Platform } from '@beian/local/start-platform.ts';
import { type Component, components, unitOf } from './kills.ts';

/**
 * Looks at the processes of the platform: one that goes away without having been killed fell by itself, because another was killed, say.
 * `expect` announces a kill; `stop` answers who fell.
 */
export function watchFor(platform: Pick<Platform, 'services' | 'servers'>) {
  const last = new Map<Component, number>();
  const killed = new Set<number>();
  const fallen: Component[] = [];
  const look = () => {
    for (const component of components) {
      const pid = unitOf(platform, component).pid();
      const before = last.get(component);
      if (pid === undefined || pid === before) continue;
      if (before !== undefined && !killed.has(before)) fallen.push(component);
      last.set(component, pid);
    }
  };
  look();
  const timer = setInterval(look, 100);
  return {
    expect: (pid: number): void => void killed.add(pid),
    stop: (): Component[] => {
      clearInterval(timer);
      look();
      return fallen;
    },
  };
}
