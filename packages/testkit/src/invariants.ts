import type { Orm } from '@beian/service-kit/database.ts';

/** What must never be seen in filing's database, by anybody at any moment; each finds what breaks it. */
const never = (real: string): Record<string, string> => ({
  'an application without the version that it is at': `
    select id from application a
    where ${real} and not exists (select 1 from application_version v where v.application_id = a.id and v.number = a.version)`,
  'an application without its event': `
    select id from application a where ${real} and parent_id is null and not exists (
      select 1 from (select aggregate, payload from outbox union all select aggregate, payload from sent_event) e
      where e.aggregate = a.id::text and e.payload ->> 'type' = 'beian.application.submitted')`,
  'an application without an audit entry or without a timeline': `
    select id from application a where ${real} and parent_id is null and (
      not exists (select 1 from audit_entry e where e.subject = a.id::text)
      or not exists (select 1 from timeline_entry t where t.application_id = a.id and t.kind = 'submitted'))`,
  'a request with a key and no answer': `select key as id from idempotency_key where result is null`,
  'a task that is decided without a decision, or the other way round': `
    select t.id from review_task t left join decision d on d.review_task_id = t.id
    where (t.status = 'decided') <> (d.id is not null)`,
  'two open tasks of one application': `
    select application_id as id from review_task where status in ('open', 'claimed') group by 1 having count(*) > 1`,
  'a filing without exactly one holder': `
    select f.id from filing f left join holding h on h.filing_id = f.id and h.until_at is null
    group by f.id having count(h.id) <> 1`,
  'two open businesses about one filing': `
    select af.filing_id as id from application_filing af join application a on a.id = af.application_id
    where af.open and a.kind <> 'appeal' group by 1 having count(*) > 1`,
  'a business that is over and still occupies its filing': `
    select a.id from application a join application_filing af on af.application_id = a.id
    where af.open and a.status in ('completed', 'rejected', 'withdrawn', 'expired', 'declined', 'revoked')`,
  'a registration that is completed without a filing, or a filing whose application is not': `
    select a.id from application a left join filing f on f.application_id = a.id
    where a.kind = 'registration' and (a.status = 'completed') <> (f.id is not null)`,
  'a filing without its first version': `
    select id from filing f where not exists (select 1 from filing_version v where v.filing_id = f.id and v.number = f.version)`,
  'a cancellation that is completed while its filing is valid, or the other way round': `
    select a.id from application a join application_filing af on af.application_id = a.id join filing f on f.id = af.filing_id
    where a.kind = 'cancellation' and (a.status = 'completed') and f.status <> 'cancelled'`,
  'a transfer that is accepted and whose filing has not moved, or the other way round': `
    select a.id from application a join transfer_outcome o on o.application_id = a.id
    where o.outcome = 'accepted' and (o.applied_at is not null) <> (a.status = 'completed')`,
  'a decision that is settled and does not show, or the other way round': `
    select d.id from decision d join application a on a.id = d.application_id
    where d.outcome in ('approve', 'reject') and d.applied_at is null
      and a.status in ('completed', 'rejected', 'awaiting_recipient')`,
});

/** Which of these is broken now, in words with the ids; none, if all is well. Applications that a test has made as rows are left out: `number not like 'SLTEST%'`. */
export async function brokenInvariants(orm: Orm, real = 'true'): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, sql] of Object.entries(never(real))) {
    const rows = await orm.em.fork().execute<{ id: string }[]>(sql);
    if (rows.length > 0) broken.push(`${what}: ${rows.map(({ id }) => id).join(', ')}`);
  }
  return broken;
}
