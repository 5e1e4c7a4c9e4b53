import type { Jurisdiction } from '@beian/contracts/accounts.ts';
import { beijingToday } from '@beian/service-kit/clock.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DivisionEntity } from '../divisions/division.entity.ts';
import { isGrouping } from '../organs/organ-directory.rules.ts';
import { OrganEntity } from '../organs/organ.entity.ts';
import { presentOrgan } from '../organs/read-organs.ts';
import { JurisdictionEntity } from './jurisdiction.entity.ts';

/**
 * The organ that is responsible for an address today and the address in words (条例 art. 14). A rule for the street goes before the county's.
 * An unknown county or street is 422 `division.unknown`.
 */
export async function jurisdictionOf(
  deps: Deps,
  { county, street }: { county: string; street?: string | undefined },
): Promise<Jurisdiction> {
  if (street && !street.startsWith(county)) throw fieldProblem(['street'], 'division.street-elsewhere');
  const em = deps.orm.em.fork();
  const divisionName = (await namesOf(em, [street ?? county])).get(street ?? county);
  const today = beijingToday(deps.clock);
  const rules = await em.find(
    JurisdictionEntity,
    {
      divisionCode: { $in: street ? [street, county] : [county] },
      effectiveFrom: { $lte: today },
      $or: [{ effectiveTo: null }, { effectiveTo: { $gt: today } }],
    },
    { orderBy: { divisionCode: 'desc' } },
  );
  const rule = rules[0];
  if (divisionName === undefined || !rule) throw fieldProblem([street ? 'street' : 'county'], 'division.unknown');
  const organ = await em.findOneOrFail(OrganEntity, { code: rule.organCode });
  return { organ: presentOrgan(organ), countyCode: county, divisionName };
}

const levels = [2, 4, 6, 9];
const waysDown = (code: string): string[] => levels.filter((n) => n <= code.length).map((n) => code.slice(0, n));

/** Divisions in words from the province down; none for what does not exist. */
export async function namesOf(em: SqlEntityManager, codes: readonly string[]): Promise<Map<string, string>> {
  const found = await em.find(DivisionEntity, { code: { $in: [...new Set(codes.flatMap(waysDown))] } });
  const nameOf = new Map(found.map(({ code, name }) => [code, name]));
  return new Map(
    codes
      .filter((code) => nameOf.has(code))
      .map((code) => {
        const names = waysDown(code).flatMap((one) => nameOf.get(one) ?? []);
        // A city without counties stands in the list twice, under its own name.
        return [code, names.filter((name, i) => !isGrouping(name) && name !== names[i - 1]).join('')];
      }),
  );
}
