import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentLink } from '@beian/contracts/documents.ts';
import { serviceToken, type Actor } from '@beian/service-kit/actor.ts';
import { aPersonalUser, aReviewer, serviceSecret } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, files, json, uploaded } from '@beian/testkit/registration.ts';
import { Document } from './document.entity.ts';

const filer = aPersonalUser();
let now = new Date();
let platform: TestPlatform;
let pdf: Buffer;
let id: string;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  pdf = await readFile(files.pdf);
  id = await uploaded(platform, filer, 'business_licence');
});
afterAll(() => platform.stop());

const ask = (actor: Actor, body: unknown = {}) =>
  as({ app: platform.documentsApp }, actor).post(`/api/documents/${id}/links`, body);
const linked = async (actor: Actor = filer, body: unknown = {}) => json<DocumentLink>(await ask(actor, body), 201);
const open = (url: string) => platform.documentsApp.request(url);
const invalid = { status: 410, code: 'document.link-invalid' } as const;
const seconds = ({ expiresAt }: DocumentLink) => Math.round((Date.parse(expiresAt) - now.getTime()) / 1000);

describe('a link to a document', () => {
  it('opens its content without sign-in, as a download, for five minutes', async () => {
    const link = await linked();
    expect(seconds(link)).toBeLessThanOrEqual(300);
    expect(seconds(link)).toBeGreaterThan(298);
    const answer = await open(link.url);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const start = now;
    now = new Date(Date.parse(link.expiresAt) + 1000);
    await expectProblem(await open(link.url), invalid);
    now = start;
  });

  it('shows in place only when it was made for that', async () => {
    const download = await open(`${(await linked()).url}&disposition=inline`);
    expect(download.headers.get('content-disposition')).toMatch(/^attachment;/);
    const inline = await open((await linked(filer, { disposition: 'inline' })).url);
    expect(inline.headers.get('content-disposition')).toMatch(/^inline;/);
  });

  it('is given to who may read the document, of staff for a minute, and audited', async () => {
    const missing = { status: 404, code: 'not-found' } as const;
    await expectProblem(await ask(aPersonalUser()), missing);
    await expectProblem(await ask({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
    const reviewer = aReviewer();
    await expectProblem(await ask(reviewer), missing);
    const { access } = platform.documents;
    platform.documents.access = { mayRead: async () => true, mayOpen: async () => true };
    expect(seconds(await linked(reviewer))).toBeLessThanOrEqual(60);
    platform.documents.access = access;
    const rows = await platform.documents.orm.em
      .fork()
      .execute(`select actor_id from audit_entry where action = 'document.link' and subject = ? and actor_id = ?`, [
        id,
        reviewer.accountId,
      ]);
    expect(rows).toHaveLength(1);
  });

  it('is good for no other document, and neither forged nor replaced by another token', async () => {
    const { url } = await linked();
    const other = await uploaded(platform, filer, 'business_licence');
    await expectProblem(await open(url.replace(id, other)), invalid);
    await expectProblem(await open(`${url.slice(0, -4)}AAAA`), invalid);
    const at = (token: string) => open(`/api/documents/${id}/content?link=${token}`);
    await expectProblem(await at(await serviceToken('filing', serviceSecret)), invalid);
    const forged = await new SignJWT({ account: filer.accountId, disposition: 'inline' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(id)
      .setIssuer('beian-documents')
      .setAudience('beian-document-link')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(serviceSecret));
    await expectProblem(await at(forged), invalid);
    const token = new URL(url, 'http://localhost').searchParams.get('link') ?? '';
    const headers = { authorization: `Bearer ${token}` };
    const asBearer = await platform.documentsApp.request(`/api/documents/${id}`, { headers });
    await expectProblem(asBearer, { status: 401, code: 'auth.token-invalid' });
  });

  it('ends with the document', async () => {
    const { url } = await linked();
    await platform.documents.orm.em.fork().nativeUpdate(Document, { id }, { scan: 'infected' });
    await expectProblem(await open(url), { status: 410, code: 'document.quarantined' });
    await platform.documents.orm.em.fork().nativeDelete(Document, { id });
    await expectProblem(await open(url), { status: 404, code: 'not-found' });
  });
});
