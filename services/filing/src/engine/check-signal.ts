import { z } from 'zod';
import { signalNames, type FilingActivities, type SignalName } from '@beian/contracts/workflows.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { ApplicationVersion, ExtensionEntity, WithdrawalEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { noteForgedSignal, workflowActor } from '../review/forged-signal.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { SuspensionEntity } from '../review/suspension.entity.ts';
import { TransferOutcomeEntity } from '../transfers/transfer.entity.ts';

type Of = { id: string; applicationId: string };

/** The row that each signal names. */
const rowsOf: Record<SignalName, (em: SqlEntityManager, of: Of) => Promise<number>> = {
  decided: (em, of) => em.count(DecisionEntity, of),
  resubmitted: (em, of) => em.count(ApplicationVersion, of),
  withdrawn: (em, of) => em.count(WithdrawalEntity, of),
  extended: (em, of) => em.count(ExtensionEntity, of),
  answered: (em, of) => em.count(TransferOutcomeEntity, of),
  revoked: (em, of) => em.count(TransferOutcomeEntity, of),
  suspended: (em, of) => em.count(SuspensionEntity, of),
  resumed: (em, { id: resumptionId, applicationId }) => em.count(SuspensionEntity, { resumptionId, applicationId }),
};

const isOurs = (signal: string): signal is SignalName => Object.hasOwn(signalNames, signal);

/** Whether this application has the row that a signal names. If not the signal was forged: noted as an attack, nothing else. */
export async function checkSignal(
  deps: Deps,
  { applicationId, signal, id }: Parameters<FilingActivities['checkSignal']>[0],
): Promise<{ known: boolean }> {
  const known =
    isOurs(signal) &&
    z.uuid().safeParse(id).success &&
    (await rowsOf[signal](deps.orm.em.fork(), { id, applicationId })) > 0;
  if (known) return { known };
  await mutate(deps, workflowActor, { action: 'attack.forged-signal' }, async (change) => {
    // Whoever forges may write anything into it: only what is shaped like an id of ours is kept.
    const named = z.uuid().safeParse(id).data ?? 'malformed';
    noteForgedSignal(deps, change, { applicationId, id: named, about: isOurs(signal) ? signal : 'unknown' });
  });
  return { known };
}
