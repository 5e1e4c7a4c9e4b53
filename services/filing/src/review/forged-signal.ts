import type { Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';

/** Who acts when a workflow does. */
export const workflowActor = { kind: 'system', name: 'workflow' } as const;

/** A signal whose id the database does not know was not sent by us: it changes nothing and is remembered as an attack. */
export function noteForgedSignal(
  deps: Pick<Deps, 'log'>,
  change: Change,
  { applicationId, id, about }: { applicationId: string; id: string; about: string },
): void {
  change.record({ subject: applicationId, action: 'attack.forged-signal', data: { id, about } });
  deps.log.warn({ applicationId, id, about }, 'attack.forged-signal');
}
