import type { Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { accountAudience, staffAudiences } from '../audience/audience.rules.ts';

/** Somebody with an inbox: the account and every audience that it belongs to. */
export type Reader = { accountId: string; audiences: string[] };

/** The reader that an actor is. Throws `auth.required` or, for a service, `auth.forbidden`. */
export function readerOf(actor: Actor): Reader {
  if (actor.kind === 'nobody') throw problem('auth.required');
  if (!('accountId' in actor)) throw problem('auth.forbidden');
  const { accountId } = actor;
  const groups = actor.kind === 'staff' ? staffAudiences(actor.organ.code, actor.roles) : [];
  return { accountId, audiences: [accountAudience(accountId), ...groups] };
}

/** `n` question marks for a list of values. */
export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(',');
