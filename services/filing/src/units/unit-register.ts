import type { RegisteredUnit } from '@beian/contracts/unit-register.ts';
import type { UnitInput } from '@beian/contracts/units.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity } from '../filings/filing.entity.ts';

type Named = Pick<UnitInput, 'uscc' | 'name' | 'type'>;

/** Enters the name of a unit when a filing or a change of it takes effect; the name that it has already is no new one (I28). */
export const enterUnitName = (change: Change, applicationId: string, { uscc, name, type }: Named): Promise<unknown> =>
  change.em.execute(
    `insert into unit_name (uscc, since, name, type, application_id)
     select ?, ?, ?, ?, ? where not exists (
       select 1 from (select name, type from unit_name where uscc = ? order by since desc limit 1) latest
       where latest.name = ? and latest.type = ?)
     on conflict do nothing`,
    [uscc, change.now, name, type, applicationId, uscc, name, type],
    'run',
  );

type NameRow = { name: string; type: RegisteredUnit['names'][number]['type']; since: Date };

/** The unit register as reviewing staff reads it: every name, the newest first, and the filings under the own organ. `not-found` when there are none. */
export async function showRegisteredUnit(deps: Deps, by: Actor, uscc: string): Promise<RegisteredUnit> {
  const { organ } = requireStaff(by, 'reviewer', 'senior_reviewer', 'supervisor');
  const em = deps.orm.em.fork();
  const where = { uscc, organCode: organ.code };
  const filings = await em.find(FilingEntity, where, { orderBy: { number: 'asc' }, limit: 1000 });
  if (filings.length === 0) throw problem('not-found');
  const names = await em.execute<NameRow[]>(
    'select name, type, since from unit_name where uscc = ? order by since desc',
    [uscc],
  );
  return {
    uscc,
    names: names.map(({ name, type, since }) => ({ name, type, since: new Date(since).toISOString() })),
    filings: filings.map(({ number, systemName, status, registeredAt }) => ({
      number,
      systemName,
      status,
      registeredAt: registeredAt.toISOString(),
    })),
  };
}
