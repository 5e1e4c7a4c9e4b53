import { deviceColumns } from '@beian/contracts/device-tables.ts';
import { issueId, type FoundIssue } from './device-messages.ts';
import type { Cells } from './device-row.rules.ts';
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
type Lint = (cells: Cells) => readonly FoundIssue[];

/** A mended cell may show the next thing to mend (full-width digits, then swapped coordinates); nothing needs a third look. */
const rounds = 3;

/**
 * The rows of a table as their fixes leave them; every other cell stays as it was written. With all fixes a row is looked at again
 * by `lint` until none is left.
 */
export function fixedRows(rows: readonly ReadRow[], fixes: Fixes, lint: Lint): FixedRows {
  const wanted = fixes === 'all' ? undefined : new Set(fixes);
  const unknown = new Set(wanted);
  let applied = 0;
  const apply = (cells: Cells, issues: readonly FoundIssue[]): Cells => {
    const mended: Record<string, string> = { ...cells };
    for (const { fix } of issues) {
      for (const { column, after } of fix ?? []) mended[column] = after;
    }
    applied += issues.length;
    return mended;
  };
  const fixed = rows.map(({ cells, issues }) => {
    const chosen = issues.filter((issue) => issue.fix && (!wanted || wanted.has(issueId(issue))));
    for (const issue of chosen) unknown.delete(issueId(issue));
    let mended = apply(cells, chosen);
    for (let round = 1; !wanted && round < rounds; round += 1) {
      const next = lint(mended).filter((issue) => issue.fix);
      if (next.length === 0) break;
      mended = apply(mended, next);
    }
    return deviceColumns.map(({ key }) => mended[key] ?? '');
  });
  return { rows: fixed, applied, unknown: [...unknown] };
}
