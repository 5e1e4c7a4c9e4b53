import type { FilterQuery } from '@mikro-orm/core';
import type { Application, ApplicationQuery, ApplicationSummary } from '@beian/contracts/applications.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { decodeCursor, page } from '@beian/service-kit/pagination.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { ApplicationEntity } from './application.entity.ts';
import { maskContent } from './content.rules.ts';
import { ownApplication } from './own-application.ts';
import { filingNumbersOf, presentApplication, summaryOf } from './present-application.ts';

/** A text as a pattern that is contained, its own wild cards taken literally. */
export const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** 业务查询 (M068–M072): the account's own applications, newest first, by any filter or none. */
export async function listApplications(
  deps: Deps,
  by: Actor,
  query: ApplicationQuery,
): Promise<{ items: ApplicationSummary[]; next?: string }> {
  const { accountId } = requireFiler(by);
  const [after] = decodeCursor(query.cursor, 1) ?? [];
  const where: FilterQuery<ApplicationEntity> = {
    accountId,
    ...(query.uscc ? { uscc: query.uscc } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.status ? { status: query.status } : {}),
    ...(query.systemName ? { systemName: { $ilike: contains(query.systemName) } } : {}),
    ...(after === undefined ? {} : { id: { $lt: String(after) } }),
  };
  const em = deps.orm.em.fork();
  const rows = await em.find(ApplicationEntity, where, { orderBy: { id: 'desc' }, limit: query.limit + 1 });
  const { items, next } = page(rows, query.limit, (row) => [row.id]);
  const ids = items.map((row) => row.id);
  const numbers = await filingNumbersOf(em, ids);
  return { items: items.map((row) => summaryOf(row, numbers.get(row.id))), ...(next ? { next } : {}) };
}

/** One of the account's applications in full; someone else's is `not-found`. Staff sees people masked (filings on paper). */
export async function getApplication(deps: Deps, by: Actor, id: string): Promise<Application> {
  const { actor, where } = ownApplication(by, id);
  const em = deps.orm.em.fork();
  const application = await em.findOne(ApplicationEntity, where);
  if (!application) throw problem('not-found');
  const shown = await presentApplication(deps, em, application);
  return actor.kind === 'staff' && shown.content ? { ...shown, content: maskContent(shown.content) } : shown;
}
