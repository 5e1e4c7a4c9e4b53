import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportError, JSONReportSuite, JSONReportTestResult } from '@playwright/test/reporter';

/** What is read of Playwright's JSON report. */
export type BrowserReport = Pick<JSONReport, 'stats' | 'errors' | 'suites'>;

/** An error says first what was expected and what was there; the rest is its call log. */
const shownLines = 12;
/** As `e2e/pages/windows.page.ts` calls it. */
const evidence = 'evidence';

/** What the platform said between two moments. */
type Platform = (from: Date, to: Date) => Promise<string[]>;

/**
 * Each browser test that failed, at the second try too or at the first alone, with its file, its title, what was expected, where, what its
 * windows showed and what the platform said meanwhile: the pictures and the logs may not be kept.
 */
export async function failuresOf(report: BrowserReport, platform: Platform): Promise<string[]> {
  const failed = report.suites.flatMap(failedIn).map(async ({ ok, file, line, title, tests }) => {
    const said = tests.flatMap(({ results }) => results).map((result) => saidBy(result, platform));
    const what = `${file}:${line} › ${title}`;
    return indented([ok ? `passed only at a second try: ${what}` : `✗ ${what}`, ...(await Promise.all(said)).flat()]);
  });
  return [...report.errors.map((error) => `✗ ${indented(linesOf(error.message))}`), ...(await Promise.all(failed))];
}

const failedIn = (suite: JSONReportSuite): JSONReportSuite['specs'] => [
  ...suite.specs.filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky')),
  ...(suite.suites ?? []).flatMap(failedIn),
];

async function saidBy(result: JSONReportTestResult, platform: Platform): Promise<string[]> {
  if (result.status === 'passed') return [];
  const began = new Date(result.startTime);
  const ended = new Date(began.getTime() + result.duration);
  return [...result.errors.flatMap(expectedBy), ...evidenceIn(result), ...(await platform(began, ended))];
}

/** What was expected, and the line of the test that did: an expectation of a page's own file tells nothing of which it was. */
function expectedBy({ message }: JSONReportError): string[] {
  const [, place] = /\bat .*?([\w.-]+\.e2e\.ts:\d+):\d+\)?$/m.exec(stripVTControlCharacters(message)) ?? [];
  return [...linesOf(message), ...(place ? [`at ${place}`] : [])];
}

function evidenceIn({ attachments }: JSONReportTestResult): string[] {
  const found = attachments.find(({ name }) => name === evidence)?.body;
  return found === undefined ? [] : linesOf(Buffer.from(found, 'base64').toString('utf8'), Infinity);
}

function linesOf(text = 'no message', most = shownLines): string[] {
  const lines = stripVTControlCharacters(text).split('\n');
  return lines.filter((line) => line.trim() !== '').slice(0, most);
}

const indented = (lines: readonly string[]): string => lines.join('\n    ');
