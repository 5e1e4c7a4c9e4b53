import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '@beian/service-kit/config.ts';
import { openDatabase, type Orm, type SqlEntityManager } from '@beian/service-kit/database.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { openServiceKeys, runMain } from '@beian/service-kit/open-service.ts';
import { schema } from './deps.ts';
import { type DivisionLine, organsOf, responsibleOrgans } from './organs/organ-directory.rules.ts';
import { isZone } from './organs/organ-names.rules.ts';

const file = new URL('../data/divisions.csv.gz', import.meta.url);

/** Every division, parents before children. */
export async function readDivisions(): Promise<DivisionLine[]> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [code = '', name = ''] = line.split(',');
    return { code, name };
  });
}

const parentOf = (code: string): string | null =>
  code.length === 2 ? null : code.slice(0, code.length === 9 ? 6 : code.length - 2);

/** Fills divisions, organs and who is responsible for which county. Reference data: it has no actor and no audit entry. */
export async function seedDivisions(orm: Orm): Promise<void> {
  const divisions = await readDivisions();
  await orm.em.fork().transactional(async (tx) => {
    const [there] = await tx.execute<{ n: string }[]>('select count(*) n from division');
    if (Number(there?.n) < divisions.length) await fillDivisions(tx, divisions);
    await fillOrgans(tx, divisions);
    await fillJurisdictions(tx, divisions);
  });
}

async function fillDivisions(tx: SqlEntityManager, divisions: DivisionLine[]): Promise<void> {
  const rows = divisions.map(({ code, name }) => ({ code, name, parent: parentOf(code), zone: isZone(code) }));
  await tx.execute(
    `insert into division (code, name, parent_code, zone)
     select d ->> 'code', d ->> 'name', d ->> 'parent', (d ->> 'zone')::boolean from jsonb_array_elements(?::jsonb) d
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** What an operator has changed stays; the others follow the data of this version. */
async function fillOrgans(tx: SqlEntityManager, divisions: DivisionLine[]): Promise<void> {
  await tx.execute(
    `insert into organ (code, name, level, kind, division_code, superior_code)
     select o ->> 'code', o ->> 'name', o ->> 'level', o ->> 'kind', o ->> 'divisionCode', o ->> 'superiorCode'
     from jsonb_array_elements(?::jsonb) o
     on conflict (code) do update set (name, level, kind, superior_code)
       = (excluded.name, excluded.level, excluded.kind, excluded.superior_code)
     where organ.changed_at is null`,
    [JSON.stringify(organsOf(divisions))],
  );
}

/** A county that has a rule keeps it: from the day on which the regulation came into force its organ is responsible, unless decided otherwise. */
async function fillJurisdictions(tx: SqlEntityManager, divisions: DivisionLine[]): Promise<void> {
  const rows = responsibleOrgans(divisions).map((rule) => ({ id: newId(), ...rule }));
  await tx.execute(
    `insert into jurisdiction (id, division_code, organ_code, effective_from)
     select (r ->> 'id')::uuid, r ->> 'divisionCode', r ->> 'organCode', '2025-04-01' from jsonb_array_elements(?::jsonb) r
     where not exists (select 1 from jurisdiction j where j.division_code = r ->> 'divisionCode')`,
    [JSON.stringify(rows)],
  );
}

if (import.meta.main) {
  await runMain(async () => {
    const { DATABASE_URL: url } = readConfig(openServiceKeys.pick({ DATABASE_URL: true }));
    const orm = await openDatabase({ ...schema, url });
    await seedDivisions(orm);
    await orm.close();
  });
}
