import { z } from 'zod';
import { CalendarDate, EntryCode, line } from './common.ts';
import { dictionaries, dictionaryRules, type DictionaryName, type DictionaryRule } from './vocabulary.ts';

const everyRule = Object.values(dictionaryRules).flat() as DictionaryRule[];
const words = {
  label: z.strictObject({ zh: line(60), en: line(120) }).meta({ description: '名称' }),
  /** Where it stands in a list; equal positions by code. */
  position: z.int().min(1).max(9999).meta({ description: '顺序' }),
  /** 单位类型: its proof. 场所类别: its item of art. 7. 不予通过原因: its businesses. Others have none. */
  rule: z.enum(everyRule).optional().meta({ description: '业务规则' }),
};
/** First day on which it may be chosen, and the first on which it no longer may. */
const period = { validFrom: CalendarDate, validUntil: CalendarDate.optional() };

export const DictionaryEntry = z
  .object({
    dictionary: z.enum(dictionaries),
    code: EntryCode,
    ...words,
    ...period,
    /** The platform's own rules name it: it is called anew but never retired. */
    fixed: z.boolean(),
    revision: z.int(),
  })
  .meta({ id: 'DictionaryEntry', description: '字典项' });
export type DictionaryEntry = z.infer<typeof DictionaryEntry>;

/** GET /api/dictionaries: every entry there has ever been, in the order of its dictionary; `day` is today in Beijing. */
export const Dictionaries = z
  .object({ day: CalendarDate, items: z.array(DictionaryEntry) })
  .meta({ id: 'Dictionaries', description: '字典' });
export type Dictionaries = z.infer<typeof Dictionaries>;

const fits = (dictionary: DictionaryName, rule: string | undefined): boolean => {
  const rules: readonly string[] = dictionaryRules[dictionary];
  return rules.length === 0 ? rule === undefined : rule !== undefined && rules.includes(rule);
};
/** Whether a rule is one of the dictionary's; as a zod refinement in the forms and in the service. */
export const ruleFits =
  (dictionary: DictionaryName) =>
  ({ rule }: { rule?: string | undefined }): boolean =>
    fits(dictionary, rule);
export const ruleMisfit = { error: 'dictionary.rule', path: ['rule'] };

/** POST …/entries. Without `validFrom` from today on. */
export const AddEntry = z
  .strictObject({ code: EntryCode, ...words, validFrom: CalendarDate.optional().meta({ description: '启用日期' }) })
  .meta({ id: 'AddEntry', description: '新增字典项' });
export type AddEntry = z.infer<typeof AddEntry>;

/** PUT …/entries/{code}: 409 `content.stale` when somebody else has changed it since. */
export const ChangeEntry = z
  .strictObject({ ...words, baseRevision: z.int().min(1) })
  .meta({ id: 'ChangeEntry', description: '修改字典项' });
export type ChangeEntry = z.infer<typeof ChangeEntry>;

/** PUT …/entries/{code}/retirement: from this day on nobody may choose it. */
export const RetireEntry = z
  .strictObject({ from: CalendarDate.meta({ description: '停用日期' }) })
  .meta({ id: 'RetireEntry', description: '停用字典项' });
export type RetireEntry = z.infer<typeof RetireEntry>;
