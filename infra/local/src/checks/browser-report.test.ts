import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserReport, failuresOf } from './browser-report.ts';
import { loggedErrors } from './logged-errors.ts';

let logs: string;
beforeAll(async () => {
  logs = await mkdtemp(join(tmpdir(), 'beian-report-'));
});
afterAll(() => rm(logs, { recursive: true }));

const line = (time: string, more: object) =>
  JSON.stringify({ level: 50, time, service: 'filing', msg: 'problem', ...more });

const shown = '/cancellation shows 确认注销 | 数据库暂时不可用';
const failed = {
  status: 'failed',
  startTime: '2026-11-30T22:40:00.000Z',
  duration: 60_000,
  errors: [
    {
      message: [
        '\u001b[31mError: expect(locator).toBeVisible() failed\u001b[39m',
        '',
        "Locator: getByRole('heading')",
        ...Array.from({ length: 20 }, (_, i) => `call ${i}`),
        '    at acceptanceOf (/somewhere/e2e/pages/acceptance.page.ts:11:61)',
        '    at /somewhere/e2e/4.5-cancellation.e2e.ts:77:20',
      ].join('\n'),
    },
  ],
  attachments: [
    { name: 'screenshot', contentType: 'image/png', path: 'test-failed-1.png' },
    { name: 'evidence', contentType: 'text/plain', body: Buffer.from(shown).toString('base64') },
  ],
};
const spec = (title: string, ok: boolean) => ({
  ok,
  title,
  file: '4.5-cancellation.e2e.ts',
  line: 13,
  tests: [{ status: ok ? 'expected' : 'unexpected', results: ok ? [] : [failed, failed] }],
});
const passed = { ...failed, status: 'passed', errors: [], attachments: [] };
const second = { ...spec('passes at last', true), tests: [{ status: 'flaky', results: [failed, passed] }] };
const report = {
  errors: [],
  suites: [{ specs: [], suites: [{ specs: [spec('passes', true), spec('fails', false), second] }] }],
} as unknown as BrowserReport;

it('says of a failed test what it expected and where, what its windows showed and what the services said meanwhile', async () => {
  await writeFile(
    join(logs, 'filing.log'),
    [
      line('2026-11-30T22:39:59.000Z', { err: { message: 'before' } }),
      line('2026-11-30T22:40:20.500Z', {
        err: { message: 'database away\nat …' },
        code: 'upstream.unavailable',
        requestId: 'r-1',
      }),
      line('2026-11-30T22:40:30.000Z', { level: 30, err: { message: 'nothing' } }),
      line('2026-11-30T22:41:01.000Z', { err: { message: 'after' } }),
      '{"level":50,"time":"2026-11-30T22:40:2',
    ].join('\n'),
  );
  await writeFile(join(logs, 'postgres.log'), 'LOG:  database system is ready\n');
  const failures = await failuresOf(report, (from, to) => loggedErrors(logs, from, to));
  expect(failures).toHaveLength(2);
  const lines = (failures[0] ?? '').split('\n').map((text) => text.trim());
  expect(lines.slice(0, 3)).toEqual([
    '✗ 4.5-cancellation.e2e.ts:13 › fails',
    'Error: expect(locator).toBeVisible() failed',
    "Locator: getByRole('heading')",
  ]);
  expect(lines.slice(-3)).toEqual([
    'at 4.5-cancellation.e2e.ts:77',
    shown,
    '22:40:20.500 filing: problem, upstream.unavailable, database away, r-1',
  ]);
  expect(lines.length).toBeLessThan(2 * 18);
  const atLast = (failures[1] ?? '').split('\n').map((text) => text.trim());
  expect(atLast[0]).toBe('passed only at a second try: 4.5-cancellation.e2e.ts:13 › passes at last');
  expect(atLast).toContain(shown);
  expect(atLast.length).toBeLessThan(18);
});
