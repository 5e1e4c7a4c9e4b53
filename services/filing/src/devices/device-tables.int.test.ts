import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorrectedDeviceTable, DeviceTableReport } from '@beian/contracts/device-tables.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, bearer, organs, tokenOf } from '@beian/testkit/actors.ts';
import { deviceCells, deviceTableFile } from '@beian/testkit/device-rows.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, files, json, uploaded } from '@beian/testkit/registration.ts';
import { readStoredTable, storedTable } from './read-stored-table.ts';

const filer = aPersonalUser();
const auditor = aReviewer(organs.nanshan, ['auditor']);
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
    const none = { errors: 0, warnings: 0, fixable: 0, issues: [], moreIssues: 0 };
    const facts = expect.objectContaining({ total: 12, earliestEnabledOn: '2025-06-01', shortestRetention: 30 });
    const report = { ok: true, rows: 12, countAgrees: true, ...none, facts };
    expect(await json(await check({ documentId: right }))).toEqual(report);
    expect(await json(await check({ documentId: right, deviceCount: 12 }))).toEqual({ ...report, declared: 12 });
  });

  it('reads a table once for all who ask at the same moment, and anew for who asks later', async () => {
    const { filing } = platform;
    let fetched = 0;
    const content: typeof filing.documents.content = (id, token) => {
      fetched += 1;
      return filing.documents.content(id, token);
    };
    const deps = { ...filing, documents: { ...filing.documents, content } };
    const document = await storedTable(filing, right, await tokenOf(filer));
    const tables = await Promise.all([1, 2, 3].map(() => readStoredTable(deps, document)));
    expect(tables.map(({ rows }) => rows)).toEqual([12, 12, 12]);
    expect(fetched).toBe(1);
    await readStoredTable(deps, document);
    expect(fetched).toBe(2);
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
    expect(zh).toMatchObject({ errors: 4, warnings: 0, fixable: 2 });
    expect(zh.issues.filter((issue) => issue.fix).map((issue) => issue.cell)).toEqual(['C3', 'I5']);
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

  it('is for who may upload: filers and the staff that takes papers in', async () => {
    const path = '/api/device-tables/check';
    const body = { documentId: right };
    const nobody = as(platform, { kind: 'nobody' });
    await expectProblem(await nobody.post(path, body), { status: 401, code: 'auth.required' });
    await expectProblem(await as(platform, auditor).post(path, body), { status: 403, code: 'auth.forbidden' });
    const clerk = aReviewer();
    const documentId = await uploaded(platform, clerk, 'device_table');
    expect(await json(await as(platform, clerk).post(path, { documentId }))).toMatchObject({ ok: true, rows: 12 });
    await expectProblem(await as(platform, clerk).post(path, body), { status: 422, code: 'request.invalid' });
  });
});

describe('a corrected device table', () => {
  const correct = (body: unknown, actor: Parameters<typeof as>[1] = filer) =>
    as(platform, actor).post('/api/device-tables/corrected', body);
  const stored = async (id: string) => {
    const headers = await bearer(filer);
    const document = await json<StoredDocument>(
      await platform.documentsApp.request(`/api/documents/${id}`, { headers }),
    );
    const content = await platform.documentsApp.request(`/api/documents/${id}/content`, { headers });
    return { document, bytes: new Uint8Array(await content.arrayBuffer()) };
  };

  it('is a new file of the filer with the fixes applied and checked; the upload stays as it is', async () => {
    const documentId = await uploaded(platform, filer, 'device_table', files.wrongDeviceTable);
    const before = await stored(documentId);
    const answer = await correct({ documentId, deviceCount: 12, fixes: 'all' });
    const { document, applied, report } = await json<CorrectedDeviceTable>(answer, 201);
    expect(applied).toBe(2);
    expect(report).toMatchObject({ ok: false, rows: 12, declared: 12, errors: 2, fixable: 0 });
    expect(report.issues.map((issue) => issue.code)).toEqual(['date.future', 'cell.required']);
    expect(document).toMatchObject({ kind: 'device_table', name: '设备信息表-有错误-已修正.xlsx' });
    expect(await stored(documentId)).toEqual(before);
    const after = await stored(document.id);
    expect(after.document).toEqual(document);
    expect(after.bytes.byteLength).toBe(document.size);
    expect(await json(await check({ documentId: document.id, deviceCount: 12 }))).toEqual(report);
    const again = await json<CorrectedDeviceTable>(await correct({ documentId: document.id, fixes: 'all' }), 201);
    expect(again.document.name).toBe(document.name);
  });

  it('holds only the fixes that were chosen, and is accepted once it is right', async () => {
    const wrong = [deviceCells(1, { structure: '枪机' }), deviceCells(2, { enabledOn: '2025/3/1', hasSnapshot: '有' })];
    const documentId = await uploaded(platform, filer, 'device_table', await deviceTableFile(wrong));
    const { issues } = await json<DeviceTableReport>(await check({ documentId }));
    expect(issues.map((issue) => issue.id)).toEqual(['C2-cell.choice', 'D3-cell.choice', 'P3-date.form']);
    const first = await json<CorrectedDeviceTable>(await correct({ documentId, fixes: ['D3-cell.choice'] }), 201);
    expect(first.report.issues.map((issue) => issue.id)).toEqual(['C2-cell.choice', 'P3-date.form']);
    const { report } = await json<CorrectedDeviceTable>(
      await correct({ documentId: first.document.id, fixes: 'all' }),
      201,
    );
    expect(report).toMatchObject({ ok: true, rows: 2, errors: 0, warnings: 0 });
  });

  it('is refused for an issue without a fix, for a file that is no table, and for somebody else’s', async () => {
    const wrong = await uploaded(platform, filer, 'device_table', files.wrongDeviceTable);
    const foreign = await uploaded(platform, aPersonalUser(), 'device_table');
    const text = await uploaded(platform, filer, 'device_table', Buffer.from('甲,乙\n1,2\n'));
    const invalid = { status: 422, code: 'request.invalid' } as const;
    const fixes = 'all';
    await expectProblem(await correct({ documentId: wrong, fixes: ['B9-cell.required'] }), {
      ...invalid,
      pointer: '/fixes',
      fieldCode: 'device-table.fix-unknown',
    });
    await expectProblem(await correct({ documentId: wrong, fixes: [] }), { ...invalid, pointer: '/fixes' });
    await expectProblem(await correct({ documentId: foreign, fixes }), { ...invalid, pointer: '/documentId' });
    const unreadable = { status: 422, code: 'device-table.unreadable' } as const;
    expect((await expectProblem(await correct({ documentId: text, fixes }), unreadable)).detail).toContain('表头');
  });

  it('is for who may upload', async () => {
    const body = { documentId: right, fixes: 'all' };
    await expectProblem(await correct(body, { kind: 'nobody' }), { status: 401, code: 'auth.required' });
    await expectProblem(await correct(body, auditor), { status: 403, code: 'auth.forbidden' });
  });
});
