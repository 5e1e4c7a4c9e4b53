import { z } from 'zod';
import { correctableFields } from './correctable-fields.ts';

/** One field that differs between two versions. Values as text for reading; personal values masked. */
export const FieldDiff = z
  .object({ field: z.enum(correctableFields), before: z.string().nullable(), after: z.string().nullable() })
  .meta({ id: 'FieldDiff', description: '变化' });
export type FieldDiff = z.infer<typeof FieldDiff>;
