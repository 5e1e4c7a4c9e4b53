import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aLegalPerson, aPersonalUser, aReviewer, bearer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aRegistration, as, aSubmission, aUnit, files, json, named, uploaded } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const stranger = aPersonalUser();
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
let unit: Unit;
const statements: string[] = [];

beforeAll(async () => {
  platform = await aPlatform({ onStatement: (sql) => statements.push(sql) });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

const rows = async <T>(sql: string, params: unknown[] = []): Promise<T[]> =>
  platform.orm.em.fork().execute<T[]>(sql, params);

describe('submitting a registration', () => {
  it('gives a number, and commits version, devices, timeline, audit, event and workflow start together', async () => {
    const submitted = await aRegistration(platform, filer, unit);
    expect(submitted).toMatchObject({ status: 'submitted', organ: { code: '440305', name: '深圳市公安局南山分局' } });
    expect(submitted.number).toMatch(/^SL\d{8}\d{6}$/);
    const outbox = await rows<{ lane: string; payload: { type?: string; op?: string } }>(
      'select lane, payload from outbox where aggregate = ? order by seq',
      [submitted.id],
    );
    expect(outbox.map(({ lane, payload }) => [lane, payload.type ?? payload.op])).toEqual([
      ['event', 'beian.timeline.added'],
      ['event', 'beian.application.submitted'],
      ['workflow', 'start'],
    ]);
    const audit = await rows<{ action: string }>('select action from audit_entry where subject = ?', [submitted.id]);
    expect(audit).toEqual([{ action: 'application.submit' }]);
    const [devices] = await rows<{ n: string }>(
      `select count(*) n from application_device d join application_version v on v.id = d.application_version_id
       where v.application_id = ?`,
      [submitted.id],
    );
    expect(Number(devices?.n)).toBe(12);
  });

  it('keeps names and phones sealed in every table and out of the outbox', async () => {
    await aRegistration(platform, filer, unit);
    for (const table of ['application', 'application_version', 'unit', 'outbox', 'audit_entry', 'idempotency_key']) {
      const [row] = await rows<{ all: string | null }>(`select string_agg(t::text, ' ') as all from ${table} t`);
      for (const personal of Object.values(named)) expect(row?.all ?? '').not.toContain(personal);
    }
  });

  it('is one application however often the same request is sent', async () => {
    const body = await aSubmission(platform, filer, unit);
    const key = newId();
    const all = await Promise.all(
      Array.from({ length: 5 }, async () =>
        json<ApplicationSummary>(await as(platform, filer).create('/api/applications', body, key), 201),
      ),
    );
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    const other = { ...body, system: { ...body.system, name: '另一个系统' } };
    await expectProblem(await as(platform, filer).create('/api/applications', other, key), {
      status: 422,
      code: 'idempotency.conflict',
    });
  });

  it('takes fewer than 20 SQL statements in its transaction', async () => {
    const body = await aSubmission(platform, filer, unit);
    statements.length = 0;
    await json(await as(platform, filer).create('/api/applications', body), 201);
    expect(statements.length).toBeLessThan(20);
  });

  it('needs an Idempotency-Key', async () => {
    const body = await aSubmission(platform, filer, unit);
    await expectProblem(await as(platform, filer).post('/api/applications', body), {
      status: 400,
      code: 'idempotency.key-required',
    });
  });

  it('tells every wrong field at once, in the reader’s language', async () => {
    const body = await aSubmission(platform, filer, unit, {
      countyCode: '440399',
      deviceCount: 11,
      firstUseOn: '2999-01-01',
    });
    const response = await as(platform, filer).post('/api/applications', body, {
      'idempotency-key': newId(),
      'accept-language': 'en',
    });
    const problem = await expectProblem(response, { status: 422, code: 'request.invalid' });
    expect(problem.errors?.map((error) => error.pointer).sort()).toEqual([
      '/system/countyCode',
      '/system/deviceCount',
      '/system/firstUseOn',
    ]);
    expect(problem.errors?.find((error) => error.pointer === '/system/deviceCount')?.message).toBe(
      'The form declares 11 devices, the table has 12 rows; they must agree.',
    );
  });

  it.each([
    ['an empty name', { name: ' ' }, '/system/name'],
    ['a phone of ten digits', { safetyOfficerPhone: '1392345678' }, '/system/safetyOfficerPhone'],
    ['a street of another county', { streetCode: '440304001' }, '/system/streetCode'],
    ['no retention', { retentionDays: 0 }, '/system/retentionDays'],
    ['an unknown field', { colour: 'red' }, '/system/colour'],
  ])('refuses %s', async (_what, overrides, pointer) => {
    const body = await aSubmission(platform, filer, unit, overrides);
    await expectProblem(await as(platform, filer).create('/api/applications', body), {
      status: 422,
      code: 'request.invalid',
      pointer,
    });
  });

  it('refuses a device table with errors, and says how many', async () => {
    const deviceTableId = await uploaded(platform, filer, 'device_table', files.wrongDeviceTable);
    const body = await aSubmission(platform, filer, unit, { deviceTableId });
    const problem = await expectProblem(await as(platform, filer).create('/api/applications', body), {
      status: 422,
      code: 'request.invalid',
      pointer: '/system/deviceTableId',
      fieldCode: 'device-table.cells',
    });
    expect(problem.errors?.[0]?.message).toContain('4');
  });

  it('refuses a file of somebody else, and one of another kind', async () => {
    const foreign = await uploaded(platform, stranger, 'device_table');
    const licence = await uploaded(platform, filer, 'business_licence');
    for (const [deviceTableId, fieldCode] of [
      [foreign, 'attachment.unknown'],
      [licence, 'attachment.kind'],
    ] as const) {
      const body = await aSubmission(platform, filer, unit, { deviceTableId });
      await expectProblem(await as(platform, filer).create('/api/applications', body), {
        status: 422,
        code: 'request.invalid',
        fieldCode,
      });
    }
  });

  it('is for filers with a unit of their own', async () => {
    const body = await aSubmission(platform, filer, unit);
    await expectProblem(await as(platform, nobody).create('/api/applications', body), {
      status: 401,
      code: 'auth.required',
    });
    await expectProblem(await as(platform, aReviewer()).create('/api/applications', body), {
      status: 403,
      code: 'auth.forbidden',
    });
    await expectProblem(await as(platform, stranger).create('/api/applications', body), {
      status: 422,
      code: 'request.invalid',
      pointer: '/unitId',
    });
  });

  it('refuses what is no JSON', async () => {
    const response = await platform.app.request('/api/applications', {
      method: 'POST',
      headers: { ...(await bearer(filer)), 'content-type': 'application/json', 'idempotency-key': newId() },
      body: '{',
    });
    await expectProblem(response, { status: 400, code: 'request.malformed' });
  });

  it('needs no authorisation of a legal person for its own unit', async () => {
    const legal = aLegalPerson('91350100M000100Y43');
    const licence = await uploaded(platform, legal, 'business_licence');
    const input = {
      uscc: '91350100M000100Y43',
      type: 'enterprise',
      name: '福州云图科技有限公司',
      headName: '林国栋',
      attachments: [{ kind: 'business_licence', documentId: licence }],
    };
    const own = await json<Unit>(await as(platform, legal).create('/api/units', input), 201);
    expect((await aRegistration(platform, legal, own)).uscc).toBe('91350100M000100Y43');
  });
});
