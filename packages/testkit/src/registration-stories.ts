import type { Unit } from '@beian/contracts/units.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aReviewer, organs } from './actors.ts';
import type { TestPlatform } from './platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  aReturn,
  as,
  decided,
  eventually,
  json,
  untilStatus,
} from './registration.ts';
import { aSuspension, suspended, suspendedAndResumed } from './suspension.ts';

/** One way that a registration can go through a platform with an engine, from its submission on. */
type Story = (
  stage: { platform: TestPlatform; filer: Filer },
  application: { id: string; number: string },
) => Promise<unknown>;

const reviewer = aReviewer();

const stories: Record<string, Story> = {
  'registration-approved': ({ platform }, { number }) => decided(platform, reviewer, number, approval),
  'registration-rejected': ({ platform }, { number }) =>
    decided(platform, reviewer, number, { outcome: 'reject', reasonCode: 'other', opinion: '陈志远请补充说明' }),
  'registration-rerouted': async ({ platform }, { number }) => {
    await decided(platform, reviewer, number, { outcome: 'reroute', opinion: '属福田区', targetOrgan: '440304' });
    await decided(platform, aReviewer(organs.futian), number, approval);
  },
  'registration-suspended-and-approved': async ({ platform }, { number }) => {
    await suspendedAndResumed(platform, reviewer, number, aSuspension('陈志远约定到现场核查'));
    await decided(platform, reviewer, number, approval);
  },
  'registration-suspended-until-its-day': async ({ platform, filer }, { id, number }) => {
    await suspended(platform, reviewer, number);
    await eventually(
      () => applicationOf(platform, filer, id),
      (application) => application.suspensions.some(({ resumed }) => resumed?.by === 'day'),
    );
    await decided(platform, reviewer, number, approval);
  },
  'registration-suspended-and-withdrawn': async ({ platform, filer }, { id, number }) => {
    await suspended(platform, reviewer, number);
    await as(platform, filer).post(`/api/applications/${id}/withdrawal`);
  },
  'registration-withdrawn': ({ platform, filer }, { id }) =>
    as(platform, filer).post(`/api/applications/${id}/withdrawal`, { reason: '王建国离职' }),
  'registration-returned-and-approved': async ({ platform, filer }, { id, number }) => {
    await decided(platform, reviewer, number, aReturn);
    await untilStatus(platform, filer, id, 'returned');
    const correction = { baseVersion: 1, system: { retentionDays: 90 }, explanation: '王建国核实', truthful: true };
    await json(await as(platform, filer).create(`/api/applications/${id}/resubmission`, correction), 201);
    await decided(platform, reviewer, number, approval);
  },
  'registration-extended-and-expired': async ({ platform, filer }, { id, number }) => {
    await decided(platform, reviewer, number, aReturn);
    const { correction } = await untilStatus(platform, filer, id, 'returned');
    await json(await as(platform, filer).post(`/api/applications/${id}/extension`, { reason: '王建国出差' }));
    const { updatedAt } = await untilStatus(platform, filer, id, 'expired');
    const later = Date.parse(updatedAt) - Date.parse(correction?.dueAt ?? '');
    // Half of the time again: such a story has eight seconds.
    if (!(later >= 4000)) throw new Error(`it expired ${later} ms after its first deadline, though it was extended`);
  },
  'registration-expired': async ({ platform, filer }, { id, number }) => {
    await decided(platform, reviewer, number, aReturn);
    await untilStatus(platform, filer, id, 'expired');
  },
};

/** Those that wait for the end of a time. */
export const expiringRegistrations = [
  'registration-suspended-until-its-day',
  'registration-extended-and-expired',
  'registration-expired',
];
export const registrationStories = Object.keys(stories).filter((name) => !expiringRegistrations.includes(name));

/** Submits a registration of the unit and plays a story on it; answers the application's id. */
export async function playRegistration(
  name: string,
  stage: { platform: TestPlatform; filer: Filer; unit: Unit },
): Promise<string> {
  const application = await aRegistration(stage.platform, stage.filer, stage.unit);
  await stories[name]?.(stage, application);
  return application.id;
}
