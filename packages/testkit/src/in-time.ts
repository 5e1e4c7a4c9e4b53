import { expect } from 'vitest';

/**
 * What something answers, which must not cost this process, its worker threads included, more than 5 s of a core. On a machine with
 * nothing else to do those are seconds; on a busy one the clock says how busy it is.
 */
export async function inTime<T>(work: () => Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(5_000_000);
  return answer;
}
