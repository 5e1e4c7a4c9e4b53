import { z } from 'zod';
import { EntryCode, Id, line, Timestamp, Uscc } from './common.ts';
import { unitAttachmentKinds } from './vocabulary.ts';

export const UnitAttachment = z
  .strictObject({ kind: z.enum(unitAttachmentKinds), documentId: Id })
  .meta({ id: 'UnitAttachment', description: '单位附件' });
export type UnitAttachment = z.infer<typeof UnitAttachment>;

/** Unit form of 手册 4.1 ③: M038–M045. Which attachments are required: attachment.rules.ts. */
export const UnitInput = z
  .strictObject({
    uscc: Uscc,
    type: EntryCode.meta({ description: '单位类型' }),
    name: line(100).meta({ description: '单位名称' }),
    headName: line(50).meta({ description: '单位负责人姓名' }),
    attachments: z
      .array(UnitAttachment)
      .max(unitAttachmentKinds.length)
      .refine((all) => new Set(all.map((a) => a.kind)).size === all.length, { error: 'attachment.twice' })
      .meta({ description: '附件' }),
  })
  .meta({ id: 'UnitInput', description: '单位信息' });
export type UnitInput = z.infer<typeof UnitInput>;

/** A unit of the account. `usccWarning`: the check character does not hold; a warning, never a refusal (N15). */
export const Unit = z
  .object({ id: Id, ...UnitInput.shape, usccWarning: z.boolean(), createdAt: Timestamp })
  .meta({ id: 'Unit', description: '单位' });
export type Unit = z.infer<typeof Unit>;
