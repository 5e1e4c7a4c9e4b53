import type { AuditSubjects } from '@beian/service-kit/audit/list-entries.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { ReviewTaskEntity } from '../review/review.entity.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function find(em: SqlEntityManager, given: string): Promise<string[]> {
  const filing = await em.findOne(FilingEntity, { number: given });
  const concerning = filing ? await em.find(ApplicationFiling, { filingId: filing.id }) : [];
  const byFiling = filing ? [filing.applicationId, ...concerning.map((one) => one.applicationId)] : [];
  const where = uuid.test(given) ? { id: given } : { number: given };
  const applications = await em.find(ApplicationEntity, filing ? { id: { $in: byFiling } } : where, { fields: ['id'] });
  const ids = applications.map(({ id }) => id);
  const tasks = await em.find(ReviewTaskEntity, { applicationId: { $in: ids } }, { fields: ['id'] });
  return [...(filing ? [filing.id, filing.number] : []), ...ids, ...tasks.map(({ id }) => id)];
}

async function numbers(em: SqlEntityManager, subjects: string[]): Promise<Map<string, string>> {
  const ids = subjects.filter((one) => uuid.test(one));
  if (ids.length === 0) return new Map();
  const rows = await em.execute<{ id: string; number: string }[]>(
    `with given as (select unnest(string_to_array(?, ','))::uuid id)
     select given.id, coalesce(a.number, f.number) number from given
     left join review_task t on t.id = given.id
     left join application a on a.id = coalesce(t.application_id, given.id)
     left join filing f on f.id = given.id
     where a.id is not null or f.id is not null`,
    [ids.join(',')],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Of an entry on an application, a task or a filing: an organ of these codes has it now. */
const handledBy = (codes: string) => ({
  sql: `case when e.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (
      exists (select 1 from application a where a.id = e.subject::uuid and a.organ_code like ?)
      or exists (select 1 from review_task t where t.id = e.subject::uuid and t.organ_code like ?)
      or exists (select 1 from filing f where f.id = e.subject::uuid and f.organ_code like ?)) else false end`,
  params: [codes, codes, codes],
});

/** How filing's chain is searched: an application or filing by its number brings whatever was done on it, its tasks and its applications. */
export const auditSubjects: AuditSubjects = { find, numbers, handledBy };
