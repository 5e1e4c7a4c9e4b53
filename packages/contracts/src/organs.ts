import { z } from 'zod';
import { CalendarDate, Id, line, listOf, OrganCode, OrganRef, PageQuery, text } from './common.ts';
import { addedOrganKinds, organLevels } from './vocabulary.ts';

/** POST /api/organs: a branch of a development zone, a railway, aviation or port organ. The code follows from kind and division. */
export const AddOrgan = z
  .strictObject({
    kind: z.enum(addedOrganKinds).meta({ description: '机关类别' }),
    name: line(100).meta({ description: '机关名称' }),
    level: z.enum(organLevels).exclude(['national']).meta({ description: '级别' }),
    /** Province, city or county whose code its own begins with. */
    divisionCode: z
      .string()
      .regex(/^(\d{2}|\d{4}|\d{6})$/, { error: 'division.format' })
      .meta({ description: '所在行政区划' }),
    superiorCode: OrganCode.meta({ description: '上级机关' }),
  })
  .meta({ id: 'AddOrgan', description: '新增公安机关' });
export type AddOrgan = z.infer<typeof AddOrgan>;

/** PATCH /api/organs/{code}: renames an organ, puts it under another superior, or closes it today in favour of a successor. */
export const ChangeOrgan = z
  .strictObject({
    name: line(100).optional().meta({ description: '机关名称' }),
    superiorCode: OrganCode.optional().meta({ description: '上级机关' }),
    successorCode: OrganCode.optional().meta({ description: '承接机关' }),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), { error: 'change.empty' })
  .meta({ id: 'ChangeOrgan', description: '变更公安机关' });
export type ChangeOrgan = z.infer<typeof ChangeOrgan>;

export const jurisdictionStates = ['past', 'in_force', 'planned'] as const;

/** Which organ is responsible for a county or street, and from when to when (the last day excluded). */
export const JurisdictionRule = z
  .object({
    id: Id,
    divisionCode: z.string(),
    /** In words, from the province down. */
    divisionName: z.string(),
    organ: OrganRef,
    effectiveFrom: CalendarDate,
    effectiveTo: CalendarDate.nullable(),
    state: z.enum(jurisdictionStates),
    note: z.string().optional(),
  })
  .meta({ id: 'JurisdictionRule', description: '管辖规则' });
export type JurisdictionRule = z.infer<typeof JurisdictionRule>;
export const JurisdictionRuleList = listOf(JurisdictionRule).meta({ id: 'JurisdictionRuleList' });

/** Rules of a division, of what lies in it, and of the county that it lies in. */
export const JurisdictionQuery = PageQuery.extend({
  division: z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9})$/, { error: 'division.format' }),
});
export type JurisdictionQuery = z.infer<typeof JurisdictionQuery>;

/** POST /api/jurisdictions: holds from its day until the next rule of the same county or street. */
export const AddJurisdiction = z
  .strictObject({
    divisionCode: z
      .string()
      .regex(/^(\d{6}|\d{9})$/, { error: 'division.format' })
      .meta({ description: '区县或街道' }),
    organCode: OrganCode.meta({ description: '管辖机关' }),
    effectiveFrom: CalendarDate.meta({ description: '生效日期' }),
    note: text(200).optional().meta({ description: '说明' }),
  })
  .meta({ id: 'AddJurisdiction', description: '新增管辖规则' });
export type AddJurisdiction = z.infer<typeof AddJurisdiction>;
