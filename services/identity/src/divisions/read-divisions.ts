import type { Division, Jurisdiction, Organ } from '@beian/contracts/accounts.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DivisionEntity, OrganEntity } from './division.entity.ts';
import { isGrouping } from './organ-names.rules.ts';

/** The divisions below one, or the provinces; in the order of their codes. */
export async function listDivisions(deps: Deps, parent: string | undefined): Promise<Division[]> {
  const rows = await deps.orm.em.fork().execute<Division[]>(
    `select d.code, d.name, not exists (select 1 from division c where c.parent_code = d.code) as leaf
     from division d where d.parent_code is not distinct from ? order by d.code`,
    [parent ?? null],
  );
  return rows;
}

const present = ({ code, name, level, divisionCode, superiorCode }: OrganEntity): Organ => ({
  code,
  name,
  level,
  divisionCode,
  superiorCode: superiorCode ?? null,
});

/** Organs whose division begins with a code and whose name holds a text, by code; at most 200. */
export async function listOrgans(
  deps: Deps,
  { division, q }: { division?: string | undefined; q?: string | undefined },
) {
  const organs = await deps.orm.em.fork().find(
    OrganEntity,
    {
      ...(division ? { divisionCode: { $like: `${division}%` } } : {}),
      ...(q ? { name: { $like: `%${q.replace(/[\\%_]/g, '\\$&')}%` } } : {}),
    },
    { orderBy: { code: 'asc' }, limit: 200 },
  );
  return organs.map(present);
}

/** An organ by its code; `not-found` when there is none. */
export async function getOrgan(deps: Deps, code: string): Promise<Organ> {
  const organ = await deps.orm.em.fork().findOne(OrganEntity, { code });
  if (!organ) throw problem('not-found');
  return present(organ);
}

/** The county's organ and the address in words (条例 art. 14). An unknown county or street is 422 `division.unknown`. */
export async function jurisdictionOf(
  deps: Deps,
  { county, street }: { county: string; street?: string | undefined },
): Promise<Jurisdiction> {
  const em = deps.orm.em.fork();
  const codes = [county.slice(0, 2), county.slice(0, 4), county, ...(street ? [street] : [])];
  const found = await em.find(DivisionEntity, { code: { $in: codes } }, { orderBy: { code: 'asc' } });
  const organ = await em.findOne(OrganEntity, { divisionCode: county });
  if (found.length !== codes.length || !organ) throw fieldProblem([street ? 'street' : 'county'], 'division.unknown');
  // A city without counties stands in the list twice, under its own name.
  const names = found.map((one) => one.name).filter((name, i, all) => !isGrouping(name) && name !== all[i - 1]);
  return { organ: present(organ), countyCode: county, divisionName: names.join('') };
}
