import type { Actor } from '@beian/service-kit/actor.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';

const ofOrgan = `select 1 from application_version v
  where v.document_ids @> ?::jsonb
    and (exists (select 1 from review_task t where t.application_id = v.application_id and t.organ_code = ?)
      or exists (select 1 from application_observer o where o.application_id = v.application_id and o.organ_code = ?))
  limit 1`;
const ofHolder = `select 1 from filing_version v join filing f on f.id = v.filing_id and f.version = v.number
  where v.document_ids @> ?::jsonb
    and exists (select 1 from holding h where h.filing_id = f.id and h.until_at is null and (
      h.account_id = ? or exists (select 1 from delegation d
        where d.grantee_hash = ? and d.holder_account_id = h.account_id and d.uscc = f.uscc
          and d.revoked_at is null and ?::date between d.valid_from and d.valid_until)))
  limit 1`;

/**
 * Whether somebody may open a file that is not the own: staff one of an application that its organ reviews, reviewed or observes, a filer
 * one of a filing as it stands and that the account holds or the person may read in its holder's place (I02), whoever uploaded it (M122:
 * with a filing its papers change hands).
 */
export async function mayReadDocument(deps: Deps, by: Actor, documentId: string): Promise<boolean> {
  if (!('accountId' in by)) return false;
  const today = beijingDay(deps.clock.now());
  const [sql, whose] =
    by.kind === 'staff'
      ? [ofOrgan, [by.organ.code, by.organ.code]]
      : [ofHolder, [by.accountId, by.personHash ?? 'nobody', today]];
  const [row] = await deps.orm.em.fork().execute<unknown[]>(sql, [JSON.stringify([documentId]), ...whose]);
  return row !== undefined;
}
