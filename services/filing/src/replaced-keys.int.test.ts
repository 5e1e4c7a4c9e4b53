import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filing } from '@beian/contracts/filings.ts';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import { keyedColumns as documentsColumns } from '@beian/documents/keyed-columns.ts';
import { keyedColumns as identityColumns } from '@beian/identity/keyed-columns.ts';
import { keyedColumns as notificationsColumns } from '@beian/notifications/keyed-columns.ts';
import { schema as notificationsSchema } from '@beian/notifications/deps.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Orm } from '@beian/service-kit/database.ts';
import type { Keys } from '@beian/service-kit/keys.ts';
import { personHashes } from '@beian/service-kit/person-hash.ts';
import { countByKey, reseal, type KeyedColumns } from '@beian/service-kit/reseal.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { freshDatabase } from '@beian/testkit/database.ts';
import { delegated } from '@beian/testkit/delegation.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, aRegistration, as, aUnit, json } from '@beian/testkit/registration.ts';
import { aKey, testKeys } from '@beian/testkit/sealer.ts';
import { somebody, transferred, type Person } from '@beian/testkit/transfer.ts';
import { keyedColumns } from './keyed-columns.ts';

const replaced: Keys = {
  sealing: { current: 'k2', keys: { ...testKeys.sealing.keys, k2: aKey(5) } },
  lookup: { current: 'k2', keys: { ...testKeys.lookup.keys, k2: aKey(6) } },
};
let keys = testKeys;
let platform: TestPlatform;
const reviewer = aReviewer();
const holder = aPersonalUser();
const recipient = somebody('李娜');
const reader = somebody('周敏');

/** An account of a person as identity would sign it with the keys of this moment. */
const accountNow = (person: Person, account: Filer): Filer => ({
  ...account,
  personHashes: personHashes(platform.filing.sealer, person),
});
const [recipientAccount, readerAccount] = [aPersonalUser(), aPersonalUser()];

beforeAll(async () => {
  platform = await aPlatform({ keys: () => keys });
});
afterAll(() => platform.stop());

describe('replacing the keys of the platform', () => {
  it('loses nobody: holder, recipient and reader find what is theirs before, while and after everything is encrypted anew', async () => {
    const number = await aFiling(platform, holder, reviewer);
    await delegated(platform, holder, reader, { role: 'reader' });
    const { id: applicationId } = await transferred(platform, holder, recipient, number);
    await platform.orm.em
      .fork()
      .execute(`update transfer set due_at = ?, remind_at = '[]' where application_id = ?`, [
        new Date(Date.now() + 86_400_000),
        applicationId,
      ]);

    const everybodyFinds = async () => {
      const filing = await json<Filing>(await as(platform, holder).get(`/api/filings/${number}`));
      expect(filing.content.system.safetyOfficerName).toBe('王*国');
      const incoming = await as(platform, accountNow(recipient, recipientAccount)).get('/api/transfers/incoming');
      expect((await json<{ items: IncomingTransfer[] }>(incoming)).items).toMatchObject([{ filingNumber: number }]);
      const read = await as(platform, accountNow(reader, readerAccount)).get(`/api/filings/${number}`);
      expect(await json<Filing>(read)).toMatchObject({ actingFor: { role: 'reader' } });
    };
    await everybodyFinds();
    keys = replaced;
    await everybodyFinds();
    // Another delegation to the same person, under the new key, is still the same person's.
    const again = delegated(platform, holder, reader, { role: 'reader' });
    await expect(again).rejects.toThrow(/delegation.overlaps/);

    const writing = (async () => {
      const filer = aPersonalUser();
      const unit = await aUnit(platform, filer);
      for (let i = 0; i < 5; i += 1) await aRegistration(platform, filer, unit);
    })();
    for (const [deps, columns] of [
      [platform.filing, keyedColumns],
      [platform.documents, documentsColumns],
      [platform.identity, identityColumns],
    ] as const) {
      await reseal(deps, columns);
    }
    await writing;
    for (const [deps, columns] of [
      [platform.filing, keyedColumns],
      [platform.documents, documentsColumns],
    ] as const) {
      const counts = await countByKey(deps, columns);
      expect(counts.length).toBeGreaterThan(0);
      expect([...new Set(counts.map((one) => one.key))]).toEqual(['k2']);
    }
    await everybodyFinds();
    keys = { ...replaced, sealing: { current: 'k2', keys: { k2: aKey(5) } } };
    await everybodyFinds();
  });
});

/** Columns that look as if a key had made them. */
const keyedIn = async (orm: Orm): Promise<string[]> => {
  const rows = await orm.em.fork().execute<{ place: string }[]>(
    `select table_name || '.' || column_name place from information_schema.columns
     where table_schema = 'public' and table_name not in ('audit_entry', 'audit_head')
       and (data_type = 'bytea' or column_name like '%\\_hash') order by 1`,
  );
  return rows.map(({ place }) => place);
};
const placesOf = ({ sealed, lookup }: KeyedColumns) =>
  [...sealed, ...lookup].map(({ table, column }) => `${table}.${column}`);

it('no sealed column and no look-up hash is forgotten', async () => {
  expect(await keyedIn(platform.orm)).toEqual(placesOf(keyedColumns).toSorted());
  expect(await keyedIn(platform.documents.orm)).toEqual(placesOf(documentsColumns));
  // Secrets are hashed without a key: they are random. A session's person is hashed under the oldest one, and gone after twelve hours.
  const secrets = ['api_credential.secret_hash', 'sharing_credential.secret_hash'];
  const random = [...secrets, 'session.id_hash', 'sign_in.browser_hash', 'sign_in.state_hash'];
  const others = [...random, 'session.person_hash'];
  expect(await keyedIn(platform.identity.orm)).toEqual([...placesOf(identityColumns), ...others].toSorted());
  const notifications = await freshDatabase(notificationsSchema);
  expect(await keyedIn(notifications)).toEqual(placesOf(notificationsColumns));
  await notifications.close();
});
