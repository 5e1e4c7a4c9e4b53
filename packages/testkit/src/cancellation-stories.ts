import { cancelled } from './cancellation.ts';
import {
  approvedAtOnce,
  returnedAndApproved,
  returnFor,
  suspendedAndApproved,
  type Stage,
  type Story,
} from './stories.ts';

const stories: Record<string, Story> = {
  'cancellation-approved': approvedAtOnce,
  'cancellation-suspended-and-approved': suspendedAndApproved,
  'cancellation-returned-and-approved': returnedAndApproved(returnFor('cancellation.reason', '原因不明', '请写明'), {
    cancellation: { reason: '王建国离职，系统已拆除' },
  }),
};

export const cancellationStories = Object.keys(stories);

/** Plays a story on a filing that the filer holds; answers the application's id. */
export async function playCancellation(
  name: string,
  { filingNumber, ...stage }: Stage & { filingNumber: string },
): Promise<string> {
  const application = await cancelled(stage.platform, stage.filer, filingNumber, { reason: '陈志远申请注销' });
  await stories[name]?.(stage, application);
  return application.id;
}
