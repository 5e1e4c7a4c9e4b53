import type { Staff } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';

/** Whoever is asked to decide: of a colleague to be assigned the person is not known. */
export type Decider = Pick<Staff, 'accountId' | 'roles' | 'personHashes'>;

/**
 * `concerned`: the accounts whose matter it is, who filed, in whose place an agent filed, and who holds the filings. A person is known by
 * what the own hands have brought for one of them, or by the filing that was transferred to it. What a clerk entered from paper in the place
 * of a filer makes only that application the clerk's matter, and not all that is its owner's once the filing has been claimed.
 */
const ownMatter = `with asked as (select ?::uuid as application_id, ?::uuid as account_id, string_to_array(?, ',') as hashes),
concerned as (
  select unnest(array[a.account_id, a.on_behalf_of]) as account_id from asked join application a on a.id = asked.application_id
  union select h.account_id from asked join application_filing f using (application_id)
    join holding h on h.filing_id = f.filing_id and h.until_at is null
)
select
  exists (select from paper_filing p where p.application_id = asked.application_id and clerk_account_id = asked.account_id)
    or exists (select from handed_in i where i.application_id = asked.application_id and staff_account_id = asked.account_id) as entered,
  exists (select from handed_in i where i.application_id = asked.application_id and person_hash = any(hashes))
    or exists (select from transfer t where t.application_id = asked.application_id and recipient_hash = any(hashes))
    or exists (select from handed_in i join application o on o.id = i.application_id join concerned c on c.account_id = o.account_id
      where person_hash = any(hashes) and i.staff_account_id is null)
    or exists (select from transfer t join transfer_outcome e using (application_id) join concerned c on c.account_id = e.account_id
      where recipient_hash = any(hashes) and e.outcome = 'accepted') as party
from asked`;

/**
 * Nobody decides about the own matter (0043; 公务员法 art. 76). Throws `task.own-entry` for staff who entered or corrected it from paper,
 * `task.own-matter` for who filed it, is to receive the filing, or has ever filed for the account that filed it or holds the filing.
 * One statement, which begins with what the person has handed in: nothing, nearly always.
 */
export async function mustBeNoOwnMatter(
  em: SqlEntityManager,
  { accountId, personHashes = [] }: Decider,
  applicationId: string,
): Promise<void> {
  const asked = [applicationId, accountId, personHashes.join(',')];
  const [own] = await em.execute<{ entered: boolean; party: boolean }[]>(ownMatter, asked);
  if (own?.entered) throw problem('task.own-entry');
  if (own?.party) throw problem('task.own-matter');
}
