import type { AuditSubjects } from '@beian/service-kit/audit/list-entries.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { AccountEntity } from '../accounts/account.entity.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function find(em: SqlEntityManager, staffNo: string): Promise<string[]> {
  return (await em.find(AccountEntity, { staffNo }, { fields: ['id'] })).map(({ id }) => id);
}

async function numbers(em: SqlEntityManager, subjects: string[]): Promise<Map<string, string>> {
  const ids = subjects.filter((one) => uuid.test(one));
  const accounts = await em.find(AccountEntity, { id: { $in: ids } }, { fields: ['id', 'staffNo'] });
  return new Map(accounts.flatMap(({ id, staffNo }) => (staffNo ? [[id, staffNo]] : [])));
}

/** Of an entry on a member of staff, an organ or a division: its organ's code, or its own, is like these. */
// A question mark in a pattern would be taken for a parameter.
const handledBy = (codes: string) => ({
  sql: `case when e.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then exists (select 1 from account a where a.id = e.subject::uuid and a.organ_code like ?)
    else e.subject ~ '^[0-9]{2,9}(-[A-Z][0-9]{1,3}){0,1}$' and e.subject like ? end`,
  params: [codes, codes],
});

/** How identity's chain is searched: a staff number brings what was done with that account. */
export const auditSubjects: AuditSubjects = { find, numbers, handledBy };
