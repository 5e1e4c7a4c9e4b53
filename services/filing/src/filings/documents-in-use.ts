import { z } from 'zod';
import { Id } from '@beian/contracts/common.ts';
import { finalStatuses } from '@beian/contracts/allowed-actions.ts';
import { requireService, type Actor } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';
import { DraftEntity } from '../drafts/draft.entity.ts';

/** What documents asks before it removes files: which of them anything here still needs, or needed after `endedAfter`. */
export const DocumentsInUse = z.object({
  documents: z.array(z.object({ id: Id, ownerAccountId: Id.nullable() })).max(100),
  endedAfter: z.iso.datetime().transform((text) => new Date(text)),
});

// A filing keeps its papers and those of every business about it; of other applications they go some time after the end.
const sql = `
select d.id from jsonb_to_recordset(?::jsonb) as d(id uuid, "ownerAccountId" uuid)
where exists (select 1 from unit u where u.account_id = d."ownerAccountId"
    and u.attachments @> jsonb_build_array(jsonb_build_object('documentId', d.id)))
  or exists (select 1 from delegation g where g.letter_document_id = d.id
    and g.valid_until >= ?::timestamptz::date and (g.revoked_at is null or g.revoked_at > ?::timestamptz))
  or exists (select 1 from filing_version v join filing f on f.id = v.filing_id
    where v.document_ids @> to_jsonb(array[d.id::text]) and (f.status <> 'cancelled' or f.cancelled_at > ?::timestamptz))
  or exists (select 1 from application_version v join application a on a.id = v.application_id
    where v.document_ids @> to_jsonb(array[d.id::text])
      and (a.status <> all (array(select jsonb_array_elements_text(?::jsonb))) or a.updated_at > ?::timestamptz
        or exists (select 1 from application_filing af join filing f on f.id = af.filing_id
          where af.application_id = a.id and (f.status <> 'cancelled' or f.cancelled_at > ?::timestamptz))))`;

/** The ids of those that stay. */
export async function documentsInUse(
  deps: Deps,
  by: Actor,
  { documents, endedAfter }: z.output<typeof DocumentsInUse>,
): Promise<string[]> {
  requireService(by);
  const em = deps.orm.em.fork();
  const at = endedAfter.toISOString();
  const used = await em.execute<{ id: string }[]>(sql, [
    JSON.stringify(documents),
    at,
    at,
    at,
    JSON.stringify(finalStatuses),
    at,
    at,
  ]);
  const ids = new Set(used.map(({ id }) => id));
  const left = documents.filter(({ id }) => !ids.has(id));
  for (const id of await inDrafts(deps, left)) ids.add(id);
  return [...ids];
}

/** Drafts are sealed whole: those of the owners are opened and looked through. */
async function inDrafts(deps: Deps, documents: { id: string; ownerAccountId: string | null }[]): Promise<string[]> {
  const owners = [...new Set(documents.flatMap(({ ownerAccountId }) => (ownerAccountId ? [ownerAccountId] : [])))];
  if (owners.length === 0) return [];
  const drafts = await deps.orm.em
    .fork()
    .find(DraftEntity, { accountId: { $in: owners }, expiresAt: { $gt: deps.clock.now() } });
  const texts = drafts.map(({ id, accountId, sealed }) => ({
    accountId,
    text: JSON.stringify(deps.sealer.unseal(sealed, { table: 'draft', column: 'sealed', row: id })),
  }));
  return documents
    .filter(({ id, ownerAccountId }) => texts.some((one) => one.accountId === ownerAccountId && one.text.includes(id)))
    .map(({ id }) => id);
}
