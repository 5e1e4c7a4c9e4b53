import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicAppealReceipt, TrackedAppeal } from '@beian/contracts/appeals.ts';
import { plainTrackingCode, writeTrackingCode } from '@beian/contracts/tracking-code.rules.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { aPersonalUser, aReviewer, bearer } from '@beian/testkit/actors.ts';
import { appealWords, dismissed, determinedPublicly, lodgedPublicly, stagePlayed } from '@beian/testkit/appeals.ts';
import { aCaptcha } from '@beian/testkit/captcha.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, as, json, named, taskOf } from '@beian/testkit/registration.ts';

const holder = aPersonalUser();
const reviewer = aReviewer();
const senior = aReviewer(undefined, ['senior_reviewer']);
let platform: TestPlatform;
let number: string;
beforeAll(async () => {
  platform = await aPlatform({ publicQuery: true });
  number = await aFiling(platform, holder, reviewer);
});
afterAll(() => platform.stop());

const nobody = () => as(platform, { kind: 'nobody' });
const receiptOf = async (overrides: Record<string, string> = {}) =>
  json<PublicAppealReceipt>(await lodgedPublicly(platform, { filingNumber: number, ...overrides }), 201);
const track = (trackingCode: string) => nobody().post('/api/public/appeals/tracking', { trackingCode });
const tracked = async (code: string) => json<TrackedAppeal>(await track(code));
const claim = (trackingCode: string, actor = aPersonalUser()) =>
  as(platform, actor).post('/api/appeals/claim', { trackingCode });
const sql = <T>(statement: string, params: unknown[] = []) => platform.orm.em.fork().execute<T[]>(statement, params);

const determined = (
  receipt: PublicAppealReceipt,
  proposal: Record<string, unknown>,
  confirmation: Record<string, unknown>,
) => determinedPublicly(platform, receipt.number, [reviewer, proposal], [senior, confirmation]);

describe('an appeal without sign-in', () => {
  it('is answered by a tracking code, which shows how far it is and nothing about people', async () => {
    const receipt = await receiptOf();
    expect(receipt.trackingCode).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]$/);
    const shown = await tracked(receipt.trackingCode.toLowerCase().replaceAll('-', ' '));
    expect(shown).toMatchObject({
      number: receipt.number,
      ground: 'ownership',
      status: 'submitted',
      organ: { code: '440305' },
      claimable: false,
    });
    expect(shown.timeline.map((entry) => entry.kind)).toEqual(['submitted']);
    for (const secret of [...Object.values(named), appealWords]) expect(JSON.stringify(shown)).not.toContain(secret);
  });

  it('goes to the organ of the county where it names no filing', async () => {
    const matter = { filingNumber: undefined, ground: 'login', countyCode: '440304' };
    const { trackingCode } = await json<PublicAppealReceipt>(await lodgedPublicly(platform, matter), 201);
    expect(await tracked(trackingCode)).toMatchObject({ organ: { code: '440304' } });
  });

  it('keeps its tracking code as a hash alone, and its words and whom to answer sealed', async () => {
    const { trackingCode } = await receiptOf();
    const plain = plainTrackingCode(trackingCode);
    for (const table of [
      'public_appeal',
      'application',
      'outbox',
      'audit_entry',
      'idempotency_key',
      'timeline_entry',
    ]) {
      const [row] = await sql<{ all: string | null }>(`select string_agg(t::text, '') as all from ${table} t`);
      for (const secret of [plain, trackingCode, named.safetyOfficerPhone, appealWords])
        expect(row?.all ?? '').not.toContain(secret);
    }
    const [kept] = await sql<{ hash: string }>('select tracking_hash as hash from public_appeal limit 1');
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('needs a captcha, which serves once', async () => {
    await expectProblem(await lodgedPublicly(platform, { filingNumber: number, captcha: undefined }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/captcha',
    });
    await expectProblem(await lodgedPublicly(platform, { filingNumber: number, captcha: 'AAAA' }), {
      status: 422,
      code: 'captcha.invalid',
    });
    if (!platform.publicQuery) throw new Error('no public query');
    const captcha = await aCaptcha(platform.publicQuery, 'appeal');
    await json(await lodgedPublicly(platform, { filingNumber: number, captcha }), 201);
    const again = await lodgedPublicly(platform, { filingNumber: number, captcha });
    await expectProblem(again, { status: 422, code: 'captcha.used' });
  });

  it('does not use the captcha up when something else is wrong', async () => {
    if (!platform.publicQuery) throw new Error('no public query');
    const captcha = await aCaptcha(platform.publicQuery, 'appeal');
    const wrong = await lodgedPublicly(platform, { filingNumber: number, captcha, contactPhone: '123' });
    await expectProblem(wrong, { status: 422, code: 'request.invalid', pointer: '/contactPhone' });
    await json(await lodgedPublicly(platform, { filingNumber: number, captcha }), 201);
  });

  it.each([
    ['no name', { contactName: ' ' }, '/contactName', 'text.empty'],
    ['no evidence', { file: undefined }, '/file', 'appeal.evidence-required'],
    ['neither filing nor county', { ground: 'login', filingNumber: undefined }, '/countyCode', 'appeal.place-required'],
    ['a field of its own', { to: 'me' }, '/to', 'field.unknown'],
  ])('is refused with %s', async (_what, overrides, pointer, fieldCode) => {
    const answer = await lodgedPublicly(platform, { filingNumber: number, captcha: 'unused', ...overrides });
    await expectProblem(answer, { status: 422, code: 'request.invalid', pointer, fieldCode });
  });

  it('takes two files that are together under the limit of one, and files of the accepted types alone', async () => {
    const whole = '%PDF-1.4\n%%EOF\n';
    const pdf = (bytes: number) => new File([whole.replace('\n', `\n${'%'.repeat(bytes - whole.length)}`)], '证明.pdf');
    const both = [pdf(evidenceLimitBytes / 2), pdf(evidenceLimitBytes / 2 - 1)];
    await json(await lodgedPublicly(platform, { filingNumber: number, file: both }), 201);
    const over = [pdf(evidenceLimitBytes / 2), pdf(evidenceLimitBytes / 2)];
    const { detail } = await expectProblem(await lodgedPublicly(platform, { filingNumber: number, file: over }), {
      status: 413,
      code: 'document.too-large',
    });
    expect(detail.match(/\d+/g)).toEqual(['10485760', '10485760']);
    const page = new File(['<script>'], '证明.pdf');
    const html = await lodgedPublicly(platform, { filingNumber: number, file: page });
    await expectProblem(html, { status: 415, code: 'document.type' });
  });

  it('is reviewed by staff, who reads the evidence and reveals whom to answer for a purpose; nobody else reads it', async () => {
    const receipt = await receiptOf();
    const [row] = await sql<{ id: string }>('select id from application where number = ?', [receipt.number]);
    const policy = { due: { amount: 60, unit: 'seconds' as const }, remindAfter: [], escalateAfter: [] };
    const input = { applicationId: row?.id ?? '', stage: 'validity', cause: { kind: 'submission' }, policy } as const;
    await platform.activities.openReview(input);
    const task = await taskOf(platform, reviewer, receipt.number);
    const path = `/api/review/tasks/${task.id}`;
    const detail = await json<ReviewTaskDetail>(await as(platform, reviewer).get(path));
    expect(detail).toMatchObject({
      application: { filerKind: 'public' },
      appeal: { contactName: '王*国', contactPhone: '139****6789', description: appealWords },
    });
    const revealed = await as(platform, reviewer).post(`${path}/personal-data`, { purpose: '电话核实' });
    const { safetyOfficerName: contactName, safetyOfficerPhone: contactPhone } = named;
    expect(await json(revealed)).toEqual({ contactName, contactPhone });
    const content = async (actor: Parameters<typeof bearer>[0]) =>
      (
        await platform.documentsApp.request(`/api/documents/${detail.documents[0]?.id}/content`, {
          headers: await bearer(actor),
        })
      ).status;
    expect([await content(reviewer), await content(holder), await content(aPersonalUser())]).toEqual([200, 404, 404]);
  });

  it('cannot be returned, for nobody could correct it', async () => {
    const { number: accepted } = await receiptOf();
    const [row] = await sql<{ id: string }>('select id from application where number = ?', [accepted]);
    const notice = [{ field: 'appeal.description', problem: '不清', advice: '写明' }];
    const decision = { outcome: 'return', opinion: '请补正。', notice };
    const application = { id: row?.id ?? '', number: accepted };
    const returned = stagePlayed(platform, application, { stage: 'validity', reviewer, decision });
    await expect(returned).rejects.toThrow('decision.outcome-stage');
  });
});

describe('a tracking code', () => {
  it('that is mistyped is told so; one that nobody was given is not found', async () => {
    const { trackingCode } = await receiptOf();
    const last = trackingCode.endsWith('0') ? '1' : '0';
    await expectProblem(await track(trackingCode.slice(0, -1) + last), {
      status: 422,
      code: 'request.invalid',
      pointer: '/trackingCode',
      fieldCode: 'tracking-code.format',
    });
    const unknown = writeTrackingCode(new Uint8Array(10).fill(7));
    await expectProblem(await track(unknown), { status: 404, code: 'not-found' });
    await expectProblem(await claim(unknown), { status: 404, code: 'not-found' });
  });

  it('tells the answer in the organ’s words', async () => {
    const receipt = await receiptOf();
    await determined(receipt, dismissed, dismissed);
    expect(await tracked(receipt.trackingCode)).toMatchObject({
      status: 'completed',
      determination: { finding: 'dismissed', words: dismissed.opinion, reasonCode: 'evidence_insufficient' },
      claimable: false,
    });
    await expectProblem(await claim(receipt.trackingCode), { status: 409, code: 'appeal.not-claimable' });
  });
});
