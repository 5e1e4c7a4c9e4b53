import type { SignalName, WorkflowMessage } from '@beian/contracts/workflows.ts';
import type { Change } from '@beian/service-kit/mutate.ts';

type Act = { signal: SignalName; id: string };

// In the order in which they were recorded. What a suspension did to the clock stands in its task: only one that runs is told.
const recorded = `
  select signal, id from (
    select 'decided' as signal, id, decided_at as at from decision where application_id = :application
    union all select 'resubmitted', id, created_at from application_version where application_id = :application and number > 1
    union all select 'extended', id, at from correction_extension where application_id = :application
    union all select 'withdrawn', id, at from withdrawal where application_id = :application
    union all select case outcome when 'revoked' then 'revoked' else 'answered' end, id, at
      from transfer_outcome where application_id = :application and outcome <> 'expired'
    union all select 'suspended', id, suspended_at from review_suspension where application_id = :application and resumed_at is null
  ) acts order by at, id`;

/** Signals for everything that people have done about an application: a workflow that hears them gets to where the database is. */
export async function recordedActs(change: Change, applicationId: string): Promise<WorkflowMessage[]> {
  const acts = await change.em.execute<Act[]>(recorded.replaceAll(':application', '?'), Array(6).fill(applicationId));
  return acts.map(({ signal, id }) => ({ op: 'signal', workflowId: applicationId, signal, message: { id } }));
}
