import type { Unit } from '@beian/contracts/units.ts';
import { aReviewer, organs } from './actors.ts';
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
import { approvedAtOnce, returnedAndApproved, suspendedAndApproved, type Stage, type Story } from './stories.ts';
import { suspended } from './suspension.ts';

const reviewer = aReviewer();

const stories: Record<string, Story> = {
  'registration-approved': approvedAtOnce,
  'registration-rejected': ({ platform }, { number }) =>
    decided(platform, reviewer, number, { outcome: 'reject', reasonCode: 'other', opinion: '陈志远请补充说明' }),
  'registration-rerouted': async ({ platform }, { number }) => {
    await decided(platform, reviewer, number, { outcome: 'reroute', opinion: '属福田区', targetOrgan: '440304' });
    await decided(platform, aReviewer(organs.futian), number, approval);
  },
  'registration-suspended-and-approved': suspendedAndApproved,
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
  'registration-returned-and-approved': returnedAndApproved(aReturn, {
    system: { retentionDays: 90 },
    explanation: '王建国核实',
  }),
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
export async function playRegistration(name: string, stage: Stage & { unit: Unit }): Promise<string> {
  const application = await aRegistration(stage.platform, stage.filer, stage.unit);
  await stories[name]?.(stage, application);
  return application.id;
}
