import { AccountEntity } from '@beian/identity/accounts/account.entity.ts';
import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { TestPlatform } from './platform.ts';

/** Accounts in identity, as if each had signed in before: only staff that has can be assigned to, or cover. */
export async function haveSignedIn(
  { identity }: Pick<TestPlatform, 'identity'>,
  ...people: (Staff | Filer)[]
): Promise<void> {
  const em = identity.orm.em.fork();
  for (const person of people) {
    const { accountId, kind } = person;
    em.create(AccountEntity, {
      id: accountId,
      kind,
      subjectHash: newId(),
      sealed: identity.sealer.seal(
        { name: '赵敏', phone: '', idNumber: '' },
        { table: 'account', column: 'sealed', row: accountId },
      ),
      ...(kind === 'staff'
        ? { staffNo: person.staffNo, roles: person.roles, organCode: person.organ.code }
        : { roles: [], personHash: person.personHashes?.[0] ?? null }),
      ...(kind === 'legal_person' ? { uscc: person.uscc } : {}),
      createdAt: new Date(),
      signedInAt: new Date(),
    });
  }
  await em.flush();
}
