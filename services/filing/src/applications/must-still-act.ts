import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { rightsOverFilings } from '../filings/right-over-filing.ts';
import type { ApplicationEntity } from './application.entity.ts';

/** Whether an agent may act today for the holder in whose place an application was submitted, over every filing that it is about (I02). */
export async function stillActs(
  em: SqlEntityManager,
  agent: Filer,
  { id: applicationId, onBehalfOf }: ApplicationEntity,
  moment: { now: Date; lock?: boolean },
): Promise<boolean> {
  const listed = await em.find(ApplicationFiling, { applicationId });
  const filings = await em.find(FilingEntity, { id: { $in: listed.map((one) => one.filingId) } });
  const rights = await rightsOverFilings(em, agent, filings, moment);
  return filings.every(({ id }) => {
    const right = rights.get(id);
    return right?.role === 'agent' && right.delegation.holderAccountId === onBehalfOf;
  });
}

/**
 * Inside the transaction, the application locked: throws `delegation.expired` when the filer submitted it as an agent and may not act any
 * more. The holder itself, and who filed its own, pass.
 */
export async function mustStillAct(
  change: Change,
  actor: Filer | Staff,
  application: ApplicationEntity,
): Promise<void> {
  const { onBehalfOf } = application;
  if (!onBehalfOf || actor.kind === 'staff' || actor.accountId === onBehalfOf) return;
  if (!(await stillActs(change.em, actor, application, { now: change.now, lock: true }))) {
    throw problem('delegation.expired');
  }
}
