import type { WorkflowRun, WorkflowState } from '@beian/contracts/operations.ts';
import { newestRun, type NewestRun } from '@beian/service-kit/workflow-runs.ts';
import type { Deps } from '../deps.ts';

const states: Partial<Record<NewestRun['status'], WorkflowState>> = {
  RUNNING: 'running',
  PAUSED: 'running',
  CONTINUED_AS_NEW: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed_out',
};

/** The page of a workflow in the Temporal Web UI: of one run, or of the id's last. Undefined where no UI is configured. */
export function workflowPage({ temporal, temporalUi }: Deps, id: string, runId?: string): string | undefined {
  if (!temporal || temporalUi === undefined) return undefined;
  const path = ['namespaces', temporal.namespace, 'workflows', id, ...(runId ? [runId, 'history'] : [])];
  return `${temporalUi.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}`;
}

/** How the workflow of an application stands, as Temporal says. Never throws: operators look here when something is away. */
export async function workflowRun(deps: Deps, id: string): Promise<WorkflowRun> {
  const page = (runId?: string) => {
    const url = workflowPage(deps, id, runId);
    return url === undefined ? {} : { url };
  };
  if (!deps.temporal) return { id, state: 'unknown' };
  try {
    const run = await newestRun(deps.temporal, id);
    // No page of a workflow that Temporal does not have.
    if (!run) return { id, state: 'absent' };
    return {
      id,
      state: states[run.status] ?? 'unknown',
      startedAt: run.startedAt.toISOString(),
      ...(run.closedAt ? { closedAt: run.closedAt.toISOString() } : {}),
      ...page(run.runId),
    };
  } catch (error) {
    deps.log.warn({ err: error, workflowId: id }, 'workflow.not-described');
    return { id, state: 'unknown', ...page() };
  }
}
