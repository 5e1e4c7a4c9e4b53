import { z } from 'zod';
import { FilingNumber, Id, line, listOf, OrganRef, text, Timestamp } from './common.ts';
import { idNumberHolds } from './identifiers.rules.ts';
import { applicationStatuses } from './vocabulary.ts';

/** A citizen's ID number. Unlike a credit code's (N15) its check character is reliable: what fails it is a slip of the pen. */
export const IdNumber = z
  .string()
  .trim()
  .toUpperCase()
  .refine(idNumberHolds, { error: 'id-number.format' })
  .meta({ description: '身份证号码' });

/** What a transfer asks for (M110–M113): to whom, why, and the sealed form, which nobody is spared (L5). */
export const TransferRequest = z
  .strictObject({
    recipientName: line(50).meta({ description: '移入人姓名' }),
    recipientIdNumber: IdNumber.meta({ description: '移入人身份证号码' }),
    description: line(500).meta({ description: '移交说明' }),
    formId: z
      .uuid({ error: ({ input }) => (input === undefined ? 'transfer.form-missing' : undefined) })
      .meta({ description: '备案移交申请表' }),
  })
  .meta({ id: 'TransferRequest', description: '移交' });
export type TransferRequest = z.infer<typeof TransferRequest>;

/** POST /api/applications for 移交 (M108–M116). */
export const TransferSubmission = z
  .strictObject({
    kind: z.literal('transfer'),
    filingNumber: FilingNumber,
    ...TransferRequest.shape,
    /** The initiator knows that every right over the filing goes with it (M122). */
    confirmed: z.literal(true, { error: 'transfer.unconfirmed' }).meta({ description: '确认移交' }),
    draftId: Id.optional(),
  })
  .meta({ id: 'TransferSubmission', description: '移交申请' });
export type TransferSubmission = z.infer<typeof TransferSubmission>;

/** 【接收】 or 【拒绝接收】 (M119, M120). The initiator reads the reason. */
export const TransferAnswer = z
  .strictObject({
    accept: z.boolean().meta({ description: '是否接收' }),
    reason: text(200).optional().meta({ description: '拒绝理由' }),
  })
  .meta({ id: 'TransferAnswer', description: '移交答复' });
export type TransferAnswer = z.infer<typeof TransferAnswer>;

/** A transfer as its recipient sees it (M118): of the filing no more than one needs to decide. */
export const IncomingTransfer = z
  .object({
    applicationId: Id,
    applicationNumber: z.string(),
    filingNumber: FilingNumber,
    unitName: z.string(),
    systemName: z.string(),
    organ: OrganRef,
    description: z.string(),
    /** Name of the initiator: of a person masked, of a legal person its unit's. */
    from: z.string().optional(),
    /** `awaiting_recipient` until it has ended. */
    status: z.enum(applicationStatuses),
    /** The last moment for an answer (I46). */
    dueAt: Timestamp,
    /** When this account has answered. */
    answeredAt: Timestamp.optional(),
    /** Acceptance number of the appeal that holds the filing: until it is determined nobody accepts, and the time stands still. */
    heldBy: z.string().optional(),
    allowedActions: z.array(z.enum(['accept', 'decline'])),
  })
  .meta({ id: 'IncomingTransfer', description: '移入申请' });
export type IncomingTransfer = z.infer<typeof IncomingTransfer>;
export const IncomingTransferList = listOf(IncomingTransfer).meta({ id: 'IncomingTransferList' });
