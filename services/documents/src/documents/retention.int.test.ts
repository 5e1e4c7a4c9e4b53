import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { handleOnce } from '@beian/service-kit/consumer.ts';
import { aPersonalUser, aReviewer, serviceSecret } from '@beian/testkit/actors.ts';
import { aCancellation } from '@beian/testkit/cancellation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, aUnit, approval, as, files, json, settled, uploaded } from '@beian/testkit/registration.ts';
import { objectKeyOf, quarantineKeyOf } from './document.entity.ts';
import { filingUse, type DocumentUse } from './document-use.ts';
import { keepDocuments } from './keep-documents.ts';
import { findDocuments } from './read-document.ts';
import { releaseEnded } from './release-ended.ts';
import { sweepObjects } from './sweep-objects.ts';
import { sweepUnused } from './sweep-unused.ts';

const reviewer = aReviewer();
const day = 86_400_000;
let now = new Date();
let platform: TestPlatform;
let pdf: Uint8Array;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  pdf = new Uint8Array(await readFile(files.pdf));
});
afterAll(() => platform.stop());

const later = async <T>(days: number, work: () => Promise<T>): Promise<T> => {
  const before = now;
  now = new Date(before.getTime() + days * day);
  return work().finally(() => (now = before));
};
/** Tells documents what filing has published so far, as its consumer would. */
async function told() {
  const sql = `select payload from outbox where lane = 'event' order by seq`;
  const rows = await platform.orm.em.fork().execute<{ payload: unknown }[]>(sql);
  for (const { payload } of rows) await handleOnce(platform.documents, 'documents', keepDocuments, payload);
}
const isThere = async (id: string) => {
  const [row] = await platform.documents.orm.em.fork().execute<unknown[]>('select 1 from document where id = ?', [id]);
  const object = await platform.documents.store.get(objectKeyOf(id)).then(
    () => true,
    () => false,
  );
  expect(object).toBe(row !== undefined);
  return object;
};

describe('an upload that nothing took into use', () => {
  it('goes after its days, but not while a draft or a unit names it', async () => {
    const filer = aPersonalUser();
    const loose = await uploaded(platform, filer, 'business_licence');
    const drafted = await uploaded(platform, filer, 'device_table');
    const unit = await aUnit(platform, filer);
    const form = {
      kind: 'registration',
      title: '监控系统',
      step: 'system',
      content: { system: { table: { id: drafted } } },
    };
    const draft = newId();
    await json(await as(platform, filer).put(`/api/drafts/${draft}`, form));
    // Saved again before it ends, a draft outlives the days of its first uploads.
    await later(40, async () =>
      json(await as(platform, filer).put(`/api/drafts/${draft}`, { ...form, baseRevision: 1 })),
    );
    expect(await sweepUnused(platform.documents, 60)).toBe(0);
    await later(61, async () => {
      expect(await sweepUnused(platform.documents, 60)).toBe(1);
      expect(await isThere(loose)).toBe(false);
      expect(await isThere(drafted)).toBe(true);
    });
    await later(100, () => sweepUnused(platform.documents, 60));
    expect(await isThere(drafted)).toBe(false);
    for (const { documentId } of unit.attachments) expect(await isThere(documentId)).toBe(true);
  });

  it('stays when somebody is about to take it into use, in whatever order it comes', async () => {
    const filer = aPersonalUser();
    const id = await uploaded(platform, filer, 'business_licence');
    const looks = () => findDocuments(platform.documents, filer, [id]);
    await later(61, async () => {
      const { use } = platform.documents;
      const asked: DocumentUse = {
        stillUsed: async (...given) => {
          const used = await use.stillUsed(...given);
          // Filing knows nothing of it yet: the application is on its way.
          expect(await looks()).toHaveLength(1);
          return used;
        },
      };
      await sweepUnused({ ...platform.documents, use: asked }, 60);
      expect(await isThere(id)).toBe(true);
      await sweepUnused(platform.documents, 60);
      expect(await isThere(id)).toBe(true);
    });
    await later(62, () => sweepUnused(platform.documents, 60));
    expect(await looks()).toEqual([]);
    expect(await isThere(id)).toBe(false);
  });

  it('stays when filing does not answer', async () => {
    const loose = await uploaded(platform, aPersonalUser(), 'business_licence');
    const { use } = platform.documents;
    platform.documents.use = filingUse('http://127.0.0.1:1', () => serviceToken('documents', serviceSecret));
    await later(61, async () => {
      await expect(sweepUnused(platform.documents, 60)).rejects.toMatchObject({ code: 'upstream.unavailable' });
    });
    platform.documents.use = use;
    expect(await isThere(loose)).toBe(true);
  });
});

describe('the documents of a filing', () => {
  it('stay while it is valid and for the days of retention after its cancellation, then they go', async () => {
    const filer = aPersonalUser();
    const number = await aFiling(platform, filer, reviewer);
    const cancelled = await later(5000, async () => {
      await told();
      const cancellation = await aCancellation(platform, filer, number);
      const recently = { ...filer, signedInAt: now.toISOString() };
      const submitted = await as(platform, recently).create('/api/applications', cancellation);
      expect(await releaseEnded(platform.documents, 3650)).toBe(0);
      await settled(platform, reviewer, await json<ApplicationSummary>(submitted, 201), approval);
      await told();
      return cancellation;
    });
    const sql = 'select jsonb_array_elements_text(document_ids) id from filing_version';
    const ids = (await platform.orm.em.fork().execute<{ id: string }[]>(sql)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    await later(5000 + 3649, async () => expect(await releaseEnded(platform.documents, 3650)).toBe(0));
    // The unit is still in the account's list: its own papers stay with it, the device table and the letter go.
    await later(5000 + 3660, async () => expect(await releaseEnded(platform.documents, 3650)).toBe(2));
    expect(await isThere(cancelled.authorisationId)).toBe(false);
    const answer = await as({ app: platform.documentsApp }, filer).get(`/api/documents/${cancelled.authorisationId}`);
    await expectProblem(answer, { status: 404, code: 'not-found' });
    const released = await platform.documents.orm.em
      .fork()
      .execute(`select 1 from outbox where payload ->> 'type' = 'beian.document.released' and aggregate = ?`, [
        cancelled.authorisationId,
      ]);
    expect(released).toHaveLength(1);
  });

  it('are asked about by services alone', async () => {
    const body = { documents: [], endedAfter: now.toISOString() };
    const ask = (actor: Parameters<typeof as>[1]) => as(platform, actor).post('/internal/documents-in-use', body);
    await expectProblem(await ask(aPersonalUser()), { status: 403, code: 'auth.forbidden' });
    expect((await ask({ kind: 'service', name: 'documents' })).status).toBe(200);
  });
});

describe('an object without a row', () => {
  it('goes a day after it was written, one of quarantine after its days, and nothing else does', async () => {
    const { store } = platform.documents;
    const [orphan, quarantined, foreign] = [objectKeyOf(newId()), quarantineKeyOf(newId()), 'documents/readme.txt'];
    for (const key of [orphan, quarantined, foreign]) await store.put(key, pdf, 'application/pdf');
    const used = await uploaded(platform, aPersonalUser(), 'business_licence');
    const there = async () => {
      const keys: string[] = [];
      for (const prefix of ['documents/', 'quarantine/'])
        for await (const { key } of store.list(prefix)) keys.push(key);
      return [orphan, quarantined, foreign, objectKeyOf(used)].map((key) => keys.includes(key));
    };
    expect(await sweepObjects(platform.documents, 30)).toBe(0);
    await later(2, async () => expect(await sweepObjects(platform.documents, 30)).toBe(1));
    expect(await there()).toEqual([false, true, true, true]);
    await later(31, async () => expect(await sweepObjects(platform.documents, 30)).toBe(1));
    expect(await there()).toEqual([false, false, true, true]);
  });
});
