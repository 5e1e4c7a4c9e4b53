import { z } from 'zod';
import { CalendarDate } from '@beian/contracts/common.ts';
import type { JurisdictionQuery, JurisdictionRule } from '@beian/contracts/organs.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { beijingToday } from '@beian/service-kit/clock.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { decodeCursor, page } from '@beian/service-kit/pagination.ts';
import type { Deps } from '../deps.ts';
import { OrganEntity } from '../organs/organ.entity.ts';
import { JurisdictionEntity } from './jurisdiction.entity.ts';
import { namesOf } from './jurisdiction-of.ts';

/** The rules of a division, of what lies in it and of the county that it lies in: past, in force and planned, by code and day. For all staff. */
export async function listJurisdictions(
  deps: Deps,
  by: Actor,
  { division, cursor, limit }: JurisdictionQuery,
): Promise<{ items: JurisdictionRule[]; next?: string }> {
  requireStaff(by);
  const em = deps.orm.em.fork();
  const [code, from] = decodeCursor(cursor, z.tuple([z.string(), CalendarDate])) ?? ['', ''];
  const rows = await em.execute<{ id: string; division_code: string; effective_from: string }[]>(
    `select id, division_code, effective_from::text from jurisdiction
     where (division_code like ? or division_code = ?) and (division_code, effective_from::text) > (?, ?)
     order by division_code, effective_from limit ?`,
    [`${division}%`, division.slice(0, 6), code, from, limit + 1],
  );
  const { items, next } = page(rows, limit, (row) => [row.division_code, row.effective_from]);
  const rules = await em.find(
    JurisdictionEntity,
    { id: { $in: items.map(({ id }) => id) } },
    { orderBy: { divisionCode: 'asc', effectiveFrom: 'asc' } },
  );
  return { items: await presentRules(em, rules, beijingToday(deps.clock)), ...(next ? { next } : {}) };
}

/** Rules with the names of division and organ, and whether they hold today. */
export async function presentRules(
  em: SqlEntityManager,
  rules: readonly JurisdictionEntity[],
  today: string,
): Promise<JurisdictionRule[]> {
  const organs = await em.find(OrganEntity, { code: { $in: rules.map(({ organCode }) => organCode) } });
  const organName = new Map(organs.map(({ code, name }) => [code, name]));
  const divisionName = await namesOf(
    em,
    rules.map((rule) => rule.divisionCode),
  );
  return rules.map(({ id, divisionCode, organCode, effectiveFrom, effectiveTo, note }) => ({
    id,
    divisionCode,
    divisionName: divisionName.get(divisionCode) ?? divisionCode,
    organ: { code: organCode, name: organName.get(organCode) ?? organCode },
    effectiveFrom,
    effectiveTo: effectiveTo ?? null,
    state: effectiveFrom > today ? 'planned' : effectiveTo && effectiveTo <= today ? 'past' : 'in_force',
    ...(note ? { note } : {}),
  }));
}
