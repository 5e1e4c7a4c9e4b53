import { existsSync } from 'node:fs';
import { glob, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../platform.ts';
import { type BrowserReport, failuresOf } from './browser-report.ts';
import { browserTestSeconds } from './browser-test-seconds.ts';
import { type CheckContext, type Outcome, excerpt, readReport, runProgram } from './check.ts';
import { dealtOut } from './deal-out.ts';
import { loggedErrors } from './logged-errors.ts';

const config = 'e2e/playwright.config.ts';

/** The files of the browser tests, dealt out to platforms of which each is `busy` for so many seconds before. */
export async function browserTestsFor(busy: readonly number[]): Promise<string[][]> {
  const files: string[] = [];
  for await (const file of glob('*.e2e.ts', { cwd: join(root, 'e2e') })) files.push(file);
  return dealtOut(files, browserTestSeconds, busy).map((part) => part.map((file) => `e2e/${file}`));
}

/** Plays browser tests against the platform that the environment names. `part` keeps its log and its pictures apart from the others'. */
export async function browserTests(
  files: string[],
  part: number,
  context: CheckContext,
  platformLogs: string,
): Promise<Outcome> {
  if (!existsSync(join(root, config))) return { passed: 0, failed: 1, notes: `✗ ${config} is missing` };
  const name = `playwright-${part}`;
  const file = join(context.logDir, `${name}.json`);
  await rm(file, { force: true });
  const environment = { ...context.environment, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const output = join(root, 'test-results', `browser-${part}`);
  const args = ['test', '-c', config, '--reporter=list,json', '--output', output, ...files];
  const ran = await runProgram(name, 'node_modules/@playwright/test/cli.js', args, { ...context, environment });
  const report = await readReport<BrowserReport>(file);
  if (report === undefined) return { passed: 0, failed: 1, notes: excerpt(ran.output) };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notes = [
    ...(await failuresOf(report, (from, to) => loggedErrors(platformLogs, from, to))),
    ...(ran.ok || unexpected > 0 ? [] : [excerpt(ran.output)]),
    ...(skipped > 0 ? [`${skipped} browser tests were skipped`] : []),
  ];
  const failed = unexpected + (report.errors.length > 0 && unexpected === 0 ? 1 : 0);
  return { passed: expected + flaky, failed: !ran.ok && failed === 0 ? 1 : failed, notes: notes.join('\n') };
}
