import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aReviewer, organs } from './actors.ts';
import { aSubmittedChange, inFutian, partsOf } from './change.ts';
import type { TestPlatform } from './platform.ts';
import { approval, as, decided, json, named, untilStatus } from './registration.ts';
import { aSuspension, suspendedAndResumed } from './suspension.ts';

type Stage = { platform: TestPlatform; filer: Filer };
/** What changes, for all filings and for the second one when there is one; then what happens. */
type Story = {
  system?: object;
  second?: object;
  /** The history of a part that is recorded too: whose, and under what name. */
  part?: { countyCode: string; name: string };
  play: (stage: Stage, application: ApplicationSummary) => Promise<unknown>;
};

const nanshan = aReviewer();
const futian = aReviewer(organs.futian);
const decidedByBoth = async (
  { platform, filer }: Stage,
  { id }: ApplicationSummary,
  ofFutian: Record<string, unknown>,
) => {
  const parts = await partsOf(platform, filer, id);
  await decided(platform, nanshan, parts.get('440305')?.number ?? '', approval);
  await decided(platform, futian, parts.get('440304')?.number ?? '', ofFutian);
};

const stories: Record<string, Story> = {
  'change-approved': {
    system: { safetyOfficerName: named.headName, safetyOfficerPhone: named.safetyOfficerPhone, retentionDays: 90 },
    play: ({ platform }, { number }) => decided(platform, nanshan, number, approval),
  },
  'change-returned-and-approved': {
    play: async ({ platform, filer }, { id, number }) => {
      const notice = [{ field: 'change.explanation', problem: '原因不明', advice: '请写明' }];
      await decided(platform, nanshan, number, { outcome: 'return', opinion: '请补正。', notice });
      await untilStatus(platform, filer, id, 'returned');
      const correction = { baseVersion: 1, change: { explanation: '王建国离职' }, truthful: true };
      await json(await as(platform, filer).create(`/api/applications/${id}/resubmission`, correction), 201);
      await decided(platform, nanshan, number, approval);
    },
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
