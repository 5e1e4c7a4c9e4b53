import type { PaperFiling } from '@beian/contracts/paper-filings.ts';
import type { PageQuery } from '@beian/contracts/common.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { decodeCursor, IdPosition, page } from '@beian/service-kit/pagination.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { filingNumbersOf, summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { PaperFilingEntity } from './paper-filing.entity.ts';

/** The filings on paper that the organ has entered, newest first, claimed or not. */
export async function listPaperFilings(
  deps: Deps,
  by: Actor,
  query: PageQuery,
): Promise<{ items: PaperFiling[]; next?: string }> {
  const { organ } = requireStaff(by, 'reviewer', 'senior_reviewer', 'supervisor');
  const [after] = decodeCursor(query.cursor, IdPosition) ?? [];
  const em = deps.orm.em.fork();
  const where = {
    filerKind: 'paper' as const,
    organCode: organ.code,
    ...(after === undefined ? {} : { id: { $lt: after } }),
  };
  const rows = await em.find(ApplicationEntity, where, { orderBy: { id: 'desc' }, limit: query.limit + 1 });
  const { items, next } = page(rows, query.limit, (row) => [row.id]);
  const ids = items.map((row) => row.id);
  const numbers = await filingNumbersOf(em, ids);
  const papers = await em.find(PaperFilingEntity, { applicationId: { $in: ids } });
  const shown = items.flatMap((row): PaperFiling[] => {
    const paper = papers.find((one) => one.applicationId === row.id);
    if (!paper) return [];
    const { receivedOn, clerkStaffNo, claimedAt } = paper;
    return [
      {
        ...summaryOf(row, numbers.get(row.id)),
        receivedOn,
        clerkStaffNo,
        ...(claimedAt ? { claimedAt: claimedAt.toISOString() } : {}),
      },
    ];
  });
  return { items: shown, ...(next ? { next } : {}) };
}
