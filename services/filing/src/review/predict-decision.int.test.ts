import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  aUnit,
  decided,
  json,
  openedReview,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const beijing = (text: string) => new Date(`${text}+08:00`);
let now = beijing('2026-11-02T10:00:00');
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

async function inReview(overrides: Record<string, unknown> = {}) {
  const application = await aRegistration(platform, filer, unit, overrides);
  await openedReview(platform, application);
  return application;
}
/** Opened on a Monday, decided on the Wednesday. */
async function decidedAfterTwoDays(): Promise<void> {
  now = beijing('2026-11-02T10:00:00');
  const { number } = await inReview();
  now = beijing('2026-11-04T16:00:00');
  await json(await decided(platform, reviewer, number, approval), 202);
}
/** What the filer of a review that opens on a Friday reads. */
async function predictedOnFriday(overrides: Record<string, unknown> = {}): Promise<string | undefined> {
  now = beijing('2026-11-13T10:00:00');
  const { id } = await inReview(overrides);
  return (await applicationOf(platform, filer, id)).predictedAt;
}

it('the filer reads when a decision is expected, from the organ’s own last cases and from no fewer than five', async () => {
  for (let n = 0; n < 4; n += 1) await decidedAfterTwoDays();
  expect(await predictedOnFriday()).toBeUndefined();
  await decidedAfterTwoDays();
  expect(await predictedOnFriday()).toBe('2026-11-17T15:59:59.000Z');
  // Another organ has no cases yet.
  expect(await predictedOnFriday({ countyCode: organs.futian.divisionCode })).toBeUndefined();
});
