import { stripVTControlCharacters } from 'node:util';
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter';

/** What is read of Playwright's JSON report. */
export type BrowserReport = Pick<JSONReport, 'stats' | 'errors' | 'suites'>;

/** An error says first what was expected and what was there; the rest is its call log. */
const shownLines = 24;

/** Each failed browser test with its file, its title and what was expected: the pictures stay in the log. */
export function failuresOf(report: BrowserReport): string[] {
  return [
    ...report.errors.map((error) => `✗ ${firstLines(error.message)}`),
    ...report.suites.flatMap((suite) => failuresOfSuite(suite)),
  ];
}

function failuresOfSuite(suite: JSONReportSuite): string[] {
  const own = suite.specs
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const errors = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors));
      return [`✗ ${spec.file}:${spec.line} › ${spec.title}`, ...errors.map((error) => firstLines(error.message))].join(
        '\n    ',
      );
    });
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresOfSuite(inner))];
}

const firstLines = (message = 'no message') =>
  stripVTControlCharacters(message).split('\n').slice(0, shownLines).join('\n    ');
