import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { aReviewer, organs } from './actors.ts';
import type { TestPlatform } from './platform.ts';
import { approval, as, decided, json, untilStatus } from './registration.ts';
import { returnedAndCorrected, returnFor } from './stories.ts';
import { aSuspension, suspendedAndResumed } from './suspension.ts';
import { accountOf, answered, transferred, type Person } from './transfer.ts';

/** One way that a transfer can go through a platform with an engine, from its submission on. */
type Story = (stage: {
  platform: TestPlatform;
  initiator: Filer;
  recipient: Filer;
  to: Person;
}) => (application: ApplicationSummary) => Promise<unknown>;

const first = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
const lina = seededPeople.find((person) => person.username === 'lina')?.claims;
/** Somebody whose name and number the search for personal data knows. */
const to: Person = { name: lina?.name ?? '', idNumber: lina?.id_number ?? '' };

const awaiting: Story =
  ({ platform, initiator }) =>
  async ({ id, number }) => {
    await decided(platform, first, number, approval);
    await untilStatus(platform, initiator, id, 'second_review');
    await json(await decided(platform, senior, number, approval));
    await untilStatus(platform, initiator, id, 'awaiting_recipient');
  };
const answeredWith =
  (body: { accept: boolean; reason?: string }): Story =>
  (stage) =>
  async (application) => {
    await awaiting(stage)(application);
    await json(await answered(stage.platform, stage.recipient, application.id, body));
  };

const stories: Record<string, Story> = {
  'transfer-accepted': answeredWith({ accept: true }),
  'transfer-declined': answeredWith({ accept: false, reason: '王建国未与本人协商' }),
  'transfer-revoked': (stage) => async (application) => {
    await awaiting(stage)(application);
    await json(await as(stage.platform, stage.initiator).post(`/api/transfers/${application.id}/revocation`));
  },
  'transfer-expired': (stage) => async (application) => {
    await awaiting(stage)(application);
    await untilStatus(stage.platform, stage.initiator, application.id, 'expired');
  },
  'transfer-returned-and-accepted': (stage) => async (application) => {
    const { platform, initiator: filer } = stage;
    const decision = returnFor('transfer.description', '说明过于简单', '写明移交原因');
    const correction = { transfer: { description: '陈志远不再管理该系统' } };
    await returnedAndCorrected({ platform, filer }, application, decision, correction);
    await answeredWith({ accept: true })(stage)(application);
  },
  'transfer-rejected-in-second-review':
    ({ platform, initiator }) =>
    async ({ id, number }) => {
      await decided(platform, first, number, approval);
      await untilStatus(platform, initiator, id, 'second_review');
      await decided(platform, senior, number, { outcome: 'reject', reasonCode: 'other', opinion: '申请表未盖章' });
    },
  'transfer-suspended-twice-and-accepted': (stage) => async (application) => {
    const { platform, initiator } = stage;
    const { id, number } = application;
    await suspendedAndResumed(platform, first, number, aSuspension('李娜未到场'));
    await decided(platform, first, number, approval);
    await untilStatus(platform, initiator, id, 'second_review');
    await suspendedAndResumed(platform, senior, number, aSuspension('李娜未到场'));
    await json(await decided(platform, senior, number, approval));
    await untilStatus(platform, initiator, id, 'awaiting_recipient');
    await json(await answered(platform, stage.recipient, id, { accept: true }));
  },
  'transfer-withdrawn':
    ({ platform, initiator }) =>
    async ({ id }) => {
      await untilStatus(platform, initiator, id, 'in_review');
      await as(platform, initiator).post(`/api/applications/${id}/withdrawal`, { reason: '李娜出国' });
    },
};

export const transferStories = Object.keys(stories);

/** Plays a story on a filing that the initiator holds; answers the application's id. */
export async function playTransfer(
  name: string,
  { platform, initiator, filingNumber }: { platform: TestPlatform; initiator: Filer; filingNumber: string },
): Promise<string> {
  const application = await transferred(platform, initiator, to, filingNumber);
  await stories[name]?.({ platform, initiator, recipient: accountOf(to), to })(application);
  return application.id;
}
