import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';

const Schema = defineEntity({
  name: 'HandedIn',
  tableName: 'handed_in',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    version: p.integer(),
    /** Of staff, in the place of a filer on paper. */
    staffAccountId: p.uuid().nullable(),
    /** Keyed hash of the person, by whichever account. */
    personHash: p.string().nullable(),
  },
});
/** Who handed in a version of an application: nobody decides about the own matter (0043). */
export class HandedIn extends Schema.class {}
Schema.setClass(HandedIn);

/** Who hands something in: the hashes of the person, the oldest first, and of staff the account. */
export type HandingIn = { personHashes?: readonly string[] | undefined; staffAccountId?: string | undefined };

/** Notes who handed in a version, inside the caller's transaction; nothing of who is nobody known. */
export function noteHandedIn(
  { sealer }: Pick<Deps, 'sealer'>,
  change: Change,
  of: { applicationId: string; version: number },
  { personHashes: [hash] = [], staffAccountId }: HandingIn,
): void {
  if (hash === undefined && staffAccountId === undefined) return;
  change.create(HandedIn, {
    id: newId(),
    ...of,
    staffAccountId: staffAccountId ?? null,
    personHash: hash === undefined ? null : sealer.rekeyed(hash),
  });
}
