import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { attachmentLimitBytes } from '@beian/contracts/vocabulary.ts';
import { startMinio } from '@beian/local/servers/minio.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { aPersonalUser, aReviewer, bearer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aRegistration, as, aUnit, files, json } from '@beian/testkit/registration.ts';
import { keepDocuments } from './keep-documents.ts';
import { sweepObjects } from './sweep-objects.ts';
import { sweepUnused } from './sweep-unused.ts';

const filer = aPersonalUser();
const stranger = aPersonalUser();
const nobody: Actor = { kind: 'nobody' };
let now = new Date('2026-11-20T02:00:00Z');
let platform: TestPlatform;
let pdf: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  pdf = new Uint8Array(await readFile(files.pdf));
});
afterAll(() => platform.stop());

const headersOf = async (actor: Actor) => (actor.kind === 'nobody' ? {} : bearer(actor));
async function upload(
  bytes: Uint8Array<ArrayBuffer>,
  {
    actor = filer,
    kind = 'business_licence',
    name = '营业执照.pdf',
  }: { actor?: Actor; kind?: string; name?: string } = {},
) {
  const body = new FormData();
  body.set('kind', kind);
  body.set('file', new File([bytes], name));
  const headers = await headersOf(actor);
  return platform.documentsApp.request('/api/documents', { method: 'POST', headers, body });
}
const get = async (path: string, actor: Actor = filer) =>
  platform.documentsApp.request(path, { headers: await headersOf(actor) });
/** The document with a comment in its middle that makes it exactly this long. */
function pdfOf(size: number): Uint8Array<ArrayBuffer> {
  const head = pdf.subarray(0, 9);
  const filling = Buffer.alloc(size - pdf.length, '%');
  filling[filling.length - 1] = 0x0a;
  return new Uint8Array(Buffer.concat([head, filling, pdf.subarray(9)]));
}

describe('an upload', () => {
  it('is stored with its hash and type, and given back byte for byte to its owner', async () => {
    const stored = await json<StoredDocument>(await upload(pdf, { name: '../授权/委托书\u202e.pdf' }), 201);
    expect(stored).toMatchObject({
      kind: 'business_licence',
      name: '委托书.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    expect(await json(await get(`/api/documents/${stored.id}`))).toEqual(stored);
    const content = await get(`/api/documents/${stored.id}/content`);
    expect(new Uint8Array(await content.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(content.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('委托书.pdf')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const inline = await get(`/api/documents/${stored.id}/content?disposition=inline`);
    expect(inline.headers.get('content-disposition')).toMatch(/^inline;/);
    expect(inline.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('keeps its name sealed', async () => {
    await json(await upload(pdf, { name: '陈志远身份证.pdf' }), 201);
    const [row] = await platform.documents.orm.em.fork().execute<{ all: string }[]>(
      `select (select string_agg(d::text, ' ') from document d) || (select string_agg(o::text, ' ') from outbox o)
        || (select string_agg(a::text, ' ') from audit_entry a) as all`,
    );
    expect(row?.all).not.toContain('陈志远');
    expect(row?.all).not.toContain(Buffer.from('陈志远').toString('hex'));
  });

  it('must be strictly under 102,400 bytes', async () => {
    expect(attachmentLimitBytes).toBe(102_400);
    await json(await upload(pdfOf(102_399)), 201);
    const refused = await expectProblem(await upload(pdfOf(102_400)), { status: 413, code: 'document.too-large' });
    expect(refused.detail).toContain('102400');
  });

  it('must have content', async () => {
    await expectProblem(await upload(new Uint8Array()), { status: 422, code: 'document.empty' });
  });

  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  it.each([
    ['a program called .pdf', () => bytes('MZ\x90\0\x03\0\0\0 this is no document'), 'business_licence'],
    ['a page called .pdf', () => bytes('<html><script>alert(1)</script></html>'), 'business_licence'],
    [
      'a PDF with an archive behind it',
      () => new Uint8Array(Buffer.concat([pdf, Buffer.from('PK\x05\x06' + '\0'.repeat(18))])),
      'business_licence',
    ],
    ['a PDF cut off', () => pdf.slice(0, pdf.length - 200), 'business_licence'],
    ['a PDF as a device table', () => pdf, 'device_table'],
    ['a table as a licence', () => bytes('序号,点位名称\n1,大门\n'), 'business_licence'],
  ])('is refused when it is %s', async (_what, make, kind) => {
    const refused = await expectProblem(await upload(make(), { kind }), { status: 415, code: 'document.type' });
    expect(refused.detail).toMatch(/PDF, PNG, JPEG|xlsx, csv/);
  });

  it('is refused without a file, or of a kind that is none', async () => {
    await expectProblem(await upload(pdf, { kind: 'holiday_picture' }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/kind',
    });
    const body = new FormData();
    body.set('kind', 'business_licence');
    const headers = await bearer(filer);
    const without = await platform.documentsApp.request('/api/documents', { method: 'POST', headers, body });
    await expectProblem(without, { status: 422, code: 'request.invalid', pointer: '/file' });
  });

  it('is for filers who are signed in, and for staff that takes papers in', async () => {
    await expectProblem(await upload(pdf, { actor: nobody }), { status: 401, code: 'auth.required' });
    const auditor = aReviewer(organs.shenzhen, ['auditor']);
    await expectProblem(await upload(pdf, { actor: auditor }), { status: 403, code: 'auth.forbidden' });
    expect((await upload(pdf, { actor: aReviewer() })).status).toBe(201);
  });
});

describe('a stored file', () => {
  it('is there for its owner only, and for the reviewers of the organ that has the application', async () => {
    const unit = await aUnit(platform, filer);
    const { id: applicationId } = await aRegistration(platform, filer, unit);
    const review = { due: { amount: 60, unit: 'seconds' as const }, remindAfter: [], escalateAfter: [] };
    const cause = { kind: 'submission' } as const;
    await platform.activities.openReview({ applicationId, stage: 'first', cause, policy: review });
    const path = `/api/documents/${unit.attachments[0]?.documentId}`;
    const missing = { status: 404, code: 'not-found' } as const;
    for (const at of [path, `${path}/content`]) {
      await expectProblem(await get(at, nobody), { status: 401, code: 'auth.required' });
      await expectProblem(await get(at, stranger), missing);
      await expectProblem(await get(at, aReviewer(organs.futian)), missing);
      expect((await get(at, aReviewer())).status).toBe(200);
      expect((await get(at)).status).toBe(200);
    }
    const loose = await json<StoredDocument>(await upload(pdf), 201);
    await expectProblem(await get(`/api/documents/${loose.id}`, aReviewer()), missing);
  });

  it('without an owner is taken in for a service alone, and read by services and by staff whom filing lets', async () => {
    const takeIn = async (actor: Actor, kind = 'appeal_evidence') => {
      const body = new FormData();
      body.set('kind', kind);
      body.set('file', new File([pdf], '证明.pdf'));
      const headers = await headersOf(actor);
      return platform.documentsApp.request('/internal/documents', { method: 'POST', headers, body });
    };
    await expectProblem(await takeIn(nobody), { status: 401, code: 'auth.required' });
    await expectProblem(await takeIn(filer), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await takeIn(aReviewer()), { status: 403, code: 'auth.forbidden' });
    const service: Actor = { kind: 'service', name: 'filing' };
    await expectProblem(await takeIn(service, 'holiday_picture'), { status: 422, code: 'request.invalid' });
    const { id } = await json<StoredDocument>(await takeIn(service), 201);
    const missing = { status: 404, code: 'not-found' } as const;
    for (const actor of [filer, aReviewer()]) await expectProblem(await get(`/api/documents/${id}`, actor), missing);
    expect((await get(`/api/documents/${id}/content`, service)).status).toBe(200);
    const found = await json<{ items: unknown[] }>(await get(`/internal/documents?ids=${id}`, service));
    expect(found.items).toMatchObject([{ id, ownerAccountId: null }]);
  });

  it('that does not exist is not found; an id that is none is invalid', async () => {
    await expectProblem(await get(`/api/documents/${newId()}`), { status: 404, code: 'not-found' });
    await expectProblem(await get('/api/documents/1/content'), { status: 422, code: 'request.invalid' });
  });

  it('is swept after its days unless an application uses it', async () => {
    const [used, unused] = await Promise.all([1, 2].map(async () => json<StoredDocument>(await upload(pdf), 201)));
    if (!used || !unused) throw new Error('not stored');
    await mutate(platform.documents, { kind: 'system', name: 'test' }, { action: 'document.keep' }, async (change) => {
      change.record({ subject: used.id });
      const event = { data: { documentIds: [used.id] } } as Parameters<NonNullable<typeof submitted>>[1];
      await submitted?.(change, event);
    });
    const uploaded = now;
    now = new Date(uploaded.getTime() + 8 * 86_400_000);
    while ((await sweepUnused(platform.documents, 7)) > 0);
    now = uploaded;
    expect((await get(`/api/documents/${used.id}/content`)).status).toBe(200);
    await expectProblem(await get(`/api/documents/${unused.id}`), { status: 404, code: 'not-found' });
    await expect(platform.documents.store.get(`documents/${unused.id}`)).rejects.toThrow();
  });
});
const submitted = keepDocuments['application.submitted'];

describe('while MinIO is away', () => {
  it('uploads and contents answer 503, metadata goes on, and all works again when it is back', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'beian-minio-'));
    let minio = await startMinio({ dataDir });
    const port = Number(minio.endpoint.split(':')[1]);
    const before = platform;
    platform = await aPlatform({ minio });
    try {
      const stored = await json<StoredDocument>(await upload(pdf), 201);
      await minio.stop();
      const down = { status: 503, code: 'document.storage-down' } as const;
      const refused = await upload(pdf);
      expect(refused.headers.get('retry-after')).toBe('30');
      expect((await expectProblem(refused, down)).detail).toContain('已填写的内容不受影响');
      await expectProblem(await get(`/api/documents/${stored.id}/content`), down);
      // Listings ask the store only when they are read.
      await expect(sweepObjects(platform.documents, 30)).rejects.toMatchObject({ code: 'document.storage-down' });
      const heads = as({ app: platform.documentsApp }, { kind: 'service', name: 'filing' });
      await expectProblem(await heads.get('/internal/audit-heads'), down);
      const rows = await platform.documents.orm.em.fork().execute<{ id: string }[]>('select id from document');
      expect(rows).toEqual([{ id: stored.id }]);
      expect(await json(await get(`/api/documents/${stored.id}`))).toEqual(stored);
      minio = await startMinio({ dataDir, port, accessKey: minio.accessKey, secretKey: minio.secretKey });
      expect((await get(`/api/documents/${stored.id}/content`)).status).toBe(200);
      await json(await upload(pdf), 201);
    } finally {
      await platform.stop();
      platform = before;
      await minio.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
