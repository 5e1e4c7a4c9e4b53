import type { FilterQuery } from '@mikro-orm/core';
import type { Application, ApplicationQuery, ApplicationSummary } from '@beian/contracts/applications.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { decodeCursor, IdPosition, page } from '@beian/service-kit/pagination.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { suspendedAmong } from '../review/present-suspensions.ts';
import { ApplicationEntity } from './application.entity.ts';
import { maskContent } from './content.rules.ts';
import { stillActs } from './must-still-act.ts';
import { concernedBy, ownOrOnBehalf } from './own-application.ts';
import { filingNumbersOf, presentApplication, summaryOf } from './present-application.ts';

/** A text as a pattern that is contained, its own wild cards taken literally. */
export const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * 业务查询 (M068–M072): the account's own applications and those that agents submitted in its place (I02), newest first, by any filter or
 * none. A change stands there as a whole, not by its parts.
 */
export async function listApplications(
  deps: Deps,
  by: Actor,
  query: ApplicationQuery,
): Promise<{ items: ApplicationSummary[]; next?: string }> {
  const actor = requireFiler(by);
  const [after] = decodeCursor(query.cursor, IdPosition) ?? [];
  const where: FilterQuery<ApplicationEntity> = {
    $or: ownOrOnBehalf(actor),
    parentId: null,
    ...(query.uscc ? { uscc: query.uscc } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.status ? { status: query.status } : {}),
    ...(query.systemName ? { systemName: { $ilike: contains(query.systemName) } } : {}),
    ...(after === undefined ? {} : { id: { $lt: after } }),
  };
  const em = deps.orm.em.fork();
  const rows = await em.find(ApplicationEntity, where, { orderBy: { id: 'desc' }, limit: query.limit + 1 });
  const { items, next } = page(rows, query.limit, (row) => [row.id]);
  const ids = items.map((row) => row.id);
  const numbers = await filingNumbersOf(em, ids);
  const still = await suspendedAmong(em, ids);
  return {
    items: items.map((row) => ({
      ...summaryOf(row, numbers.get(row.id)),
      ...(still.has(row.id) ? { suspended: true } : {}),
    })),
    ...(next ? { next } : {}),
  };
}

/**
 * One of those in full; someone else's is `not-found`. The holder may only end what an agent submitted. An agent who may not act any more
 * keeps the record, people masked, as staff sees them (filings on paper).
 */
export async function getApplication(deps: Deps, by: Actor, id: string): Promise<Application> {
  const { actor, where } = concernedBy(by, id);
  const em = deps.orm.em.fork();
  const application = await em.findOne(ApplicationEntity, where);
  if (!application) throw problem('not-found');
  const shown = await presentApplication(deps, em, application);
  if (actor.kind === 'staff') return { ...shown, ...masked(shown) };
  if (!application.onBehalfOf) return shown;
  if (application.onBehalfOf === actor.accountId) {
    return { ...shown, allowedActions: shown.allowedActions.filter((one) => one === 'withdraw') };
  }
  if (await stillActs(em, actor, application, { now: deps.clock.now() })) return shown;
  return { ...shown, ...masked(shown), allowedActions: [] };
}

const masked = ({ content }: Application): Pick<Application, 'content'> =>
  content ? { content: maskContent(content) } : {};
