import type { SqlEntityManager } from '../database.ts';
import type { ChainedEntry } from './chain.rules.ts';

/** An entry as it stands in the table. */
export type StoredEntry = { seq: number; previous: Buffer | null; hash: Buffer | null; entry: ChainedEntry };

type Row = {
  seq: string;
  id: string;
  at: string;
  actor_kind: string;
  actor_id: string | null;
  staff_no: string | null;
  organ_code: string | null;
  organ_name: string | null;
  roles: string[] | null;
  action: string;
  subject: string;
  data: unknown;
  request_id: string | null;
  previous_hash: Buffer | null;
  hash: Buffer | null;
};

/** To the microsecond: a changed one is a changed entry. */
export const entryColumns = `seq, id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor_kind, actor_id, staff_no, organ_code, organ_name, roles, action, subject, data, request_id, previous_hash, hash`;

const storedOf = (row: Row): StoredEntry => ({
  seq: Number(row.seq),
  previous: row.previous_hash,
  hash: row.hash,
  entry: {
    id: row.id,
    at: row.at,
    actor: {
      kind: row.actor_kind,
      id: row.actor_id,
      staffNo: row.staff_no,
      organCode: row.organ_code,
      organName: row.organ_name,
      roles: row.roles,
    },
    action: row.action,
    subject: row.subject,
    data: row.data,
    requestId: row.request_id,
  },
});

/** Reads entries by a condition, with the rest of the statement. */
export const entriesWhere = async (em: SqlEntityManager, rest: string, params: unknown[]): Promise<StoredEntry[]> =>
  (await em.execute<Row[]>(`select ${entryColumns} from audit_entry e ${rest}`, params)).map(storedOf);

/** The next entries of the chain, in its order. */
export const entriesAfter = (em: SqlEntityManager, seq: number, limit: number): Promise<StoredEntry[]> =>
  entriesWhere(em, 'where seq > ? order by seq limit ?', [seq, limit]);
