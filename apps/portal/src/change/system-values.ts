import { z } from 'zod';
import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { StoredDocument } from '@beian/contracts/documents.ts';

const text = z.string().catch('');
const number = z.number().optional().catch(undefined);

/** What is typed for a system at any moment, right or wrong. An empty field changes nothing. */
export const SystemValues = z.object({
  name: text,
  /** Division code chosen so far: 2, 4, 6 or 9 digits. */
  place: z.string().optional().catch(undefined),
  addressDetail: text,
  deviceCount: number,
  hasSnapshot: z.enum(['yes', 'no']).optional().catch(undefined),
  retentionDays: number,
  safetyOfficerName: text,
  safetyOfficerPhone: text,
  deviceTable: StoredDocument.optional().catch(undefined),
  remarks: text,
});
export type SystemValues = z.output<typeof SystemValues>;
export const noValues = (): SystemValues => SystemValues.parse({});

const filled = (value: unknown): boolean => value !== undefined && value !== '';

/** The values as the API takes them: only what is filled in. */
export function changedSystemOf(values: SystemValues): Record<string, unknown> {
  const { place, hasSnapshot, deviceTable, ...rest } = values;
  const lines = Object.entries(rest).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]);
  return {
    ...Object.fromEntries(lines.filter(([, value]) => filled(value))),
    ...(place ? { countyCode: place.slice(0, 6), streetCode: place.length === 9 ? place : null } : {}),
    ...(hasSnapshot ? { hasSnapshot: hasSnapshot === 'yes' } : {}),
    ...(deviceTable ? { deviceTableId: deviceTable.id } : {}),
  };
}

export const isEmpty = (values: SystemValues): boolean => Object.keys(changedSystemOf(values)).length === 0;

/** What stands in the filings now for a field: one value, or undefined when they differ or there is none. */
export function commonValue(
  contents: readonly ApplicationContent[],
  read: (system: ApplicationContent['system']) => string | number,
): string | number | undefined {
  const values = new Set(contents.map(({ system }) => read(system)));
  return values.size === 1 ? [...values][0] : undefined;
}
