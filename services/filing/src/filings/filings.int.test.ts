import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { Span } from '@beian/contracts/workflows.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  as,
  aUnit,
  decided,
  json,
  named,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const stranger = aPersonalUser();
const uscc = '91440300MA5FX1MP11';
const minutes = (amount: number): Span => ({ amount: amount * 60, unit: 'seconds' });
let platform: TestPlatform;
let application: ApplicationSummary;
let number: string;

beforeAll(async () => {
  platform = await aPlatform();
  application = await aRegistration(platform, filer, await aUnit(platform, filer), { name: '海岸城 100% 监控系统' });
  const applicationId = application.id;
  const policy = {
    review: { due: minutes(1), remindAfter: [], escalateAfter: [] },
    correction: { due: minutes(1), remindBefore: [] },
  };
  const cause = { kind: 'submission' } as const;
  const opening = await platform.activities.openReview({ applicationId, stage: 'first', cause, policy: policy.review });
  if (!opening.opened) throw new Error('the review did not open');
  const decision = await json<{ decisionId: string }>(
    await decided(platform, aReviewer(), application.number, approval),
    202,
  );
  const { taskId } = opening;
  await platform.activities.applyDecision({ applicationId, taskId, ...decision, policy: policy.correction });
  number = (await applicationOf(platform, filer, applicationId)).filingNumbers[0] ?? '';
});
afterAll(() => platform.stop());

const search = (query: Record<string, string>, actor: Parameters<typeof as>[1] = filer) =>
  as(platform, actor).get(`/api/filings?${new URLSearchParams(query)}`);

describe('备案信息查询', () => {
  it('shows a filing to its holder, its people masked', async () => {
    const filing = await json<Filing>(await as(platform, filer).get(`/api/filings/${number}`));
    expect(filing).toMatchObject({
      number,
      status: 'valid',
      version: 1,
      applicationId: application.id,
      organ: { code: '440305' },
      content: { system: { deviceCount: 12, safetyOfficerName: '王*国', safetyOfficerPhone: '139****6789' } },
    });
    for (const personal of Object.values(named)) expect(JSON.stringify(filing)).not.toContain(personal);
    expect(await json(await search({ uscc, systemName: '海岸城' }))).toEqual({ items: [filing] });
  });

  it('finds by a part of the name, taken literally', async () => {
    expect(await json(await search({ uscc, systemName: '100%' }))).toMatchObject({ items: [{ number }] });
    expect(await json(await search({ uscc, systemName: '海%系统' }))).toEqual({ items: [] });
    expect(await json(await search({ uscc: '91350100M000100Y43', systemName: '海岸城' }))).toEqual({ items: [] });
  });

  it('needs both fields, and a number whose check digit holds', async () => {
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await search({ uscc }), { ...invalid, pointer: '/systemName' });
    await expectProblem(await search({ systemName: '海岸城' }), { ...invalid, pointer: '/uscc' });
    const other = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
    await expectProblem(await as(platform, filer).get(`/api/filings/${other}`), { ...invalid, pointer: '/number' });
  });

  it('shows nothing of it to anyone else', async () => {
    const missing = { status: 404, code: 'not-found' } as const;
    await expectProblem(await as(platform, stranger).get(`/api/filings/${number}`), missing);
    expect(await json(await search({ uscc, systemName: '海岸城' }, stranger))).toEqual({ items: [] });
    await expectProblem(
      await as(platform, filer).get(`/api/filings/${formatFilingNumber('440305', 999_999)}`),
      missing,
    );
  });

  it('gives the holder a certificate as PDF with the QR code of its verification, and nobody else', async () => {
    const path = `/api/filings/${number}/receipt.pdf`;
    const answer = await as(platform, filer).get(path);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('/Subtype /Image');
    await expectProblem(await as(platform, stranger).get(path), { status: 404, code: 'not-found' });
    await expectProblem(await as(platform, { kind: 'nobody' }).get(path), { status: 401, code: 'auth.required' });
  });

  it('is for filers who are signed in', async () => {
    for (const path of [`/api/filings/${number}`, `/api/filings?${new URLSearchParams({ uscc, systemName: '海' })}`]) {
      const nobody = await as(platform, { kind: 'nobody' }).get(path);
      await expectProblem(nobody, { status: 401, code: 'auth.required' });
      await expectProblem(await as(platform, aReviewer()).get(path), { status: 403, code: 'auth.forbidden' });
    }
  });
});
