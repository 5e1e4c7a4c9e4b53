import { expect, it } from 'vitest';
import { presetsOn } from './period-presets.rules.ts';

it.each([
  ['2026-01-31', 'lastMonth', '2025-12-01', '2025-12-31'],
  ['2028-03-15', 'lastMonth', '2028-02-01', '2028-02-29'],
  ['2026-11-25', 'thisMonth', '2026-11-01', '2026-11-25'],
  ['2026-11-25', 'thisQuarter', '2026-10-01', '2026-11-25'],
  ['2026-11-25', 'thisYear', '2026-01-01', '2026-11-25'],
  ['2026-11-25', 'twelveMonths', '2025-12-01', '2026-11-25'],
] as const)('on %s the period %s goes from %s to %s', (today, preset, from, to) => {
  expect(presetsOn(today)[preset]).toEqual({ from, to });
});
