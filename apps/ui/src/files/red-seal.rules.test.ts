import { describe, expect, it } from 'vitest';
import { showsRedSeal } from './red-seal.rules.ts';

type Colour = readonly [number, number, number];
const side = 400;
/** A page of paper with what `at` draws on it. */
const page = (paper: Colour, at: (x: number, y: number) => Colour | undefined = () => undefined) => {
  const rgba = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) rgba.set([...(at(x, y) ?? paper), 255], (y * side + x) * 4);
  }
  return rgba;
};
const white: Colour = [250, 250, 248];
const ring = (ink: Colour, radius: number) => (x: number, y: number) =>
  Math.abs(Math.hypot(x - 280, y - 300) - radius) < 1.5 ? ink : undefined;

describe('a red seal', () => {
  it.each([
    ['of fresh ink', [222, 41, 41]],
    ['pale from a copier', [205, 110, 115]],
    ['dark', [140, 30, 35]],
  ] as const)('is seen: %s', (_, ink) => {
    expect(showsRedSeal(page(white, ring(ink, 32)))).toBe(true);
  });

  it('is not seen on a plain page, on one with black text, and on warm paper', () => {
    expect(showsRedSeal(page(white))).toBe(false);
    expect(showsRedSeal(page(white, (_, y) => (y % 12 < 5 ? [25, 25, 30] : undefined)))).toBe(false);
    expect(showsRedSeal(page([236, 205, 170]))).toBe(false);
  });

  it('is not a red dot, nor grey ink', () => {
    expect(showsRedSeal(page(white, (x, y) => (Math.hypot(x - 9, y - 9) < 5 ? [222, 41, 41] : undefined)))).toBe(false);
    expect(showsRedSeal(page(white, ring([110, 110, 110], 32)))).toBe(false);
  });

  it('of nothing is not seen', () => expect(showsRedSeal(new Uint8ClampedArray())).toBe(false));
});
