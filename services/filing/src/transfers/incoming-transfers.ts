import { finalStatuses } from '@beian/contracts/allowed-actions.ts';
import type { PageQuery } from '@beian/contracts/common.ts';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import { requireFiler, type Actor, type Filer } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { decodeCursor, IdPosition, page } from '@beian/service-kit/pagination.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { TransferEntity, TransferOutcomeEntity } from './transfer.entity.ts';

/** Transfers that reached this person: by the hashes in the token, from the moment the reviews approved. Who has none receives nothing. */
export const incomingTo = ({ personHashes = [] }: Filer) => ({
  recipientHash: { $in: personHashes },
  dueAt: { $ne: null },
});

/** 移交接收 (M118): what was sent to the person of this account, newest first, also before the account existed (G5). Seven statements at most. */
export async function listIncomingTransfers(
  deps: Deps,
  by: Actor,
  { cursor, limit }: PageQuery,
): Promise<{ items: IncomingTransfer[]; next?: string }> {
  const actor = requireFiler(by);
  const [after] = decodeCursor(cursor, IdPosition) ?? [];
  const em = deps.orm.em.fork();
  const where = { ...incomingTo(actor), ...(after === undefined ? {} : { applicationId: { $lt: after } }) };
  const rows = await em.find(TransferEntity, where, { orderBy: { applicationId: 'desc' }, limit: limit + 1 });
  const { items, next } = page(rows, limit, (row) => [row.applicationId]);
  return { items: await present(deps, em, actor, items), ...(next ? { next } : {}) };
}

/** One of them; one that was sent to somebody else is `not-found`. */
export async function getIncomingTransfer(deps: Deps, actor: Filer, applicationId: string): Promise<IncomingTransfer> {
  const em = deps.orm.em.fork();
  const found = await em.find(TransferEntity, { applicationId, ...incomingTo(actor) });
  const [transfer] = await present(deps, em, actor, found);
  if (!transfer) throw problem('not-found');
  return transfer;
}

async function present(
  deps: Deps,
  em: SqlEntityManager,
  { accountId }: Filer,
  transfers: TransferEntity[],
): Promise<IncomingTransfer[]> {
  const ids = transfers.map((one) => one.applicationId);
  const of = { applicationId: { $in: ids } };
  const applications = new Map((await em.find(ApplicationEntity, { id: { $in: ids } })).map((one) => [one.id, one]));
  const taken = await em.find(ApplicationFiling, of);
  const numbers = new Map(taken.map((one) => [one.applicationId, one.filingNumber]));
  const appeals = await holdingAppeals(em, taken);
  const outcomes = new Map((await em.find(TransferOutcomeEntity, of)).map((one) => [one.applicationId, one]));
  const versions = await em.find(ApplicationVersion, of);
  const now = deps.clock.now();
  return transfers.flatMap(({ applicationId, dueAt, fromName }) => {
    const application = applications.get(applicationId);
    const version = versions.find((one) => one.applicationId === applicationId && one.number === application?.version);
    const filingNumber = numbers.get(applicationId);
    if (!application || !filingNumber || !dueAt) return [];
    const ended = outcomes.get(applicationId);
    const unanswered = !ended && !finalStatuses.includes(application.status);
    const heldBy = unanswered ? appeals.get(applicationId) : undefined;
    const inTime = unanswered && dueAt > now ? (['accept', 'decline'] as const) : [];
    return [
      {
        applicationId,
        applicationNumber: application.number,
        filingNumber,
        unitName: application.unitName ?? '–',
        systemName: application.systemName ?? '–',
        organ: { code: application.organCode, name: application.organName },
        description: version?.content?.transfer?.description ?? '',
        ...(fromName ? { from: fromName } : {}),
        status: application.status,
        dueAt: dueAt.toISOString(),
        ...(ended?.accountId === accountId ? { answeredAt: ended.at.toISOString() } : {}),
        ...(heldBy ? { heldBy } : {}),
        allowedActions: heldBy ? ['decline'] : [...inTime],
      },
    ];
  });
}

/** By application the number of the appeal that holds the filing which it has taken (N13). */
async function holdingAppeals(em: SqlEntityManager, taken: ApplicationFiling[]): Promise<Map<string, string>> {
  const open = taken.filter((one) => one.open);
  const held = await em.find(FilingEntity, { id: { $in: open.map((one) => one.filingId) }, status: 'held' });
  if (held.length === 0) return new Map();
  const appeals = await em.find(ApplicationEntity, { id: { $in: held.map((one) => one.heldBy ?? '') } });
  const numberOf = new Map(appeals.map((one) => [one.id, one.number]));
  return new Map(
    open.flatMap(({ applicationId, filingId }) => {
      const number = numberOf.get(held.find((one) => one.id === filingId)?.heldBy ?? '');
      return number ? [[applicationId, number]] : [];
    }),
  );
}
