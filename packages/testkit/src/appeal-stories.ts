import type { PublicAppealReceipt } from '@beian/contracts/appeals.ts';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aPersonalUser, aReviewer, organs } from './actors.ts';
import { dismissed, lodged, lodgedPublicly, takenUp, upheld } from './appeals.ts';
import type { TestPlatform } from './platform.ts';
import { as, decided, eventually, json, taskOf, untilStatus, uploaded } from './registration.ts';

/** One way that an appeal can go through a platform with an engine, from when it is lodged. */
type Story = (stage: {
  platform: TestPlatform;
  appellant: Filer;
}) => (application: { id: string; number: string }) => Promise<unknown>;

const first = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);

/** Decides the task of a stage once it is open: each decision opens the next. */
async function decide(
  platform: TestPlatform,
  number: string,
  { stage, decision }: { stage: 'validity' | 'first' | 'second'; decision: Record<string, unknown> },
): Promise<void> {
  const reviewer = stage === 'second' ? senior : first;
  await eventually(
    () => taskOf(platform, reviewer, number),
    (task) => task.stage === stage,
  );
  await json(await decided(platform, reviewer, number, decision));
}
const moving = { ...upheld, holderChange: 'appellant' };
const determinedAs =
  (proposal: Record<string, unknown>, confirmation: Record<string, unknown>): Story =>
  ({ platform }) =>
  async ({ number }) => {
    await decide(platform, number, { stage: 'validity', decision: takenUp });
    await decide(platform, number, { stage: 'first', decision: proposal });
    await decide(platform, number, { stage: 'second', decision: confirmation });
  };

const stories: Record<string, Story> = {
  'appeal-upheld': determinedAs(moving, upheld),
  'appeal-dismissed': determinedAs(dismissed, dismissed),
  'appeal-not-valid':
    ({ platform }) =>
    async ({ number }) => {
      const decision = { outcome: 'reject', reasonCode: 'not_appealable', opinion: '陈志远所述不属于申诉事项' };
      await decide(platform, number, { stage: 'validity', decision });
    },
  'appeal-returned-and-upheld': (stage) => async (application) => {
    const { platform, appellant } = stage;
    const { id, number } = application;
    const notice = [{ field: 'appeal.evidenceIds', problem: '印章不清', advice: '重新扫描' }];
    await decide(platform, number, { stage: 'validity', decision: { outcome: 'return', opinion: '请补正。', notice } });
    await untilStatus(platform, appellant, id, 'returned');
    const evidenceIds = [await uploaded(platform, appellant, 'appeal_evidence')];
    const correction = { baseVersion: 1, appeal: { evidenceIds }, truthful: true };
    await json(await as(platform, appellant).create(`/api/applications/${id}/resubmission`, correction), 201);
    await determinedAs(moving, upheld)(stage)(application);
  },
  'appeal-differing-and-dismissed': (stage) => async (application) => {
    const { platform } = stage;
    await determinedAs(moving, dismissed)(stage)(application);
    await decide(platform, application.number, { stage: 'first', decision: dismissed });
    await decide(platform, application.number, { stage: 'second', decision: dismissed });
  },
  'appeal-withdrawn':
    ({ platform, appellant }) =>
    async ({ id, number }) => {
      await decide(platform, number, { stage: 'validity', decision: takenUp });
      await untilStatus(platform, appellant, id, 'in_review');
      await json(await as(platform, appellant).post(`/api/applications/${id}/withdrawal`, { reason: '与王建国和解' }));
    },
  'appeal-public-dismissed': determinedAs(dismissed, dismissed),
};

export const appealStories = Object.keys(stories);

/** Plays a story about a filing that somebody else holds; answers the application's id. */
export async function playAppeal(
  name: string,
  { platform, filingNumber }: { platform: TestPlatform; filingNumber: string },
): Promise<string> {
  const appellant = aPersonalUser();
  const application: Pick<ApplicationSummary, 'id' | 'number'> = name.includes('-public-')
    ? await lodgedWithoutAccount(platform, filingNumber)
    : await lodged(platform, appellant, { filingNumber });
  await stories[name]?.({ platform, appellant })(application);
  return application.id;
}

async function lodgedWithoutAccount(platform: TestPlatform, filingNumber: string) {
  const { number } = await json<PublicAppealReceipt>(await lodgedPublicly(platform, { filingNumber }), 201);
  const { applicationId: id } = await taskOf(platform, first, number);
  return { id, number };
}
