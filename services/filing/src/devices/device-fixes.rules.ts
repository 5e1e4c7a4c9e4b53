import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { issueId } from './device-messages.ts';
import type { ReadRow } from './device-table.rules.ts';

/** Which fixes to apply: all, or those of the named issues. */
export type Fixes = 'all' | readonly string[];
export type FixedRows = {
  /** In the template's order of columns. */
  rows: string[][];
  applied: number;
  /** Names that are of no issue with a fix in this table. */
  unknown: string[];
};

/** The rows of a table as their fixes leave them; every other cell stays as it was written. */
export function fixedRows(rows: readonly ReadRow[], fixes: Fixes): FixedRows {
  const wanted = fixes === 'all' ? undefined : new Set(fixes);
  const unknown = new Set(wanted);
  let applied = 0;
  const fixed = rows.map(({ cells, issues }) => {
    const mended: Record<string, string> = { ...cells };
    for (const issue of issues) {
      const id = issueId(issue);
      if (!issue.fix || (wanted && !wanted.has(id))) continue;
      for (const { column, after } of issue.fix) mended[column] = after;
      applied += 1;
      unknown.delete(id);
    }
    return deviceColumns.map(({ key }) => mended[key] ?? '');
  });
  return { rows: fixed, applied, unknown: [...unknown] };
}
