import type { ReviewView, SaveReviewView } from '@beian/contracts/review-views.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { coveredBy } from '../absences/cover.ts';
import type { Deps } from '../deps.ts';
import { leads, requireReviewer } from '../review/task-scope.ts';
import { countsOf, presentView } from './list-views.ts';
import { ReviewViewEntity } from './review-view.entity.ts';

const viewsPerPerson = 50;

/** Saves a view of the queue (I05). A name of one's own twice is `view.name-taken`; sharing is for who leads. */
export async function createView(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  given: SaveReviewView,
): Promise<ReviewView> {
  const staff = mayShare(requireReviewer(by.actor), given);
  return mutate(deps, staff, { action: 'view.create', idempotency: by.idempotency }, async (change) => {
    const { accountId, staffNo, organ } = staff;
    if ((await change.em.count(ReviewViewEntity, { accountId })) >= viewsPerPerson) {
      throw problem('view.too-many', { params: { limit: viewsPerPerson } });
    }
    const kept = { id: newId(), accountId, staffNo, organCode: organ.code };
    const view = change.create(ReviewViewEntity, { ...kept, ...given, updatedAt: change.now });
    change.record({ subject: view.id, data: { shared: given.shared } });
    return shown(change, staff, view);
  });
}

/** Changes one's own view. */
export async function changeView(deps: Deps, by: Actor, id: string, given: SaveReviewView): Promise<ReviewView> {
  const staff = mayShare(requireReviewer(by), given);
  return mutate(deps, staff, { action: 'view.change' }, async (change) => {
    const view = await change.lock(ReviewViewEntity, { id, accountId: staff.accountId });
    Object.assign(view, given, { updatedAt: change.now });
    change.record({ subject: id, data: { shared: given.shared } });
    return shown(change, staff, view);
  });
}

/** Deletes one's own view. */
export async function deleteView(deps: Deps, by: Actor, id: string): Promise<void> {
  const staff = requireReviewer(by);
  await mutate(deps, staff, { action: 'view.delete' }, async (change) => {
    const removed = await change.em.nativeDelete(ReviewViewEntity, { id, accountId: staff.accountId });
    if (removed === 0) throw problem('not-found');
    change.record({ subject: id });
  });
}

function mayShare(staff: Staff, { shared }: SaveReviewView): Staff {
  if (shared && !leads(staff)) throw problem('auth.forbidden');
  return staff;
}

async function shown(change: Change, staff: Staff, view: ReviewViewEntity): Promise<ReviewView> {
  const { em, now } = change;
  const [count = 0] = await countsOf(em, [view], { staff, now, covers: await coveredBy(em, staff, now) });
  return presentView(view, staff.accountId, count);
}
