import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportError, JSONReportSuite, JSONReportTestResult } from '@playwright/test/reporter';

/** What is read of Playwright's JSON report. */
export type BrowserReport = Pick<JSONReport, 'stats' | 'errors' | 'suites'>;

/** An error says first what was expected and what was there; the rest is its call log. */
const shownLines = 12;
/** As `e2e/pages/windows.page.ts` calls it. */
const evidence = 'evidence';

/** Each failed browser test with its file, its title, what was expected, where, and what its windows showed: the pictures stay where they are. */
export function failuresOf(report: BrowserReport): string[] {
  return [
    ...report.errors.map((error) => `✗ ${indented(linesOf(error.message))}`),
    ...report.suites.flatMap((suite) => failuresOfSuite(suite)),
  ];
}

function failuresOfSuite(suite: JSONReportSuite): string[] {
  const own = suite.specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const results = spec.tests.flatMap((test) => test.results);
      const said = results.flatMap((result) => [...result.errors.flatMap(saidBy), ...evidenceIn(result)]);
      return indented([`✗ ${spec.file}:${spec.line} › ${spec.title}`, ...said]);
    });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresOfSuite(inner))];
}

/** What was expected, and the line of the test that did: an expectation of a page's own file tells nothing of which it was. */
function saidBy({ message }: JSONReportError): string[] {
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
