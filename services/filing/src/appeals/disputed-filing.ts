import type { DisputedFiling } from '@beian/contracts/appeals.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { FilingEntity, FilingVersion, Holding } from '../filings/filing.entity.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';

/** The filing that an appeal is about, for who reviews it: what is filed, since when it is held by whom it is held, and what holds it. */
export async function disputedFiling(em: SqlEntityManager, applicationId: string): Promise<DisputedFiling | undefined> {
  const about = await em.findOne(ApplicationFiling, { applicationId });
  const filing = about && (await em.findOne(FilingEntity, { id: about.filingId }));
  if (!filing) return undefined;
  const { content } = await em.findOneOrFail(FilingVersion, { filingId: filing.id, number: filing.version });
  const holding = await em.findOne(Holding, { filingId: filing.id, untilAt: null });
  const appeal = filing.heldBy ? await em.findOne(ApplicationEntity, { id: filing.heldBy }) : null;
  return {
    number: filing.number,
    status: filing.status,
    uscc: filing.uscc,
    unitName: content.unit.name,
    systemName: filing.systemName,
    divisionName: content.system.divisionName,
    registeredAt: filing.registeredAt.toISOString(),
    ...(holding ? { holderSince: holding.fromAt.toISOString() } : {}),
    ...(appeal ? { heldBy: appeal.number } : {}),
  };
}
