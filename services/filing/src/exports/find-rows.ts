import { maxExportedRows } from '@beian/contracts/exports.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';

/** Which rows an export has, in their order, and how many there are: one statement, so that both are of one moment. */
export async function findRows(
  em: SqlEntityManager,
  { id, from, order, params }: { id: string; from: string; order: string; params: readonly unknown[] },
): Promise<{ ids: string[]; total: number }> {
  const rows = await em.execute<{ id: string; total: number }[]>(
    `select ${id} as id, count(*) over ()::int as total from ${from} order by ${order} limit ?`,
    [...params, maxExportedRows],
  );
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
}
