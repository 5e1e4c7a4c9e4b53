import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../platform.ts';
import { startPlatform } from '../start-platform.ts';
import { type BrowserReport, failuresOf } from './browser-report.ts';
import { type Check, type CheckContext, type Outcome, excerpt, readReport, runProgram } from './check.ts';
import { findBrowser } from './find-browser.ts';

const config = 'e2e/playwright.config.ts';

/** The whole platform on free ports and empty data: it comes up, the demo plays, the browser tests run, it goes down. */
export const journeyCheck: Check = {
  name: 'the platform, the demo and the browser tests',
  async run(context) {
    const installLog = join(context.logDir, 'browsers.log');
    const chromium = await findBrowser('chromium', installLog, context.signal);
    const firefox = await findBrowser('firefox', installLog, context.signal);
    const dataDir = await mkdtemp(join(tmpdir(), 'beian-journey-'));
    const platform = await startPlatform({ dataDir, ports: 'free', signal: context.signal });
    try {
      const environment = {
        ...context.environment,
        BEIAN_URL: platform.baseUrl,
        BEIAN_LOGS: platform.logDir,
        BEIAN_CHROMIUM: chromium,
        BEIAN_FIREFOX: firefox,
      };
      const demo = await demoOutcome({ ...context, environment });
      const browser = await browserOutcome({ ...context, environment });
      return {
        passed: 1 + demo.passed + browser.passed,
        failed: demo.failed + browser.failed,
        notes: [demo.notes, browser.notes].filter(Boolean).join('\n'),
      };
    } finally {
      await platform.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function demoOutcome(context: CheckContext): Promise<Outcome> {
  const ran = await runProgram('demo', 'infra/local/src/demo.ts', [], context);
  return ran.ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, notes: `✗ npm run demo\n${excerpt(ran.output)}` };
}

async function browserOutcome(context: CheckContext): Promise<Outcome> {
  if (!existsSync(join(root, config))) return { passed: 0, failed: 1, notes: `✗ ${config} is missing` };
  const file = join(context.logDir, 'playwright.json');
  await rm(file, { force: true });
  const environment = { ...context.environment, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const args = ['test', '-c', config, '--reporter=list,json'];
  const ran = await runProgram('playwright', 'node_modules/@playwright/test/cli.js', args, { ...context, environment });
  const report = await readReport<BrowserReport>(file);
  if (report === undefined) return { passed: 0, failed: 1, notes: excerpt(ran.output) };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const notes = [
    ...(ran.ok ? [] : failuresOf(report)),
    ...(ran.ok || unexpected > 0 ? [] : [excerpt(ran.output)]),
    ...(flaky > 0 ? [`${flaky} browser tests passed only at a second try`] : []),
    ...(skipped > 0 ? [`${skipped} browser tests were skipped`] : []),
  ];
  const failed = unexpected + (report.errors.length > 0 && unexpected === 0 ? 1 : 0);
  return { passed: expected + flaky, failed: !ran.ok && failed === 0 ? 1 : failed, notes: notes.join('\n') };
}
