import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '@beian/service-kit/config.ts';
import { openDatabase, type Orm } from '@beian/service-kit/database.ts';
import { openServiceKeys, runMain } from '@beian/service-kit/open-service.ts';
import { schema } from './deps.ts';
import { type DivisionLine, organsOf } from './divisions/organ-names.rules.ts';

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

/** Fills divisions and organs; what is there stays. Reference data: it has no actor and no audit entry. */
export async function seedDivisions(orm: Orm): Promise<void> {
  const em = orm.em.fork();
  const divisions = await readDivisions();
  const [there] = await em.execute<{ n: string }[]>('select count(*) n from division');
  if (Number(there?.n) >= divisions.length) return;
  await em.transactional(async (tx) => {
    const rows = divisions.map(({ code, name }) => ({ code, name, parent: parentOf(code) }));
    await tx.execute(
      `insert into division (code, name, parent_code)
       select d ->> 'code', d ->> 'name', d ->> 'parent' from jsonb_array_elements(?::jsonb) d on conflict do nothing`,
      [JSON.stringify(rows)],
    );
    await tx.execute(
      `insert into organ (code, name, level, division_code, superior_code)
       select o ->> 'code', o ->> 'name', o ->> 'level', o ->> 'divisionCode', o ->> 'superiorCode'
       from jsonb_array_elements(?::jsonb) o on conflict do nothing`,
      [JSON.stringify(organsOf(divisions))],
    );
  });
}

if (import.meta.main) {
  await runMain(async () => {
    const { DATABASE_URL: url } = readConfig(openServiceKeys.pick({ DATABASE_URL: true }));
    const orm = await openDatabase({ ...schema, url });
    await seedDivisions(orm);
    await orm.close();
  });
}
