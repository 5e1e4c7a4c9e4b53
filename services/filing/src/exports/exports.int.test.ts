import { parseCsv, readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPersonalUser, aReviewer, anOperator, organs } from '@beian/testkit/actors.ts';
import { aCase } from '@beian/testkit/cases.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, as, named } from '@beian/testkit/registration.ts';

const { nanshan, futian, shenzhen, guangdong } = organs;
const reviewer = aReviewer();
const auditor = aReviewer(nanshan, ['auditor']);
const supervisor = aReviewer(shenzhen, ['supervisor']);
const statements: string[] = [];
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => platform.stop());

const get = (by: Parameters<typeof as>[1], what: string) => as(platform, by).get(`/api/review/exports/${what}`);
async function lines(by: Parameters<typeof as>[1], what: string): Promise<string[][]> {
  const response = await get(by, what);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.status).toBe(200);
  // The mark by which Excel knows UTF-8.
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
  return parseCsv(bytes.toString()) as string[][];
}
const lastAudit = async () =>
  (
    await platform.orm.em
      .fork()
      .execute<{ actor_id: string; action: string; subject: string; data: unknown }[]>(
        'select actor_id, action, subject, data from audit_entry order by seq desc limit 1',
      )
  )[0];

describe('the queue', () => {
  const dangerous = ['=HYPERLINK("http://evil.example","点击")', '+8613800138000', '-2+3', '@SUM(A1)', '\t=1+1'];
  beforeAll(async () => {
    for (const systemName of dangerous) {
      await aCase(platform, { systemName, reviews: [{ opened: '2026-03-02', due: '2026-03-09' }] });
    }
    await aCase(platform, { organ: futian, systemName: '福田的系统', reviews: [{ opened: '2026-03-02' }] });
  });

  it('is exported by its filter, the own organ’s alone, and no text of it is a formula in CSV', async () => {
    const [heading, ...rows] = await lines(reviewer, 'tasks?format=csv&kind=registration&sort=age');
    expect(heading).toContain('系统名称');
    const at = heading?.indexOf('系统名称') ?? -1;
    expect(rows.map((row) => row[at])).toEqual(dangerous.map((text) => `'${text}`));
    expect(rows[0]).toEqual(expect.arrayContaining(['备案登记', '待签收', '是', nanshan.name, '91440300MA5FX1MP11']));
    expect(await lines(reviewer, 'tasks?format=csv&kind=change')).toHaveLength(1);
  });

  it('has in a workbook every text as it is, as text', async () => {
    const response = await get(reviewer, 'tasks?format=xlsx&sort=age&locale=en');
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''Review%20tasks.xlsx");
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [heading, ...rows] = sheets[0]?.rows ?? [];
    const at = heading?.indexOf('System') ?? -1;
    expect(rows.map((row) => row[at])).toEqual(dangerous);
    const formulas = [...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined);
    expect(formulas).toEqual([]);
  });

  it('says until when a review is suspended', async () => {
    const by = aReviewer(guangdong);
    const suspended = { at: '2026-01-06', resumeOn: '2026-01-20' };
    await aCase(platform, { organ: guangdong, reviews: [{ opened: '2026-01-05', assignee: by, suspended }] });
    const [heading, row] = await lines(by, 'tasks?format=csv&suspended=true');
    expect(row?.[heading?.indexOf('挂起至') ?? -1]).toBe('2026-01-20');
    expect(await lines(by, 'tasks?format=csv&suspended=false')).toHaveLength(1);
  });

  it('is on the audit chain before it leaves: who, which filter, how many rows; what was searched for is not', async () => {
    await lines(reviewer, `tasks?format=csv&kind=registration&q=${encodeURIComponent('王建国')}`);
    expect(await lastAudit()).toEqual({
      actor_id: reviewer.accountId,
      action: 'tasks.export',
      subject: nanshan.code,
      data: { format: 'csv', filter: { kind: 'registration', q: '…' }, rows: 0 },
    });
    await lines(reviewer, 'tasks?format=csv');
    expect(await lastAudit()).toMatchObject({ data: { filter: {}, rows: 5 } });
  });

  it('is for who sees it, in a form that there is', async () => {
    await expectProblem(await get(auditor, 'tasks?format=csv'), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await get(aPersonalUser(), 'tasks?format=csv'), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await get({ kind: 'nobody' }, 'tasks?format=csv'), { status: 401, code: 'auth.required' });
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await get(reviewer, 'tasks?format=pdf'), { ...invalid, pointer: '/format' });
    await expectProblem(await get(reviewer, 'tasks?format=csv&status=lost'), { ...invalid, pointer: '/status' });
  });
});

describe('filings', () => {
  it('are exported with people masked, for their organ and those above', async () => {
    const number = await aFiling(platform, aPersonalUser(), reviewer);
    for (const by of [reviewer, auditor, supervisor]) {
      const [heading, row, ...more] = await lines(by, 'filings?format=csv&status=valid');
      expect(more).toEqual([]);
      const cell = (name: string) => row?.[heading?.indexOf(name) ?? -1];
      expect(cell('备案编号')).toBe(number);
      expect([cell('单位负责人'), cell('安全管理人'), cell('联系电话')]).toEqual(['陈*远', '王*国', '139****6789']);
      expect([cell('设备'), cell('状态')]).toEqual(['12', '有效']);
      for (const secret of Object.values(named)) expect(JSON.stringify(row)).not.toContain(secret);
    }
    expect(await lastAudit()).toMatchObject({
      actor_id: supervisor.accountId,
      action: 'filings.export',
      data: { filter: { status: 'valid' }, rows: 1 },
    });
    expect(await lines(aReviewer(futian), 'filings?format=csv')).toHaveLength(1);
    expect(await lines(supervisor, 'filings?format=csv&organ=440304')).toHaveLength(1);
    expect(await lines(supervisor, 'filings?format=csv&division=440304')).toHaveLength(1);
    expect(await lines(supervisor, 'filings?format=csv&to=2025-12-31')).toHaveLength(1);
    await expectProblem(await get(reviewer, 'filings?format=csv&organ=440304'), { status: 404, code: 'not-found' });
    await expectProblem(await get(anOperator(), 'filings?format=csv'), { status: 403, code: 'auth.forbidden' });
  });
});

describe('statistics', () => {
  it('are exported table by table, as the page shows them', async () => {
    const period = 'from=2026-03-01&to=2026-03-31';
    const months = await lines(supervisor, `statistics?format=csv&table=months&${period}`);
    expect(months[0]?.slice(0, 4)).toEqual(['月份', '收件', '通过', '退回补正']);
    expect(months[1]?.slice(0, 4)).toEqual(['2026-03', '6', '0', '0']);
    const organRows = await lines(supervisor, `statistics?format=csv&table=organs&${period}`);
    expect(organRows.map((row) => row[0])).toEqual(['机关', futian.name, nanshan.name]);
    expect(await lastAudit()).toMatchObject({
      action: 'statistics.export',
      data: { filter: { table: 'organs', from: '2026-03-01', to: '2026-03-31' }, rows: 2 },
    });
    for (const table of ['kinds', 'ages', 'counties']) {
      expect((await get(auditor, `statistics?format=xlsx&table=${table}`)).status).toBe(200);
    }
    await expectProblem(await get(reviewer, 'statistics?format=csv'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/table',
    });
  });
});

describe('many rows', () => {
  const fill = (from: number, to: number) =>
    platform.orm.em.fork().execute(
      `with a as (
         insert into application (id, number, kind, status, filer_kind, county_code, division_name, organ_code, organ_name, version, submitted_at, updated_at)
         select gen_random_uuid(), 'X' || n, 'registration', 'in_review', 'personal', '440304', '福田', '440304', '福田分局', 1, now(), now()
         from generate_series(?::int, ?::int) n returning id
       )
       insert into review_task (id, application_id, stage, round, cause_id, version, status, organ_code, organ_name, opened_at, due_at, remind_at, escalate_at)
       select gen_random_uuid(), id, 'first', 1, id, 1, 'open', '440304', '福田分局', now(), now(), '[]', '[]' from a`,
      [from, to],
    );
  const by = aReviewer(futian);

  it('are read as they are taken: a reader who leaves ends the reading', async () => {
    await fill(1, 20_000);
    statements.length = 0;
    const response = await get(by, 'tasks?format=csv');
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const asked = statements.length;
    // Which rows and how many is one question.
    expect(statements.filter((sql) => sql.includes('from review_task t'))).toHaveLength(1);
    // Two statements for each piece of 500.
    expect(asked).toBeLessThan(20);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(statements.length).toBeLessThanOrEqual(asked + 2);
    expect(await lines(by, 'tasks?format=csv')).toHaveLength(20_002);
  });

  it('beyond what one export holds are refused with what to do', async () => {
    await fill(20_001, 100_000);
    const { detail } = await expectProblem(await get(by, 'tasks?format=csv'), {
      status: 422,
      code: 'export.too-large',
    });
    expect(detail).toContain('100001');
  });
});
