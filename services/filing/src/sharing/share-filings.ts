import type { SharedFiling, SharedFilingList, SharingQuery } from '@beian/contracts/sharing.ts';
import { wholeCountry } from '@beian/contracts/vocabulary.ts';
import { requireDepartment, type Actor, type Department } from '@beian/service-kit/actor.ts';
import { decodeCursor, IdPosition, page } from '@beian/service-kit/pagination.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { recordRead } from '@beian/service-kit/record-read.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { presentSharedFilings } from './present-shared-filings.ts';

type By = { actor: Actor; requestId: string };

/** Of an entry on a question that nothing answers. */
const nothing = 'unknown';

const within = ({ area }: Department) => (area === wholeCountry ? {} : { countyCode: { $like: `${area}%` } });

/**
 * 数据共享接口 (I45; regulation, art. 14 ¶3): the filings of a unit in the area of a department, cancelled ones too, the oldest first. A unit
 * that is unknown reads like one that has filed elsewhere. Which filings were told is on the audit chain before the answer leaves, an entry
 * each, for their holders to read; of what nothing was found for, that it was asked.
 */
export async function shareFilings(
  deps: Deps,
  { actor, requestId }: By,
  { uscc, cursor, limit }: SharingQuery,
): Promise<SharedFilingList> {
  const department = requireDepartment(actor);
  const [after] = decodeCursor(cursor, IdPosition) ?? [];
  const em = deps.orm.em.fork();
  const rows = await em.find(
    FilingEntity,
    { uscc, ...within(department), ...(after === undefined ? {} : { id: { $gt: after } }) },
    { orderBy: { id: 'asc' }, limit: limit + 1 },
  );
  const { items, next } = page(rows, limit, (row) => [row.id]);
  const shared = await presentSharedFilings(em, items);
  await noted(deps, { department, requestId }, { asked: 'unit', found: items.map(({ id }) => id) });
  return { items: shared, ...(next ? { next } : {}) };
}

/** One filing by its number; beyond the area of the department it is `not-found`, like one that there is not. Noted in the same way. */
export async function shareFiling(deps: Deps, { actor, requestId }: By, number: string): Promise<SharedFiling> {
  const department = requireDepartment(actor);
  const em = deps.orm.em.fork();
  const filing = await em.findOne(FilingEntity, { number, ...within(department) });
  const [shared] = await presentSharedFilings(em, filing ? [filing] : []);
  await noted(deps, { department, requestId }, { asked: 'number', found: filing ? [filing.id] : [] });
  if (!shared) throw problem('not-found');
  return shared;
}

type Asked = { asked: 'unit' | 'number'; found: string[] };

const noted = (deps: Deps, by: { department: Department; requestId: string }, { asked, found }: Asked) => {
  const { department, purpose, area } = by.department;
  return recordRead(deps, by.department, {
    action: 'filing.share',
    subject: found.length > 0 ? found : nothing,
    purpose,
    data: { reader: 'department', department, area, asked, found: found.length },
    requestId: by.requestId,
  });
};
