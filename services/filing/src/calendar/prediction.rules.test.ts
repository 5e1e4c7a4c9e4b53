import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.rules.ts';
import { predictedEnd } from './prediction.rules.ts';

const official: Calendar = new Map();
const beijing = (text: string) => new Date(`${text}+08:00`);
const monday = beijing('2026-11-02T10:00:00');
/** A review that opened on a Monday and was decided some days later. */
const took = (days: number) => ({ openedAt: monday, closedAt: new Date(monday.getTime() + days * 86_400_000) });
const opened = beijing('2026-11-20T15:00:00'); // a Friday

describe('the predicted end of a review', () => {
  it('is the median of the last ones in working days, whatever the longest took', () => {
    expect(predictedEnd(opened, [1, 2, 2, 3, 40].map(took), opened, official)).toEqual(beijing('2026-11-24T23:59:59'));
  });

  it('is today for an organ that decides on the same day', () => {
    expect(predictedEnd(opened, [0, 0, 0, 0, 1].map(took), opened, official)).toEqual(beijing('2026-11-20T23:59:59'));
  });

  it('is not told from too few cases, nor when it has passed', () => {
    expect(predictedEnd(opened, [1, 2, 2, 3].map(took), opened, official)).toBeUndefined();
    const late = beijing('2026-11-25T09:00:00');
    expect(predictedEnd(opened, [1, 2, 2, 3, 4].map(took), late, official)).toBeUndefined();
  });
});
