import { problem } from '@beian/service-kit/problem.ts';
import { AccountEntity } from '../accounts/account.entity.ts';
import { filerOf, staffOf } from '../accounts/actor-of-account.ts';
import type { Deps } from '../deps.ts';
import { OrganEntity } from '../organs/organ.entity.ts';
import { secretHash } from './secrets.ts';
import { SessionEntity } from './session.entity.ts';

/** A session that nobody used for half an hour is over. */
const idleMs = 30 * 60_000;
/** How exact `seen_at` is: a write a minute at most. */
const seenEveryMs = 60_000;

export type ActorToken = { token: string; expiresAt: string };

/**
 * A signed token for the owner of a session's cookie; `not-found` when the session is over or its owner suspended. Three reads. Whoever
 * only watches (a page that is open and gets news) does not count as using the session.
 */
export async function resolveSession(
  deps: Deps,
  { sessionId, watching }: { sessionId: string; watching: boolean },
): Promise<ActorToken> {
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const session = await em.findOne(SessionEntity, { idHash: secretHash(sessionId) });
  const over = !session || session.expiresAt <= now || now.getTime() - session.seenAt.getTime() > idleMs;
  if (over) throw problem('not-found');
  const account = await em.findOneOrFail(AccountEntity, { id: session.accountId });
  // A sign-in that was under way when the account was suspended may have opened a session after it.
  if (account.suspendedAt) throw problem('not-found');
  const organ = account.organCode ? await em.findOne(OrganEntity, { code: account.organCode }) : null;
  if (!watching && now.getTime() - session.seenAt.getTime() > seenEveryMs) {
    // Not an act of anybody: no audit entry, and losing it costs nothing.
    await em.nativeUpdate(SessionEntity, { idHash: session.idHash }, { seenAt: now });
  }
  const { personHash, createdAt } = session;
  const signedInAt = createdAt.toISOString();
  const actor = staffOf(deps, account, { organ, personHash }) ?? filerOf(deps, account, { signedInAt, personHash });
  return deps.signActor(actor);
}
