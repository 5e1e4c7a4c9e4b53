import { finalStatuses } from '@beian/contracts/allowed-actions.ts';
import type { WorkflowMessage } from '@beian/contracts/workflows.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import type { Temporal } from '@beian/service-kit/temporal.ts';
import { goOnFromLastStep, newestRun, type NewestRun } from '@beian/service-kit/workflow-runs.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { settleParts } from '../changes/settle-parts.ts';
import type { Deps } from '../deps.ts';
import { workflowActor } from '../review/forged-signal.ts';
import { recordedActs } from './recorded-acts.ts';

type Open = { id: string; run: string | null; parts: number; openParts: number };

const atOnce = 200;
/** One that ends so often has a fault of its own, and needs a person. */
const mostRestorations = 20;

/**
 * Looks whether each open application still has its workflow, a number of them at a time, all in turn. An application ends by its database
 * alone: a workflow that was terminated, cancelled, replaced or deleted is an attack or an accident, is noted and goes on.
 */
export function workflowKeeper(deps: Deps, temporal: Temporal, { settledMs = 10_000 } = {}) {
  let after = '00000000-0000-0000-0000-000000000000';
  return async (): Promise<void> => {
    const open = await openApplications(deps, after, settledMs);
    after = (open.length === atOnce && open.at(-1)?.id) || '00000000-0000-0000-0000-000000000000';
    for (const one of open) await look(deps, temporal, one);
  };
}

// `settledMs`: relay and worker have had their time with it.
const openApplications = ({ orm, clock }: Deps, after: string, settledMs: number): Promise<Open[]> =>
  orm.em.fork().execute<Open[]>(
    `select a.id, a.workflow_run as run, count(p.id)::int as parts,
       (count(p.id) filter (where p.status not in (${finalStatuses.map(() => '?').join(',')})))::int as "openParts"
     from application a left join application p on p.parent_id = a.id
     where a.id > ? and a.status not in (${finalStatuses.map(() => '?').join(',')}) and a.updated_at < ?
       and not exists (select 1 from outbox o where o.lane = 'workflow' and o.aggregate = a.id::text)
     group by a.id order by a.id limit ${atOnce}`,
    [...finalStatuses, after, ...finalStatuses, new Date(clock.now().getTime() - settledMs)],
  );

async function look(deps: Deps, temporal: Temporal, one: Open): Promise<void> {
  const run = await newestRun(temporal, one.id);
  const ours = run !== undefined && (one.run === null || one.run === run.chain);
  if (ours && run.status === 'RUNNING') {
    if (one.run === null) await remember(deps, one.id, run);
    return;
  }
  // The parts of a change go on without the whole, which then has nothing to do but to end.
  if (one.openParts > 0) return;
  if (!(await noted(deps, one, ours ? run.status : run ? 'REPLACED' : 'NOT_FOUND'))) return;
  if (one.parts > 0) await settleParts(deps, { applicationId: one.id });
  else await goOn(deps, one.id, ours && (await goOnFromLastStep(temporal, one.id, run.runId)));
}

/** Not an act of anybody: no audit entry, and losing it costs another look. */
const remember = ({ orm }: Deps, id: string, { chain }: NewestRun) =>
  orm.em.fork().nativeUpdate(ApplicationEntity, { id, workflowRun: null }, { workflowRun: chain });

/** Writes down what was found; false when the application has ended meanwhile, or was restored too often. */
async function noted(deps: Deps, { id }: Open, status: string): Promise<boolean> {
  const found = await deps.orm.em
    .fork()
    .execute<{ n: number }[]>(
      `select count(*)::int as n from audit_entry where subject = ? and action = 'attack.workflow-ended'`,
      [id],
    );
  if ((found[0]?.n ?? 0) >= mostRestorations) {
    deps.log.error({ applicationId: id, status }, 'workflow.not-restored');
    return false;
  }
  return mutate(deps, workflowActor, { action: 'attack.workflow-ended' }, async (change) => {
    const { status: now } = await change.lock(ApplicationEntity, { id });
    const open = !finalStatuses.includes(now);
    change.record({ subject: id, ...(open ? {} : { action: 'workflow.ended' }), data: { status } });
    if (open) deps.log.warn({ applicationId: id, status }, 'attack.workflow-ended');
    return open;
  });
}

/** Where there is no step to go on from the process begins anew. Either way it hears everything that was done: what it knows it knows by its id. */
const goOn = (deps: Deps, id: string, fromLastStep: boolean): Promise<void> =>
  mutate(deps, workflowActor, { action: 'workflow.go-on' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id });
    if (!fromLastStep) change.tell(await startOf(deps, change, application));
    for (const message of await recordedActs(change, id)) change.tell(message);
    application.workflowRun = null;
    change.record({ subject: id, data: { fromLastStep } });
  });

async function startOf(deps: Deps, change: Change, application: ApplicationEntity): Promise<WorkflowMessage> {
  const { id: applicationId, kind, parentId, countyCode, organCode, submittedAt } = application;
  const { policy } = await change.em.findOneOrFail(ApplicationEntity, { id: applicationId }, { populate: ['policy'] });
  const receivedAt = submittedAt.toISOString();
  const place = { divisionCode: countyCode, organCode };
  return {
    op: 'start',
    again: true,
    workflow: parentId ? 'changePart' : kind,
    workflowId: applicationId,
    input: { applicationId, ...place, receivedAt, policy: policy ?? deps.policy },
    search: { kind, division: countyCode, receivedAt },
  };
}
