import type { Filer } from '@beian/service-kit/actor.ts';
import { personHash } from '@beian/service-kit/person-hash.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Recipient } from '../applications/content.rules.ts';
import type { Deps } from '../deps.ts';

/** The hash by which the recipient will be known (G5). `transfer.to-self` at the field when it is the initiator, whichever account it uses. */
export function recipientHash(
  deps: Pick<Deps, 'sealer'>,
  initiator: Filer,
  recipient: Recipient,
  path: readonly PropertyKey[],
): string {
  const hash = personHash(deps.sealer, recipient);
  if (initiator.personHashes?.includes(hash)) throw fieldProblem(path, 'transfer.to-self');
  return hash;
}
