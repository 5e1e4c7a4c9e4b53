import { requireService, type Actor } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';
import { AccountEntity } from './account.entity.ts';

/**
 * The accounts of a person, by hash alone: to tell a recipient that a transfer waits (I46). Personal accounts first. For services;
 * the person who named the recipient learns nothing of it.
 */
export async function accountsOfPerson(deps: Deps, by: Actor, personHash: string): Promise<string[]> {
  requireService(by);
  const accounts = await deps.orm.em
    .fork()
    .find(
      AccountEntity,
      { personHash: { $in: deps.sealer.underNewerKeys(personHash) } },
      { orderBy: { kind: 'desc', signedInAt: 'desc' }, limit: 20 },
    );
  return accounts.map((account) => account.id);
}
