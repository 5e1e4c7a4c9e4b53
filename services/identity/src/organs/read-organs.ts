import type { Organ } from '@beian/contracts/accounts.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { OrganEntity } from './organ.entity.ts';

export const presentOrgan = (organ: OrganEntity): Organ => ({
  code: organ.code,
  name: organ.name,
  level: organ.level,
  kind: organ.kind,
  divisionCode: organ.divisionCode,
  superiorCode: organ.superiorCode ?? null,
  ...(organ.closedOn ? { closedOn: organ.closedOn } : {}),
  ...(organ.successorCode ? { successorCode: organ.successorCode } : {}),
});

/** Organs whose division begins with a code and whose name or code holds a text, by code; at most 200. Closed ones only if asked for. */
export async function listOrgans(
  deps: Deps,
  { division, q, closed }: { division?: string | undefined; q?: string | undefined; closed?: boolean },
): Promise<Organ[]> {
  const like = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : undefined;
  const organs = await deps.orm.em.fork().find(
    OrganEntity,
    {
      ...(division ? { divisionCode: { $like: `${division}%` } } : {}),
      ...(like ? { $or: [{ name: { $like: like } }, { code: { $like: like } }] } : {}),
      ...(closed ? {} : { closedOn: null }),
    },
    { orderBy: { code: 'asc' }, limit: 200 },
  );
  return organs.map(presentOrgan);
}

/** An organ by its code; `not-found` when there is none. */
export async function getOrgan(deps: Deps, code: string): Promise<Organ> {
  const organ = await deps.orm.em.fork().findOne(OrganEntity, { code });
  if (!organ) throw problem('not-found');
  return presentOrgan(organ);
}

/** An organ and those above it, nearest first, up to the ministry; empty when there is no such organ. */
async function chainOf(em: SqlEntityManager, code: string): Promise<Organ[]> {
  const rows = await em.execute<{ code: string }[]>(
    `with recursive chain as (
       select code, superior_code, 0 as height from organ where code = ?
       union all
       select o.code, o.superior_code, c.height + 1 from organ o join chain c on o.code = c.superior_code
     ) select code from chain order by height`,
    [code],
  );
  const codes = rows.map((row) => row.code);
  const organs = await em.find(OrganEntity, { code: { $in: codes } });
  const byCode = new Map(organs.map((organ) => [organ.code, presentOrgan(organ)]));
  return codes.flatMap((one) => byCode.get(one) ?? []);
}

/** To whom an organ's work escalates: its superior, that one's superior, and so on up to the ministry. `not-found` when there is none such. */
export async function listSuperiors(deps: Deps, code: string): Promise<Organ[]> {
  const [organ, ...superiors] = await chainOf(deps.orm.em.fork(), code);
  if (!organ) throw problem('not-found');
  return superiors;
}

/** An organ and all below it, closed ones too, by code; `not-found` when there is none such. The ministry's are some 3,300: rows, no entities. */
export async function listSubordinates(deps: Deps, code: string): Promise<Organ[]> {
  const rows = await deps.orm.em.fork().execute<(Organ & { closedOn: string | null; successorCode: string | null })[]>(
    `with recursive below as (
       select code from organ where code = ?
       union
       select o.code from organ o join below b on o.superior_code = b.code
     ) select o.code, o.name, o.level, o.kind, o.division_code as "divisionCode", o.superior_code as "superiorCode",
         o.closed_on::text as "closedOn", o.successor_code as "successorCode"
       from organ o join below using (code) order by o.code`,
    [code],
  );
  if (rows.length === 0) throw problem('not-found');
  return rows.map(({ closedOn, successorCode, ...organ }) => ({
    ...organ,
    ...(closedOn ? { closedOn } : {}),
    ...(successorCode ? { successorCode } : {}),
  }));
}

/** Whether an organ is another one or below it. */
export const isWithin = async (em: SqlEntityManager, code: string, top: string): Promise<boolean> =>
  (await chainOf(em, code)).some((organ) => organ.code === top);
