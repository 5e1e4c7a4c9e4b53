import { expect } from 'vitest';

/**
 * What something answers, which must not cost this process, its worker threads included, more than 5 s of a core, or what else is said.
 * On a machine with nothing else to do those are seconds; on a busy one the clock says how busy it is.
 */
export async function inTime<T>(work: () => Promise<T>, seconds = 5): Promise<T> {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(seconds * 1_000_000);
  return answer;
}
