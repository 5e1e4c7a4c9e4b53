import { maxExportedRows, type ExportFormat } from '@beian/contracts/exports.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';

type Exported = {
  what: 'tasks' | 'filings' | 'statistics';
  format: ExportFormat;
  filter: Readonly<Record<string, string | undefined>>;
  rows: number;
};

/**
 * Puts an export on the audit chain before its first byte leaves (I40): who, by which filter, how many rows. What was searched for as free
 * text may be a person's name, so only that something was is noted. Throws `export.too-large`.
 */
export async function recordExport(
  deps: Deps,
  { staff, requestId }: { staff: Staff; requestId: string },
  { what, format, filter, rows }: Exported,
): Promise<void> {
  if (rows > maxExportedRows) throw problem('export.too-large', { params: { rows, limit: maxExportedRows } });
  const { q, ...rest } = filter;
  const noted = { ...rest, ...(q ? { q: '…' } : {}) };
  await mutate(deps, staff, { action: `${what}.export`, requestId }, async (change) =>
    change.record({ subject: staff.organ.code, data: { format, filter: noted, rows } }),
  );
}

/** Ids in pieces: what is read for one piece is let go before the next. */
export function* inPieces(ids: readonly string[], size: number): Generator<string[]> {
  for (let at = 0; at < ids.length; at += size) yield ids.slice(at, at + size);
}
