import { requireStaff, requireFiler, type Actor, type Filer, type Staff } from '@beian/service-kit/actor.ts';

type Own = { actor: Filer; where: { id: string; accountId: string } };
type OnPaper = { actor: Staff; where: { id: string; filerKind: 'paper'; accountId: null; organCode: string } };

/**
 * Who acts for an application and how it is found: its filer or, for one that came on paper and is not claimed yet, the reviewing staff
 * of its organ in the filer's place. Whatever does not fit is not there.
 */
export function ownApplication(actor: Actor, id: string): Own | OnPaper {
  if (actor.kind !== 'staff') {
    const filer = requireFiler(actor);
    return { actor: filer, where: { id, accountId: filer.accountId } };
  }
  const staff = requireStaff(actor, 'reviewer', 'senior_reviewer');
  return { actor: staff, where: { id, filerKind: 'paper', accountId: null, organCode: staff.organ.code } };
}

type Concerned = { actor: Filer; where: { id: string; $or: [{ accountId: string }, { onBehalfOf: string }] } };

/** The same for who may read an application and end it: besides its filer the holder in whose place an agent submitted it (I02). */
export function concernedBy(actor: Actor, id: string): Concerned | OnPaper {
  const own = ownApplication(actor, id);
  if (own.actor.kind === 'staff') return own as OnPaper;
  return { actor: own.actor, where: { id, $or: ownOrOnBehalf(own.actor) } };
}

/** Applications that an account filed, and those that agents filed in its place. */
export const ownOrOnBehalf = ({ accountId }: Filer): [{ accountId: string }, { onBehalfOf: string }] => [
  { accountId },
  { onBehalfOf: accountId },
];
