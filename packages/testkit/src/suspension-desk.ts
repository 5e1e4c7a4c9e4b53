import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { aPersonalUser, aReviewer } from './actors.ts';
import { aPlatform } from './platform.ts';
import { aRegistration, as, aUnit, json, openedReview } from './registration.ts';

export const filer = aPersonalUser();
export const reviewer = aReviewer();
const beijing = (text: string) => new Date(`${text}+08:00`);
/** Monday; no holiday is near. */
const monday = '2026-11-02T10:00:00';

/** What a suspension says. */
export const visit = { reasonCode: 'site_visit', opinion: '将于下周到现场核查摄像机点位。', resumeOn: '2026-11-10' };

type Claimed = { applicationId: string; number: string; taskId: string };
/** What activities are told of a task. */
export const ofTask = ({ applicationId, taskId }: Claimed) => ({ applicationId, taskId });

/** A reviewer's desk whose clock the test sets, with the engine's part played for what has been recorded. */
export async function suspensionDesk() {
  let now = beijing(monday);
  const platform = await aPlatform({ clock: { now: () => now } });
  const unit = await aUnit(platform, filer);
  const { review: policy } = platform.filing.policy;
  const at = (time: string) => {
    now = beijing(time);
  };
  const post = (by: typeof reviewer, { taskId }: Claimed, what: string, body?: object) =>
    as(platform, by).post(`/api/review/tasks/${taskId}/${what}`, body);

  /** A registration in the reviewer's hands: due on Monday the 9th, reminded of on Thursday the 5th, escalated on the 9th and the 12th. */
  async function claimed(): Promise<Claimed> {
    at(monday);
    const application = await aRegistration(platform, filer, unit);
    const opening = await openedReview(platform, application);
    if (!opening.opened) throw new Error('the review did not open');
    await json(await as(platform, reviewer).post(`/api/review/tasks/${opening.taskId}/claim`));
    return { applicationId: application.id, number: application.number, taskId: opening.taskId };
  }

  async function suspended(time = '2026-11-04T16:00:00'): Promise<Claimed> {
    const one = await claimed();
    at(time);
    await json(await post(reviewer, one, 'suspension', visit), 202);
    return one;
  }

  /** The row of the running suspension, and of its resumption once there is one. */
  async function suspensionOf({ taskId }: Claimed): Promise<{ id: string; resumption_id: string | null }> {
    const [row] = await platform.orm.em
      .fork()
      .execute<{ id: string; resumption_id: string | null }[]>(
        'select id, resumption_id from review_suspension where review_task_id = ? order by id desc',
        [taskId],
      );
    if (!row) throw new Error('no suspension');
    return row;
  }

  return {
    platform,
    at,
    post,
    claimed,
    suspended,
    suspensionOf,
    detail: async (by: typeof reviewer, { taskId }: Claimed) =>
      json<ReviewTaskDetail>(await as(platform, by).get(`/api/review/tasks/${taskId}`)),
    applySuspension: async (one: Claimed) =>
      platform.activities.applySuspension({ ...ofTask(one), suspensionId: (await suspensionOf(one)).id }),
    applyResumption: async (one: Claimed) => {
      const { id: suspensionId, resumption_id } = await suspensionOf(one);
      const resumption = resumption_id === null ? {} : { resumptionId: resumption_id };
      return platform.activities.applyResumption({ ...ofTask(one), suspensionId, ...resumption, policy });
    },
  };
}
