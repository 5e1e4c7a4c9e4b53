import { AccountEntity } from '@beian/identity/accounts/account.entity.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { TestPlatform } from './platform.ts';

/** Accounts of staff in identity, as if each had signed in before: only they can be assigned to, or cover. */
export async function haveSignedIn({ identity }: Pick<TestPlatform, 'identity'>, ...staff: Staff[]): Promise<void> {
  const em = identity.orm.em.fork();
  for (const { accountId, staffNo, roles, organ } of staff) {
    em.create(AccountEntity, {
      id: accountId,
      kind: 'staff',
      subjectHash: newId(),
      sealed: identity.sealer.seal(
        { name: '赵敏', phone: '', idNumber: '' },
        { table: 'account', column: 'sealed', row: accountId },
      ),
      staffNo,
      roles,
      organCode: organ.code,
      createdAt: new Date(),
      signedInAt: new Date(),
    });
  }
  await em.flush();
}
