import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceTableReport } from '@beian/contracts/device-tables.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, files, json, uploaded } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
let platform: TestPlatform;
let right: string;

beforeAll(async () => {
  platform = await aPlatform();
  right = await uploaded(platform, filer, 'device_table');
});
afterAll(() => platform.stop());

const check = (body: unknown, headers?: Record<string, string>) =>
  as(platform, filer).post('/api/device-tables/check', body, headers);

describe('checking a device table', () => {
  it('finds a right one right, also against the declared count', async () => {
    const report = { ok: true, rows: 12, countAgrees: true, issues: [], moreIssues: 0 };
    expect(await json(await check({ documentId: right }))).toEqual(report);
    expect(await json(await check({ documentId: right, deviceCount: 12 }))).toEqual({ ...report, declared: 12 });
  });

  it('says when the declared count is another', async () => {
    expect(await json(await check({ documentId: right, deviceCount: 11 }))).toMatchObject({
      ok: false,
      rows: 12,
      declared: 11,
      countAgrees: false,
    });
  });

  it('names each wrong cell, what is wrong and how to mend it, in the reader’s language', async () => {
    const documentId = await uploaded(platform, filer, 'device_table', files.wrongDeviceTable);
    const zh = await json<DeviceTableReport>(await check({ documentId }));
    const en = await json<DeviceTableReport>(await check({ documentId }, { 'accept-language': 'en' }));
    expect(zh.ok).toBe(false);
    expect(zh.issues.length).toBeGreaterThan(3);
    expect(en.issues.map((issue) => issue.cell)).toEqual(zh.issues.map((issue) => issue.cell));
    for (const [index, issue] of zh.issues.entries()) {
      expect(issue.cell).toMatch(/^[A-Z]+\d+$/);
      expect(issue.message).toMatch(/\p{Script=Han}/u);
      expect(issue.remedy).toMatch(/\p{Script=Han}/u);
      expect(en.issues[index]?.message).toMatch(/^[A-Z“]/);
    }
  });

  it('refuses a file of another kind, an unknown one, someone else’s, and a malformed request', async () => {
    const pdf = await uploaded(platform, filer, 'business_licence');
    const foreign = await uploaded(platform, aPersonalUser(), 'device_table');
    for (const [documentId, fieldCode] of [
      [pdf, 'attachment.kind'],
      [newId(), 'attachment.unknown'],
      [foreign, 'attachment.unknown'],
    ] as const) {
      const refused = { status: 422, code: 'request.invalid', pointer: '/documentId', fieldCode } as const;
      await expectProblem(await check({ documentId }), refused);
    }
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await check({ documentId: 'none' }), { ...invalid, pointer: '/documentId' });
    await expectProblem(await check({ documentId: right, deviceCount: 0 }), { ...invalid, pointer: '/deviceCount' });
  });

  it('is for filers who are signed in', async () => {
    const path = '/api/device-tables/check';
    const body = { documentId: right };
    const nobody = as(platform, { kind: 'nobody' });
    await expectProblem(await nobody.post(path, body), { status: 401, code: 'auth.required' });
    const reviewer = as(platform, aReviewer());
    await expectProblem(await reviewer.post(path, body), { status: 403, code: 'auth.forbidden' });
  });
});
