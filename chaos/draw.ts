import { createHash } from 'node:crypto';

/** A number in [0, 1) that the seed and a name decide: whatever runs at the same time, the same name draws the same number. */
export function draw(seed: number, name: string): number {
  return createHash('sha256').update(`${seed}\n${name}`).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of several, as the seed decides. */
export function pick<T>(seed: number, name: string, from: readonly [T, ...T[]]): T {
  return from[Math.floor(draw(seed, name) * from.length)] ?? from[0];
}

/** The same things in an order that the seed decides. */
export function shuffled<T>(seed: number, name: string, things: readonly T[]): T[] {
  return things
    .map((thing, i) => ({ thing, at: draw(seed, `${name} ${i}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
