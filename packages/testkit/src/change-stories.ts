import { aReviewer, organs } from './actors.ts';
import { aSubmittedChange, inFutian, partsOf } from './change.ts';
import { approval, as, decided, named } from './registration.ts';
import { approvedAtOnce, returnedAndApproved, returnFor, type Stage, type Story, type Submitted } from './stories.ts';
import { aSuspension, suspendedAndResumed } from './suspension.ts';

/** What changes, for all filings and for the second one when there is one; then what happens. */
type ChangeStory = {
  system?: object;
  second?: object;
  /** The history of a part that is recorded too: whose, and under what name. */
  part?: { countyCode: string; name: string };
  play: Story;
};

const nanshan = aReviewer();
const futian = aReviewer(organs.futian);
const decidedByBoth = async ({ platform, filer }: Stage, { id }: Submitted, ofFutian: Record<string, unknown>) => {
  const parts = await partsOf(platform, filer, id);
  await decided(platform, nanshan, parts.get('440305')?.number ?? '', approval);
  await decided(platform, futian, parts.get('440304')?.number ?? '', ofFutian);
};

const stories: Record<string, ChangeStory> = {
  'change-approved': {
    system: { safetyOfficerName: named.headName, safetyOfficerPhone: named.safetyOfficerPhone, retentionDays: 90 },
    play: approvedAtOnce,
  },
  'change-returned-and-approved': {
    play: returnedAndApproved(returnFor('change.explanation', '原因不明', '请写明'), {
      change: { explanation: '王建国离职' },
    }),
  },
  'change-parts-one-approved-one-rejected': {
    second: inFutian,
    part: { countyCode: '440304', name: 'change-part-rejected' },
    play: (stage, application) =>
      decidedByBoth(stage, application, { outcome: 'reject', reasonCode: 'other', opinion: '陈志远请核实' }),
  },
  'change-parts-all-approved': {
    second: inFutian,
    play: (stage, application) => decidedByBoth(stage, application, approval),
  },
  'change-parts-one-suspended': {
    second: inFutian,
    part: { countyCode: '440304', name: 'change-part-suspended-and-approved' },
    play: async (stage, application) => {
      const parts = await partsOf(stage.platform, stage.filer, application.id);
      const ofFutian = parts.get('440304')?.number ?? '';
      await suspendedAndResumed(stage.platform, futian, ofFutian, aSuspension('陈志远约定到现场核查'));
      await decidedByBoth(stage, application, approval);
    },
  },
  'change-withdrawn': {
    second: inFutian,
    play: ({ platform, filer }, { id }) =>
      as(platform, filer).post(`/api/applications/${id}/withdrawal`, { reason: '王建国离职' }),
  },
  'change-moved-to-another-county': {
    system: inFutian,
    play: ({ platform }, { number }) => decided(platform, futian, number, approval),
  },
};

export const changeStories = Object.keys(stories);

/** Plays a story on filings of the filer's to its end; answers its name with the application's id, and what is recorded of its parts. */
export async function playChange(
  name: string,
  { platform, filer, file }: Stage & { file: () => Promise<string> },
): Promise<(readonly [name: string, applicationId: string])[]> {
  const story = stories[name];
  if (!story || !platform.temporal) throw new Error(`no story ${name}, or no engine for it`);
  const { system = { retentionDays: 90 }, second, part, play } = story;
  const numbers = [await file(), ...(second ? [await file()] : [])];
  const perFiling = second ? [{ filingNumber: numbers[1], system: second }] : [];
  const overrides = { system, perFiling, explanation: '陈志远申请变更' };
  const application = await aSubmittedChange(platform, filer, numbers, overrides);
  await play({ platform, filer }, application);
  await platform.temporal.client.workflow.getHandle(application.id).result();
  const recorded = part && (await partsOf(platform, filer, application.id)).get(part.countyCode);
  return [[name, application.id], ...(recorded ? ([[part.name, recorded.id]] as const) : [])];
}
