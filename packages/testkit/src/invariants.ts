import type { SqlEntityManager } from '@beian/service-kit/database.ts';

/** An application that is decided itself, not by its parts. */
const undivided = 'not exists (select 1 from application p where p.parent_id = a.id)';
/** The review after which a decision settles the application. */
const last = `d.stage = case a.kind when 'transfer' then 'second' when 'appeal' then 'second' else 'first' end`;

/** Every way in which an account comes to hold a filing (I49): filing, account, moment. */
const gains = `
  select f.id as filing_id, coalesce(a.on_behalf_of, a.account_id) as account_id, f.registered_at as at
    from filing f join application a on a.id = f.application_id
  union all select f.id, a.account_id, p.claimed_at
    from filing f join application a on a.id = f.application_id join paper_filing p on p.application_id = a.id
  union all select af.filing_id, o.account_id, o.applied_at
    from transfer_outcome o join application_filing af on af.application_id = o.application_id
    where o.outcome = 'accepted'
  union all select af.filing_id, a.account_id, d.applied_at
    from decision d join application a on a.id = d.application_id join application_filing af on af.application_id = a.id
    where a.kind = 'appeal' and d.outcome = 'approve' and d.holder_change = 'appellant'
  union all select af.filing_id, p.claimed_by, p.claimed_at
    from public_appeal p join application_filing af on af.application_id = p.application_id`;

/**
 * What must never be seen in filing's database, by anybody at any moment; each finds what breaks it. Where two things belong together there
 * is one for each way round.
 */
const never = (real: string): Record<string, string> => ({
  'an application without the version that it is at': `
    select id from application a
    where ${real} and not exists (select 1 from application_version v where v.application_id = a.id and v.number = a.version)`,
  'an application without its event': `
    select id from application a where ${real} and parent_id is null and not exists (
      select 1 from (select aggregate, payload from outbox union all select aggregate, payload from sent_event) e
      where e.aggregate = a.id::text and e.payload ->> 'type' = 'beian.application.submitted')`,
  'an application without an audit entry': `
    select id from application a where ${real} and parent_id is null
      and not exists (select 1 from audit_entry e where e.subject = a.id::text)`,
  'an application without a timeline': `
    select id from application a where ${real} and parent_id is null
      and not exists (select 1 from timeline_entry t where t.application_id = a.id and t.kind = 'submitted')`,
  'a request with a key and no answer': `select key as id from idempotency_key where result is null`,
  'a task that is decided without a decision': `
    select id from review_task t where status = 'decided' and not exists (select 1 from decision d where d.review_task_id = t.id)`,
  'a decision whose task is not decided': `
    select d.id from decision d join review_task t on t.id = d.review_task_id where t.status <> 'decided'`,
  'two open tasks of one application': `
    select application_id as id from review_task where status in ('open', 'claimed') group by 1 having count(*) > 1`,
  'a decision that does not show': `
    select d.id from decision d join application a on a.id = d.application_id
    where d.applied_at is not null and case
      when d.outcome = 'return' then d.version = a.version and a.status not in ('returned', 'expired', 'withdrawn')
      when a.kind = 'appeal' and d.stage = 'validity' then (d.outcome = 'reject') <> (a.status = 'rejected')
      when a.kind = 'appeal' then d.stage = 'second' and d.agrees and a.status <> 'completed'
      when d.outcome = 'reject' then a.status <> 'rejected'
      when d.outcome <> 'approve' or not ${last} then false
      when a.kind = 'transfer' then a.status not in ('awaiting_recipient', 'completed', 'declined', 'revoked', 'expired', 'withdrawn')
      else a.status <> 'completed' end`,
  'an application that was decided without a decision': `
    select a.id from application a where ${real} and ${undivided} and not exists (
      select 1 from decision d where d.application_id = a.id and d.applied_at is not null and case
        when a.kind = 'appeal' and a.status = 'completed' then ${last} and d.agrees
        when a.status = 'rejected' then d.outcome = 'reject'
        when a.status = 'returned' then d.outcome = 'return' and d.version = a.version
        else ${last} and d.outcome = 'approve' end)
    and a.status in ('completed', 'rejected', 'returned', 'awaiting_recipient', 'declined', 'revoked')`,
  'a withdrawal that does not show': `
    select w.id from withdrawal w join application a on a.id = w.application_id
    where w.applied_at is not null and ${undivided} and a.status <> 'withdrawn'`,
  'an application that is withdrawn without a withdrawal': `
    select a.id from application a where a.status = 'withdrawn' and ${undivided}
      and not exists (select 1 from withdrawal w where w.application_id = a.id and w.applied_at is not null)`,
  'two open businesses about one filing': `
    select af.filing_id as id from application_filing af join application a on a.id = af.application_id
    where af.open and a.kind <> 'appeal' group by 1 having count(*) > 1`,
  'a business that is over and still occupies its filing': `
    select a.id from application a join application_filing af on af.application_id = a.id
    where af.open and a.status in ('completed', 'rejected', 'withdrawn', 'expired', 'declined', 'revoked')`,
  'a registration that is completed without a filing': `
    select a.id from application a where a.kind = 'registration' and a.status = 'completed'
      and not exists (select 1 from filing f where f.application_id = a.id)`,
  'a filing without a completed registration': `
    select f.id from filing f left join application a on a.id = f.application_id and a.kind = 'registration' and a.status = 'completed'
    where a.id is null`,
  'a filing without the version that it is at': `
    select id from filing f where version <> (select count(*) from filing_version v where v.filing_id = f.id)
      or version <> (select max(number) from filing_version v where v.filing_id = f.id)`,
  'a change that is completed without its version': `
    select a.id from application a join application_filing af on af.application_id = a.id
    where a.kind = 'change' and a.status = 'completed' and ${undivided} and not exists (
      select 1 from filing_version v where v.filing_id = af.filing_id and v.number = af.base_version + 1)`,
  'a version without a completed change': `
    select v.id from filing_version v where v.number > 1 and not exists (
      select 1 from application a join application_filing af on af.application_id = a.id
      where a.kind = 'change' and a.status = 'completed' and af.filing_id = v.filing_id and af.base_version = v.number - 1)`,
  'a cancellation that is completed while its filing goes on': `
    select a.id from application a join application_filing af on af.application_id = a.id join filing f on f.id = af.filing_id
    where a.kind = 'cancellation' and a.status = 'completed' and (f.status <> 'cancelled' or f.cancelled_at is null)`,
  'a filing that is cancelled without a completed cancellation': `
    select f.id from filing f where (f.status = 'cancelled' or f.cancelled_at is not null) and not exists (
      select 1 from application a join application_filing af on af.application_id = a.id
      where a.kind = 'cancellation' and a.status = 'completed' and af.filing_id = f.id)`,
  'the end of a transfer that does not show': `
    select o.id from transfer_outcome o join application a on a.id = o.application_id
    where o.applied_at is not null and a.status <> case o.outcome when 'accepted' then 'completed' else o.outcome end`,
  'a transfer that ended without an end': `
    select a.id from application a where a.kind = 'transfer' and a.status in ('completed', 'declined', 'revoked') and not exists (
      select 1 from transfer_outcome o where o.application_id = a.id and o.applied_at is not null)`,
  'a transfer that is completed and whose filing has not moved': `
    select a.id from application a join application_filing af on af.application_id = a.id
      left join transfer_outcome o on o.application_id = a.id
    where a.kind = 'transfer' and a.status = 'completed' and not exists (
      select 1 from holding h where h.filing_id = af.filing_id and h.account_id = o.account_id and h.from_at = o.applied_at)`,
  'a holding that no business has brought': `
    select h.id from holding h where not exists (
      select 1 from (${gains}) g where g.filing_id = h.filing_id and g.account_id = h.account_id and g.at = h.from_at)`,
  'a holding that ended when no other began': `
    select h.id from holding h where h.until_at is not null
      and not exists (select 1 from holding n where n.filing_id = h.filing_id and n.from_at = h.until_at)`,
  // One that came on paper has no holder until somebody claims it (I36).
  'a filing without exactly one holder': `
    select f.id from filing f left join holding h on h.filing_id = f.id and h.until_at is null
      left join paper_filing p on p.application_id = f.application_id and p.claimed_at is null
    group by f.id, p.application_id having count(h.id) <> 1 and (p.application_id is null or count(h.id) > 1)`,
});

export const invariants: readonly string[] = Object.keys(never('true'));

/** Which of these is broken now, in words with the ids; none, if all is well. Applications that a test has made as rows are left out: `number not like 'SLTEST%'`. */
export async function brokenInvariants(em: SqlEntityManager, real = 'true'): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, sql] of Object.entries(never(real))) {
    const rows = await em.execute<{ id: string }[]>(sql);
    if (rows.length > 0) broken.push(`${what}: ${rows.map(({ id }) => id).join(', ')}`);
  }
  return broken;
}
