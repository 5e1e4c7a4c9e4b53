import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import { aPersonalUser } from './actors.ts';
import { lodged } from './appeals.ts';
import { cancelled } from './cancellation.ts';
import { aSubmittedChange } from './change.ts';
import type { TestPlatform } from './platform.ts';
import { aFiling, approval, aRegistration, aReturn, aUnit, settled } from './registration.ts';
import { suspended } from './suspension.ts';
import { accountOf, answered, approvedTwice, settleOutcome, somebody, transferred } from './transfer.ts';

/** What a platform without an engine has been through: each business once, with a return, a suspension and an appeal on the way. */
export async function everyBusiness(
  platform: TestPlatform,
  { filer, reviewer }: { filer: Filer; reviewer: Staff },
): Promise<{ returned: ApplicationSummary }> {
  const unit = await aUnit(platform, filer);
  const [first, second, third] = [
    await aFiling(platform, filer, reviewer),
    await aFiling(platform, filer, reviewer),
    await aFiling(platform, filer, reviewer),
  ];
  const returned = await aRegistration(platform, filer, unit);
  await settled(platform, reviewer, returned, aReturn);
  await settled(platform, reviewer, await aSubmittedChange(platform, filer, [first]), approval);
  await settled(platform, reviewer, await cancelled(platform, filer, second), approval);
  const person = somebody();
  const transfer = await transferred(platform, filer, person, third);
  await approvedTwice(platform, transfer);
  await answered(platform, accountOf(person), transfer.id, { accept: true });
  await settleOutcome(platform, transfer.id);
  const appeal = await lodged(platform, aPersonalUser(), { filingNumber: first });
  const { review: policy } = platform.filing.policy;
  const cause = { kind: 'submission' } as const;
  await platform.activities.openReview({ applicationId: appeal.id, stage: 'validity', cause, policy });
  await suspended(platform, reviewer, appeal.number);
  return { returned };
}
