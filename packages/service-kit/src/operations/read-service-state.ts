import type { OperatedService, ServiceState } from '@beian/contracts/operations.ts';
import { requireStaff, type Actor } from '../actor.ts';
import type { Orm } from '../database.ts';
import { readiness, type Check } from '../health.ts';

export type ServiceStateDeps = { orm: Orm; service: string; checks?: Readonly<Record<string, Check>> };

type Counts = { waiting: number; parked: number; oldest: Date | string | null; events: number };

/** How a service is and what it has not sent or could not take in (I43), for operators. Two statements; while the database is away it throws. */
export async function readServiceState(deps: ServiceStateDeps, by: Actor): Promise<ServiceState> {
  requireStaff(by, 'operator');
  const { ready, checks } = await readiness(deps.checks ?? {});
  const [row] = await deps.orm.em.fork().execute<Counts[]>(
    `select count(*) filter (where parked_at is null)::int as waiting,
            count(parked_at)::int as parked,
            min(created_at) as oldest,
            (select count(*)::int from parked_event) as events
     from outbox`,
  );
  return {
    service: deps.service as OperatedService,
    ready,
    checks,
    outbox: {
      waiting: row?.waiting ?? 0,
      parked: row?.parked ?? 0,
      ...(row?.oldest ? { oldestAt: new Date(row.oldest).toISOString() } : {}),
    },
    parkedEvents: row?.events ?? 0,
  };
}
