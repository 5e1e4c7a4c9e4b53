import type { Actor } from './actor.ts';
import type { SqlEntityManager } from './database.ts';
import { mutate, type MutateDeps } from './mutate.ts';
import { keyIdOf, lookupKeyIdOf, sealedPrefix, type SealContext, type Sealer } from './sealing.ts';

/** A column that holds sealed values or look-up hashes; `key` names a row, and for what is sealed is the row of its context. */
export type KeyedColumn = { table: string; column: string; key: string };
export type KeyedColumns = {
  sealed: readonly KeyedColumn[];
  lookup: readonly KeyedColumn[];
};
/** What was done with a column. */
export type Rekeyed = { place: string; key: string; rows: number };

type Deps = MutateDeps & { sealer: Sealer };
type Row<T> = { key: string; value: T };
const actor: Actor = { kind: 'system', name: 'keys' };
/** Rows of one transaction: whoever wants one of them waits for milliseconds. */
const atOnce = 200;

/**
 * Brings every row of the columns under the current keys, a few at a time, while the service runs. Each step is one transaction with its
 * audit entry, and what is done is not done again: broken off, it goes on where it was. Throws at a value that cannot be opened.
 */
export async function reseal(deps: Deps, columns: KeyedColumns): Promise<Rekeyed[]> {
  const { sealing, lookup } = deps.sealer.current();
  const done: Rekeyed[] = [];
  for (const place of columns.sealed) {
    const rows = await walk<Buffer>(deps, place, sealedElsewhere(place, sealing), ({ key, value }) => {
      const context = { table: place.table, column: place.column, row: key };
      return deps.sealer.sealBytes(opened(deps.sealer, value, context), context);
    });
    done.push({ place: nameOf(place), key: sealing, rows });
  }
  for (const place of columns.lookup) {
    const rows = await walk<string>(deps, place, hashedElsewhere(place, lookup), ({ value }) =>
      deps.sealer.rekeyed(value),
    );
    done.push({ place: nameOf(place), key: lookup, rows });
  }
  return done;
}

/** How many values each sealing key still has: one that has none, in no backup either, may go. */
export async function countByKey(deps: Pick<Deps, 'orm'>, { sealed, lookup }: KeyedColumns): Promise<Rekeyed[]> {
  const em = deps.orm.em.fork();
  const counts: Rekeyed[] = [];
  for (const place of [...sealed, ...lookup]) {
    const { table, column } = place;
    // How a value begins says which key has made it.
    const begin = sealed.includes(place)
      ? `substring(${column} from 1 for get_byte(${column}, 0) + 1)`
      : `substring(${column} from '^[^.]+[.]')`;
    const rows = await em.execute<{ begin: Buffer | string | null; n: string }[]>(
      `select ${begin} as begin, count(*) n from ${table} where ${column} is not null group by 1 order by 1 nulls first`,
    );
    for (const { begin: of, n } of rows) {
      const key = Buffer.isBuffer(of) ? keyIdOf(of) : lookupKeyIdOf(of ?? '');
      counts.push({ place: nameOf(place), key, rows: Number(n) });
    }
  }
  return counts;
}

const nameOf = ({ table, column }: KeyedColumn) => `${table}.${column}`;

type Condition = { sql: string; params: unknown[] };
const sealedElsewhere = ({ column }: KeyedColumn, key: string): Condition => {
  const prefix = sealedPrefix(key);
  return { sql: `substring(${column} from 1 for ?) <> ?`, params: [prefix.length, prefix] };
};
const hashedElsewhere = ({ column }: KeyedColumn, key: string): Condition =>
  lookupKeyIdOf('') === key
    ? { sql: `position('.' in ${column}) > 0`, params: [] }
    : { sql: `${column} not like ?`, params: [`${key}.%`] };

async function walk<T>(
  deps: Deps,
  place: KeyedColumn,
  { sql, params }: Condition,
  renewed: (row: Row<T>) => T,
): Promise<number> {
  const { table, column, key } = place;
  const todo = async (em: SqlEntityManager, lock: boolean): Promise<Row<T>[]> =>
    em.execute(
      `select ${key}::text as key, ${column} as value from ${table} where ${column} is not null and ${sql} order by ${key} limit ? ${lock ? 'for update' : ''}`,
      [...params, lock ? atOnce : 1],
    );
  let total = 0;
  while ((await todo(deps.orm.em.fork(), false)).length > 0) {
    total += await mutate(deps, actor, { action: 'keys.reseal' }, async (change) => {
      const rows = await todo(change.em, true);
      if (rows.length > 0) {
        await change.em.execute(
          `update ${table} t set ${column} = v.value from (values ${rows.map(() => `(?::uuid, ?::${typeof rows[0]?.value === 'string' ? 'text' : 'bytea'})`).join(',')}) as v (key, value) where t.${key} = v.key`,
          rows.flatMap((row) => [row.key, renewed(row)]),
          'run',
        );
      }
      change.record({ subject: nameOf(place), data: { rows: rows.length } });
      return rows.length;
    });
  }
  return total;
}

function opened(sealer: Sealer, value: Uint8Array, context: SealContext): Buffer {
  try {
    return sealer.unsealBytes(value, context);
  } catch (cause) {
    throw new Error(`${context.table}.${context.column} of ${context.row} cannot be opened`, { cause });
  }
}
