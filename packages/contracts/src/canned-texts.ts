import { z } from 'zod';
import { EntryCode, Id, line, listOf } from './common.ts';
import { correctableFields } from './correctable-fields.ts';
import { applicationKinds, cannedUses, decisionOutcomes } from './vocabulary.ts';

const problemLimit = 200;

const parts = {
  use: z.enum(cannedUses).meta({ description: '用途' }),
  /** For one business; without it for all. */
  kind: z.enum(applicationKinds).optional().meta({ description: '业务类型' }),
  /** Of an opinion: the outcome that it goes with. */
  outcome: z.enum(decisionOutcomes).optional().meta({ description: '审核结论' }),
  /** Of a rejection. */
  reasonCode: EntryCode.optional().meta({ description: '不予通过原因' }),
  /** Of a notice: the field that it cites. */
  field: z.enum(correctableFields).optional().meta({ description: '需补正的内容' }),
  /** An opinion, or what is wrong with the field. */
  text: line(1000).meta({ description: '常用语' }),
  /** Of a notice: what to do. */
  advice: line(problemLimit).optional().meta({ description: '修改建议' }),
};

/** POST and PUT of a canned text (I11). `national`: for every organ, by content editors; otherwise for the own organ, by who leads its reviewers. */
export const SaveCannedText = z
  .strictObject({ ...parts, national: z.boolean().default(false).meta({ description: '全国通用' }) })
  .superRefine((given, ctx) => {
    if (given.use !== 'notice') return;
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (!given.field) wrong('field', 'required');
    if (!given.advice) wrong('advice', 'required');
    if (given.text.length > problemLimit) wrong('text', 'canned.too-long');
  })
  .meta({ id: 'SaveCannedText', description: '保存常用语' });
export type SaveCannedText = z.infer<typeof SaveCannedText>;

export const CannedText = z
  .object({
    id: Id,
    ...parts,
    national: z.boolean(),
    /** Whether the caller may change it. */
    editable: z.boolean(),
  })
  .meta({ id: 'CannedText', description: '常用语' });
export type CannedText = z.infer<typeof CannedText>;
export const CannedTextList = listOf(CannedText).meta({ id: 'CannedTextList' });

/** Texts for a use and a business; of all uses and businesses without them. */
export const CannedTextQuery = z.object({
  use: z.enum(cannedUses).optional(),
  kind: z.enum(applicationKinds).optional(),
});
export type CannedTextQuery = z.infer<typeof CannedTextQuery>;
