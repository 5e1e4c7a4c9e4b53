import type { Actor } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';

const ofOrgan = `select 1 from application_version v
  where v.document_ids @> ?::jsonb
    and exists (select 1 from review_task t where t.application_id = v.application_id and t.organ_code = ?)
  limit 1`;
const ofHolder = `select 1 from filing_version v join filing f on f.id = v.filing_id and f.version = v.number
  where v.document_ids @> ?::jsonb
    and exists (select 1 from holding h where h.filing_id = f.id and h.account_id = ? and h.until_at is null)
  limit 1`;

/**
 * Whether somebody may open a file that is not the own: staff one of an application that its organ reviews or reviewed, a filer one of a
 * filing as it stands and that the account holds, whoever uploaded it (M122: with a filing its papers change hands).
 */
export async function mayReadDocument(deps: Deps, by: Actor, documentId: string): Promise<boolean> {
  if (!('accountId' in by)) return false;
  const [sql, whose] = by.kind === 'staff' ? [ofOrgan, by.organ.code] : [ofHolder, by.accountId];
  const [row] = await deps.orm.em.fork().execute<unknown[]>(sql, [JSON.stringify([documentId]), whose]);
  return row !== undefined;
}
