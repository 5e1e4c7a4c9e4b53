import type { Division } from '@beian/contracts/accounts.ts';
import type { Deps } from '../deps.ts';

/** The divisions below one, or the provinces; in the order of their codes. Development zones are listed: people live there. */
export async function listDivisions(deps: Deps, parent: string | undefined): Promise<Division[]> {
  const rows = await deps.orm.em.fork().execute<(Division & { zone: boolean })[]>(
    `select d.code, d.name, d.zone, not exists (select 1 from division c where c.parent_code = d.code) as leaf
     from division d where d.parent_code is not distinct from ? order by d.code`,
    [parent ?? null],
  );
  return rows.map(({ code, name, leaf, zone }) => ({ code, name, leaf, ...(zone ? { zone } : {}) }));
}
