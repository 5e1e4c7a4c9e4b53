import type { Filer } from '@beian/service-kit/actor.ts';
import { aReviewer } from './actors.ts';
import { cancelled } from './cancellation.ts';
import type { TestPlatform } from './platform.ts';
import { approval, as, decided, json, untilStatus } from './registration.ts';
import { aSuspension, suspendedAndResumed } from './suspension.ts';

/** One way that a cancellation can go through a platform with an engine, from its submission on. */
type Story = (
  stage: { platform: TestPlatform; filer: Filer },
  application: { id: string; number: string },
) => Promise<unknown>;

const reviewer = aReviewer();

const stories: Record<string, Story> = {
  'cancellation-approved': ({ platform }, { number }) => decided(platform, reviewer, number, approval),
  'cancellation-suspended-and-approved': async ({ platform }, { number }) => {
    await suspendedAndResumed(platform, reviewer, number, aSuspension('陈志远约定到现场核查'));
    await decided(platform, reviewer, number, approval);
  },
  'cancellation-returned-and-approved': async ({ platform, filer }, { id, number }) => {
    const notice = [{ field: 'cancellation.reason', problem: '原因不明', advice: '请写明' }];
    await decided(platform, reviewer, number, { outcome: 'return', opinion: '请补正。', notice });
    await untilStatus(platform, filer, id, 'returned');
    const correction = { baseVersion: 1, cancellation: { reason: '王建国离职，系统已拆除' }, truthful: true };
    await json(await as(platform, filer).create(`/api/applications/${id}/resubmission`, correction), 201);
    await decided(platform, reviewer, number, approval);
  },
};

export const cancellationStories = Object.keys(stories);

/** Plays a story on a filing that the filer holds; answers the application's id. */
export async function playCancellation(
  name: string,
  { filingNumber, ...stage }: { platform: TestPlatform; filer: Filer; filingNumber: string },
): Promise<string> {
  const application = await cancelled(stage.platform, stage.filer, filingNumber, { reason: '陈志远申请注销' });
  await stories[name]?.(stage, application);
  return application.id;
}
