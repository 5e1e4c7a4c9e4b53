import type { Actor } from '@beian/service-kit/actor.ts';
import { recordRead } from '@beian/service-kit/record-read.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { reviews } from '../review/task-scope.ts';

/** Of several applications that have the document, the one under review by who asks, else one under review, else the latest. Not of a version that came after the organ handed the application on. */
const ofOrgan = `select v.application_id subject, 'staff' reader from application_version v
  left join review_task t on t.application_id = v.application_id and t.organ_code = ? and t.version >= v.number
  where v.document_ids @> ?::jsonb
    and (t.id is not null
      or exists (select 1 from application_observer o where o.application_id = v.application_id and o.organ_code = ?))
  order by (t.status in ('open', 'claimed') and t.assignee_account_id = ?) desc nulls last,
    (t.status in ('open', 'claimed')) desc nulls last, v.application_id desc
  limit 1`;
const ofHolder = `select f.id subject, case when h.account_id = ? then 'holder' else d.role end reader
  from filing_version v join filing f on f.id = v.filing_id and f.version = v.number
  join holding h on h.filing_id = f.id and h.until_at is null
  left join delegation d on d.grantee_hash = any(string_to_array(?, ',')) and d.holder_account_id = h.account_id and d.uscc = f.uscc
    and d.revoked_at is null and ?::date between d.valid_from and d.valid_until
  where v.document_ids @> ?::jsonb and (h.account_id = ? or d.id is not null)
  order by h.account_id = ? desc
  limit 1`;

/**
 * Whether somebody may open a file that is not the own: staff that reviews one of an application that its organ reviews, reviewed or observes, a filer
 * one of a filing as it stands and that the account holds or the person may read in its holder's place (I02), whoever uploaded it (M122:
 * with a filing its papers change hands). Answers only; `openDocument` is for whoever goes on to show the file.
 */
export const mayReadDocument = async (deps: Deps, actor: Actor, documentId: string): Promise<boolean> =>
  (await rightTo(deps, actor, documentId)) !== undefined;

/**
 * The same for whoever opens the file. Files hold personal data: that staff, an agent or a reader opens one is on the audit chain before
 * it leaves (I40), with the application or filing that gave the right.
 */
export async function openDocument(
  deps: Deps,
  { actor, requestId }: { actor: Actor; requestId: string },
  documentId: string,
): Promise<boolean> {
  const right = await rightTo(deps, actor, documentId);
  if (!right) return false;
  const { subject, reader } = right;
  if (reader !== 'holder') {
    await recordRead(deps, actor, { action: 'document.read', subject, data: { documentId, reader }, requestId });
  }
  return true;
}

type Right = { subject: string; reader: string };

async function rightTo(deps: Deps, actor: Actor, documentId: string): Promise<Right | undefined> {
  if (!('accountId' in actor) || (actor.kind === 'staff' && !reviews(actor))) return undefined;
  const { accountId } = actor;
  const document = JSON.stringify([documentId]);
  const hashes = ('personHashes' in actor && actor.personHashes) || [];
  const today = beijingDay(deps.clock.now());
  const [sql, params] =
    actor.kind === 'staff'
      ? [ofOrgan, [actor.organ.code, document, actor.organ.code, accountId]]
      : [ofHolder, [accountId, hashes.join(','), today, document, accountId, accountId]];
  const [row] = await deps.orm.em.fork().execute<Right[]>(sql, params);
  return row;
}
