import type { Application } from '@beian/contracts/applications.ts';
import type { ChangePart, FilingChange } from '@beian/contracts/changes.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { filingDiff } from './change.rules.ts';
import { filingsOfChange, type ReadFiling } from './read-change.ts';

/** What the filer reads of a change beyond any application: what it does to each filing, how each stands, and the parts that organs decide (N12). */
export async function presentChange(
  deps: Pick<Deps, 'sealer'>,
  em: SqlEntityManager,
  application: ApplicationEntity,
): Promise<Pick<Application, 'filings' | 'parts' | 'parent'>> {
  const parts = await em.find(ApplicationEntity, { parentId: application.id }, { orderBy: { id: 'asc' } });
  const deciding = parts.length > 0 ? parts : [application];
  const versions = await em.find(ApplicationVersion, {
    $or: deciding.map(({ id, version }) => ({ applicationId: id, number: version })),
  });
  const read = await filingsOfChange(deps, em, versions);
  const parent = application.parentId
    ? await em.findOneOrFail(ApplicationEntity, { id: application.parentId })
    : undefined;
  return {
    filings: read.flatMap((one) => {
      const owner = deciding.find(({ id }) => id === one.applicationId);
      return owner ? [filingChange(owner, one)] : [];
    }),
    ...(parts.length > 0 ? { parts: parts.map((part) => partOf(part, read)) } : {}),
    ...(parent ? { parent: { id: parent.id, number: parent.number } } : {}),
  };
}

/** The filing with its deciding organ, and the one that it leaves. */
export function deciding(application: ApplicationEntity, { base }: ReadFiling) {
  const organ = { code: application.organCode, name: application.organName };
  const was = { code: base.organCode, name: base.organName };
  return { organ, ...(was.code === organ.code ? {} : { movesFrom: was }) };
}

const filingChange = (application: ApplicationEntity, one: ReadFiling): FilingChange => ({
  filingNumber: one.filingNumber,
  systemName: one.before.open.system.name,
  ...deciding(application, one),
  diff: filingDiff(one.before, one.after),
  applicationId: application.id,
  status: application.status,
});

const partOf = (part: ApplicationEntity, read: readonly ReadFiling[]): ChangePart => ({
  id: part.id,
  number: part.number,
  organ: { code: part.organCode, name: part.organName },
  status: part.status,
  filingNumbers: read.filter((one) => one.applicationId === part.id).map((one) => one.filingNumber),
  ...(part.reviewDueAt ? { reviewDueAt: part.reviewDueAt.toISOString() } : {}),
  ...(part.correctionDueAt ? { correctionDueAt: part.correctionDueAt.toISOString() } : {}),
});
