import { z } from 'zod';
import { AppealSubmission } from './appeals.ts';
import { CancellationSubmission } from './cancellations.ts';
import { ChangeSubmission } from './changes.ts';
import { Id } from './common.ts';
import { SystemInput } from './systems.ts';
import { TransferSubmission } from './transfers.ts';

/** POST /api/applications for 备案登记 (M066). The unit is snapshotted: later edits of it do not touch this application. */
export const RegistrationSubmission = z
  .strictObject({
    kind: z.literal('registration'),
    unitId: Id.meta({ description: '单位' }),
    system: SystemInput,
    /** Truthfulness declaration (条例 art. 14 ¶2). */
    truthful: z.literal(true, { error: 'declaration.required' }).meta({ description: '真实性承诺' }),
    /** The draft that this submission ends, if it came from one. */
    draftId: Id.optional(),
  })
  .meta({ id: 'RegistrationSubmission', description: '备案登记申请' });
export type RegistrationSubmission = z.infer<typeof RegistrationSubmission>;

/** Grows by one member per business. */
export const SubmitApplication = z.discriminatedUnion('kind', [
  RegistrationSubmission,
  ChangeSubmission,
  CancellationSubmission,
  TransferSubmission,
  AppealSubmission,
]);
export type SubmitApplication = z.infer<typeof SubmitApplication>;
