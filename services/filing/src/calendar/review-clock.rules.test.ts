import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewPolicy, Span } from '@beian/contracts/workflows.ts';
import type { Calendar } from './calendar.rules.ts';
import { afterSuspension, handedOn, resumed, type ReviewTimes } from './review-clock.rules.ts';
import { amountBetween, reviewTimes } from './spans.rules.ts';

const official: Calendar = new Map();
const beijing = (text: string) => new Date(`${text}+08:00`);
const working = (amount: number): Span => ({ amount, unit: 'working_days' });
const policy: ReviewPolicy = {
  due: working(5),
  remindAfter: [working(3)],
  escalateAfter: [working(5), working(8)],
};
/** Monday, 2 November 2026; no holiday is near. */
const opened = beijing('2026-11-02T10:00:00');
const times = reviewTimes(opened, policy, official);
const after = (stopped: string, resumedAt: string): ReviewTimes =>
  resumed(times, { stoppedAt: beijing(stopped), resumedAt: beijing(resumedAt) }, 'working_days', official);

describe('a review that goes on after a correction', () => {
  it('has as many working days left as when it was returned', () => {
    // Returned on Wednesday with three days left, resubmitted on the Tuesday after.
    expect(after('2026-11-04T15:00:00', '2026-11-10T09:00:00')).toEqual({
      dueAt: beijing('2026-11-13T23:59:59'),
      remindAt: [beijing('2026-11-11T09:00:00')],
      escalateAt: [beijing('2026-11-13T23:59:59'), beijing('2026-11-18T23:59:59')],
    });
  });

  it('is not reminded again of what it was reminded of', () => {
    expect(after('2026-11-06T15:00:00', '2026-11-10T09:00:00').remindAt).toEqual([]);
  });

  it('has one working day at least, also when it was late already', () => {
    expect(after('2026-11-11T09:00:00', '2026-11-20T16:00:00')).toMatchObject({
      dueAt: beijing('2026-11-23T23:59:59'),
      escalateAt: [beijing('2026-11-23T23:59:59'), beijing('2026-11-26T23:59:59')],
    });
  });

  it('is what it was when the filer answers on the same day', () => {
    expect(after('2026-11-04T09:00:00', '2026-11-04T18:00:00')).toEqual(times);
  });
});

describe('a review that goes on after it was suspended', () => {
  const suspended = (stopped: string, resumedAt: string): ReviewTimes =>
    afterSuspension(times, { stoppedAt: beijing(stopped), resumedAt: beijing(resumedAt) }, 'working_days', official);

  it('has as many working days left as when it was suspended', () => {
    expect(suspended('2026-11-04T15:00:00', '2026-11-10T09:00:00')).toEqual(
      after('2026-11-04T15:00:00', '2026-11-10T09:00:00'),
    );
  });

  it('keeps its deadline when that had passed, and the days that were left until the next escalation', () => {
    expect(suspended('2026-11-11T09:00:00', '2026-11-20T16:00:00')).toMatchObject({
      dueAt: times.dueAt,
      escalateAt: [beijing('2026-11-18T23:59:59'), beijing('2026-11-23T23:59:59')],
    });
  });

  it('has gained nothing, however often and at whatever hour', () => {
    const hour = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(hour, hour, (worked, rested) => {
        const stoppedAt = new Date(opened.getTime() + worked * 3_600_000);
        const resumedAt = new Date(stoppedAt.getTime() + rested * 3_600_000);
        const { dueAt } = afterSuspension(times, { stoppedAt, resumedAt }, 'working_days', official);
        const left = amountBetween(stoppedAt, times.dueAt, 'working_days', official);
        if (times.dueAt <= stoppedAt) expect(dueAt).toEqual(times.dueAt);
        else expect(amountBetween(resumedAt, dueAt, 'working_days', official)).toBe(Math.max(1, left));
      }),
    );
  });
});

describe('a review that is handed on to another organ', () => {
  it('keeps its times, and the reminders that are still to come', () => {
    expect(handedOn(times, beijing('2026-11-04T10:00:00'))).toEqual(times);
    expect(handedOn(times, beijing('2026-11-06T10:00:00'))).toEqual({ ...times, remindAt: [] });
  });
});

describe('whatever the way of an application', () => {
  const hours = 3_600_000;
  const pause = fc.record({ worked: fc.integer({ min: 0, max: 240 }), paused: fc.integer({ min: 0, max: 900 }) });

  it('time with the filer never counts: what was left is left, one working day at least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), fc.array(pause, { maxLength: 6 }), (start, pauses) => {
        let at = new Date(beijing('2026-01-05T08:00:00').getTime() + start * hours);
        let clock = reviewTimes(at, policy, official);
        for (const { worked, paused } of pauses) {
          const stoppedAt = new Date(at.getTime() + worked * hours);
          const resumedAt = new Date(stoppedAt.getTime() + paused * hours);
          const left = amountBetween(stoppedAt, clock.dueAt, 'working_days', official);
          clock = resumed(clock, { stoppedAt, resumedAt }, 'working_days', official);
          expect(amountBetween(resumedAt, clock.dueAt, 'working_days', official)).toBe(Math.max(1, left));
          at = resumedAt;
        }
      }),
    );
  });

  it('in seconds the deadline moves by exactly the pauses', () => {
    const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
    const short = { due: seconds(1_000_000), remindAfter: [], escalateAfter: [seconds(1_000_000)] };
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 6 }), (pauses) => {
        let at = opened;
        let total = 0;
        let clock = reviewTimes(at, short, official);
        const first = clock.dueAt;
        for (const { worked, paused } of pauses) {
          const stoppedAt = new Date(at.getTime() + worked * 1000);
          at = new Date(stoppedAt.getTime() + paused * hours);
          total += paused * hours;
          clock = resumed(clock, { stoppedAt, resumedAt: at }, 'seconds', official);
        }
        expect(clock.dueAt.getTime()).toBe(first.getTime() + total);
        expect(clock.escalateAt).toEqual([clock.dueAt]);
      }),
    );
  });
});
