import type { Filer } from '@beian/service-kit/actor.ts';
import { aReviewer } from './actors.ts';
import type { TestPlatform } from './platform.ts';
import { approval, as, decided, json, untilStatus } from './registration.ts';
import { aSuspension, suspendedAndResumed } from './suspension.ts';

export type Stage = { platform: TestPlatform; filer: Filer };
export type Submitted = { id: string; number: string };
/** One way that an application can go through a platform with an engine, from its submission on. */
export type Story = (stage: Stage, application: Submitted) => Promise<unknown>;

const reviewer = aReviewer();

export const approvedAtOnce: Story = ({ platform }, { number }) => decided(platform, reviewer, number, approval);

export const suspendedAndApproved: Story = async (stage, application) => {
  await suspendedAndResumed(stage.platform, reviewer, application.number, aSuspension('陈志远约定到现场核查'));
  await approvedAtOnce(stage, application);
};

/** A return for one field of a notice. */
export const returnFor = (field: string, problem: string, advice: string): Record<string, unknown> => ({
  outcome: 'return',
  opinion: '请补正。',
  notice: [{ field, problem, advice }],
});

/** Is returned, and submitted again with the correction. */
export async function returnedAndCorrected(
  { platform, filer }: Stage,
  { id, number }: Submitted,
  decision: Record<string, unknown>,
  correction: Record<string, unknown>,
): Promise<void> {
  await decided(platform, reviewer, number, decision);
  await untilStatus(platform, filer, id, 'returned');
  const body = { baseVersion: 1, ...correction, truthful: true };
  await json(await as(platform, filer).create(`/api/applications/${id}/resubmission`, body), 201);
}

export const returnedAndApproved =
  (decision: Record<string, unknown>, correction: Record<string, unknown>): Story =>
  async (stage, application) => {
    await returnedAndCorrected(stage, application, decision, correction);
    await approvedAtOnce(stage, application);
  };
