import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { newId } from '@beian/service-kit/ids.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { bearer, aReviewer } from '@beian/testkit/actors.ts';
import { aCancellation } from '@beian/testkit/cancellation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, applicationOf, as, json } from '@beian/testkit/registration.ts';
import { accountOf, answered, approvedTwice, settleOutcome, somebody, transferred } from '@beian/testkit/transfer.ts';
import { createFilingApp } from '../app.ts';

const former = accountOf(somebody('张伟'));
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

/** A filing of the former holder with a transfer that waits; `handOver` lets the recipient have it. */
async function underWay() {
  const number = await aFiling(platform, former, aReviewer());
  const person = somebody();
  const recipient = accountOf(person);
  const { id, number: accepted } = await transferred(platform, former, person, number);
  await approvedTwice(platform, { id, number: accepted });
  const handOver = async () => {
    await json(await answered(platform, recipient, id, { accept: true }), 202);
    expect(await settleOutcome(platform, id)).toEqual({ applied: true, outcome: 'accepted' });
  };
  return { number, id, recipient, handOver };
}
const read = async (document: string, actor: Filer) =>
  (await platform.documentsApp.request(`/api/documents/${document}/content`, { headers: await bearer(actor) })).status;
const unknown = { status: 422, code: 'request.invalid', fieldCode: 'filing.unknown' } as const;
const missing = { status: 404, code: 'not-found' } as const;

describe('after a transfer the former holder', () => {
  it('has no right over the filing, with a token that was issued before', async () => {
    const { number, handOver } = await underWay();
    const headers = { ...(await bearer(former)), 'content-type': 'application/json', 'idempotency-key': newId() };
    const ask = (path: string, init: RequestInit = {}) => platform.app.request(path, { ...init, headers });
    expect((await ask(`/api/filings/${number}`)).status).toBe(200);
    await handOver();
    await expectProblem(await ask(`/api/filings/${number}`), missing);
    const query = new URLSearchParams({ uscc: '91440300MA5FX1MP11', systemName: '海岸城' });
    const { items } = await json<{ items: Filing[] }>(await ask(`/api/filings?${query}`));
    expect(items.map((filing) => filing.number)).not.toContain(number);
    const body = JSON.stringify(await aCancellation(platform, former, number));
    await expectProblem(await ask('/api/applications', { method: 'POST', body }), unknown);
  });

  it('has no draft about it any more, and keeps the others', async () => {
    const { number, handOver, recipient } = await underWay();
    const other = await aFiling(platform, former, aReviewer());
    const draft = async (actor: Filer, filingNumber: string) => {
      const id = newId();
      const form = { filingNumber, reason: '', authorisation: undefined };
      const input = { kind: 'cancellation', title: '', step: 'form', content: { form } };
      await json(await as(platform, actor).put(`/api/drafts/${id}`, input));
      return id;
    };
    const [about, elsewhere, theirs] = [
      await draft(former, number),
      await draft(former, other),
      await draft(recipient, number),
    ];
    await handOver();
    await expectProblem(await as(platform, former).get(`/api/drafts/${about}`), missing);
    await json(await as(platform, former).get(`/api/drafts/${elsewhere}`));
    await json(await as(platform, recipient).get(`/api/drafts/${theirs}`));
    // A draft that was open in a window may be saved again; nothing can be submitted from it.
    const late = await draft(former, number);
    const body = { ...(await aCancellation(platform, former, number)), draftId: late };
    await expectProblem(await as(platform, former).create('/api/applications', body), unknown);
  });

  it('cannot end a request that began before', async () => {
    const { number, handOver } = await underWay();
    // The request is held between its first look at the filing and its transaction.
    let reached = () => {};
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (reached = resolve));
    const handedOver = new Promise<void>((resolve) => (goOn = resolve));
    const slow = createFilingApp({
      ...platform.filing,
      documents: {
        ...platform.filing.documents,
        find: async (ids, token) => {
          reached();
          await handedOver;
          return platform.filing.documents.find(ids, token);
        },
      },
    });
    const running = as({ app: slow } as Pick<TestPlatform, 'app'>, former).create(
      '/api/applications',
      await aCancellation(platform, former, number),
    );
    await held;
    await handOver();
    goOn();
    await expectProblem(await running, unknown);
  });

  it('keeps what it did: its applications and the files that it uploaded', async () => {
    const { id, number, handOver } = await underWay();
    await handOver();
    expect(await applicationOf(platform, former, id)).toMatchObject({ status: 'completed', filingNumbers: [number] });
    expect(await read((await applicationOf(platform, former, id)).content?.transfer?.formId ?? '', former)).toBe(200);
  });
});

describe('after a transfer the new holder', () => {
  it('may do everything with the filing, and the former nothing to it', async () => {
    const { number, handOver, recipient } = await underWay();
    const before = await as(platform, recipient).create(
      '/api/applications',
      await aCancellation(platform, recipient, number),
    );
    await expectProblem(before, unknown);
    await handOver();
    const body = await aCancellation(platform, recipient, number);
    const application = await json<ApplicationSummary>(
      await as(platform, recipient).create('/api/applications', body),
      201,
    );
    const withdrawal = as(platform, former).post(`/api/applications/${application.id}/withdrawal`);
    await expectProblem(await withdrawal, missing);
  });

  it('reads the papers of the filing, but not those of the transfer or of other filings', async () => {
    const { id, number, handOver, recipient } = await underWay();
    const { deviceTableId } = (await applicationOf(platform, former, id)).content?.system ?? { deviceTableId: '' };
    const formId = (await applicationOf(platform, former, id)).content?.transfer?.formId ?? '';
    expect(await read(deviceTableId, recipient)).toBe(404);
    await handOver();
    const { content } = await json<Filing>(await as(platform, recipient).get(`/api/filings/${number}`));
    for (const document of [deviceTableId, ...content.unit.attachments.map((one) => one.documentId)]) {
      expect(await read(document, recipient)).toBe(200);
    }
    expect(await read(formId, recipient)).toBe(404);
    expect(await read(deviceTableId, accountOf(somebody()))).toBe(404);
  });
});
