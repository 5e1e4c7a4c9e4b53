import { z } from 'zod';
import { FilingNumber, Id, line } from './common.ts';

/** What a cancellation asks for (M102, M103): the authorisation is the filer's unless it is a legal person (L5). */
export const CancellationRequest = z
  .strictObject({
    reason: line(500).meta({ description: '注销原因' }),
    authorisationId: Id.optional().meta({ description: '委托办理备案注销授权书' }),
  })
  .meta({ id: 'CancellationRequest', description: '注销' });
export type CancellationRequest = z.infer<typeof CancellationRequest>;

/** POST /api/applications for 注销 (M100–M107). */
export const CancellationSubmission = z
  .strictObject({
    kind: z.literal('cancellation'),
    filingNumber: FilingNumber,
    ...CancellationRequest.shape,
    /** 确认注销 (M107). */
    confirmed: z.literal(true, { error: 'cancellation.unconfirmed' }).meta({ description: '确认注销' }),
    draftId: Id.optional(),
  })
  .meta({ id: 'CancellationSubmission', description: '注销申请' });
export type CancellationSubmission = z.infer<typeof CancellationSubmission>;
