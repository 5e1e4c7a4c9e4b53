import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../platform.ts';
import { browserTestSeconds } from './browser-test-seconds.ts';
import { dealtOut } from './deal-out.ts';

const files = Object.keys(browserTestSeconds);
const timeOf = (hand: readonly string[]) => hand.reduce((sum, file) => sum + (browserTestSeconds[file] ?? 0), 0);

describe('browser tests are dealt out', () => {
  it('each to one platform, so that both are done within a few seconds of each other', () => {
    const [first = [], second = []] = dealtOut(files, browserTestSeconds, [17, 0]);
    expect([...first, ...second].toSorted()).toEqual(files.toSorted());
    expect(Math.abs(17 + timeOf(first) - timeOf(second))).toBeLessThan(10);
  });

  it('in the same way in whatever order the files are found', () => {
    expect(dealtOut(files.toReversed(), browserTestSeconds, [0, 0])).toEqual(
      dealtOut(files, browserTestSeconds, [0, 0]),
    );
  });

  it('also a file that nobody has measured', () => {
    expect(dealtOut(['a', 'b', 'c'], { a: 40 }, [0, 0])).toEqual([['a'], ['b', 'c']]);
  });

  it('by what was measured of files that exist', () => {
    expect(files.filter((file) => !existsSync(join(root, 'e2e', file)))).toEqual([]);
  });
});
