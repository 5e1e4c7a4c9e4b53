import { z } from 'zod';
import type { AccessLog, AccessLogEntry } from '@beian/contracts/access-log.ts';
import type { PageQuery } from '@beian/contracts/common.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { AccessReader, ApplicationKind, StaffRole } from '@beian/contracts/vocabulary.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { decodeCursor, page } from '@beian/service-kit/pagination.ts';
import type { Deps } from '../deps.ts';

type Row = {
  seq: string;
  id: string;
  at: string;
  action: 'personal-data.read' | 'document.read' | 'filing.share';
  organ_code: string | null;
  organ_name: string | null;
  roles: StaffRole[] | null;
  purpose: string | null;
  document_id: string | null;
  reader: AccessReader | null;
  department: string | null;
  application_id: string | null;
  application_number: string | null;
  application_kind: ApplicationKind | null;
  openable: boolean | null;
  filing_number: string | null;
};

/**
 * Whose data an application holds: who filed it, in whose place it was filed, and who is to receive the filing (of whom it holds name and
 * number, no papers). Whose a filing's are: who held it at that time.
 */
const statement = `
  with mine as (
    select id::text subject, '-infinity'::timestamptz since, 'infinity'::timestamptz until, true papers
      from application where account_id = ? or on_behalf_of = ?
    union select application_id::text, '-infinity', 'infinity', false from transfer where recipient_hash = any(string_to_array(?, ','))
    union select filing_id::text, from_at, coalesce(until_at, 'infinity'), true from holding where account_id = ?
  ), reads as (
    select distinct e.seq, e.id, e.at, e.action, e.subject, e.organ_code, e.organ_name, e.roles, e.data
    from mine join audit_entry e on e.subject = mine.subject and e.at >= mine.since and e.at < mine.until
    where (e.action in ('personal-data.read', 'filing.share') or (e.action = 'document.read' and mine.papers))
      and e.actor_id <> ? and (?::bigint is null or e.seq < ?)
    order by e.seq desc limit ?
  )
  select r.seq, r.id, r.at, r.action, r.organ_code, r.organ_name, r.roles, r.data ->> 'purpose' purpose,
    r.data ->> 'documentId' document_id, r.data ->> 'reader' reader, r.data ->> 'department' department,
    a.id application_id, a.number application_number, a.kind application_kind,
    a.account_id = ? or a.on_behalf_of = ? openable, f.number filing_number
  from reads r left join application a on a.id = r.subject::uuid left join filing f on f.id = r.subject::uuid
  order by r.seq desc`;

/**
 * 谁看过我的信息 (N6; 个人信息保护法 art. 44, 45): each time that somebody else read personal data of the account's applications, or opened a
 * file of theirs or of filings that it held then, or another department asked for such a filing (I45); the newest first. One statement, and one question to documents.
 */
export async function readAccessLog(deps: Deps, by: Actor, query: PageQuery): Promise<AccessLog> {
  const { accountId, personHashes = [] } = requireFiler(by);
  const [before = null] = decodeCursor(query.cursor, z.tuple([z.int()])) ?? [];
  const rows = await deps.orm.em
    .fork()
    .execute<Row[]>(statement, [
      accountId,
      accountId,
      personHashes.join(','),
      accountId,
      accountId,
      before,
      before,
      query.limit + 1,
      accountId,
      accountId,
    ]);
  const { items, next } = page(rows, query.limit, ({ seq }) => [Number(seq)]);
  const ids = [...new Set(items.flatMap(({ document_id: id }) => (id ? [id] : [])))];
  const documents = ids.length > 0 ? await deps.documents.find(ids, await deps.ownToken()) : [];
  return { items: items.map((row) => entryOf(row, documents)), ...(next ? { next } : {}) };
}

const kinds = {
  'personal-data.read': 'personal_data',
  'document.read': 'document',
  'filing.share': 'filing_facts',
} as const;

function entryOf(row: Row, documents: StoredDocument[]): AccessLogEntry {
  const document = documents.find(({ id }) => id === row.document_id);
  const { application_number: number, application_kind: kind } = row;
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    kind: kinds[row.action],
    reader: row.reader ?? 'staff',
    ...(row.organ_code && row.organ_name ? { organ: { code: row.organ_code, name: row.organ_name } } : {}),
    ...(row.roles ? { roles: row.roles } : {}),
    ...(row.department ? { department: row.department } : {}),
    ...(row.purpose ? { purpose: row.purpose } : {}),
    ...(document ? { document: { kind: document.kind, name: document.name } } : {}),
    ...(number && kind
      ? { application: { ...(row.openable && row.application_id ? { id: row.application_id } : {}), number, kind } }
      : {}),
    ...(row.filing_number ? { filingNumber: row.filing_number } : {}),
  };
}
