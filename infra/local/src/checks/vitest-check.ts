import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Check, excerpt, readReport, runProgram } from './check.ts';

/** The part of vitest's JSON report (the shape is Jest's) that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

/** Unit, integration, workflow and replay tests, on real servers that vitest's global setup starts. */
export const vitestCheck: Check = {
  name: 'unit, integration and workflow tests',
  async run(context) {
    const file = join(context.logDir, 'vitest.json');
    await rm(file, { force: true });
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const ran = await runProgram('vitest', 'node_modules/vitest/vitest.mjs', args, context);
    const report = await readReport<Report>(file);
    if (report === undefined) return { passed: 0, failed: 1, notes: excerpt(ran.output) };
    const notes: string[] = [];
    let brokenFiles = 0;
    for (const { name, status, message, assertionResults } of report.testResults) {
      const failures = assertionResults.filter((test) => test.status === 'failed');
      for (const { fullName, failureMessages } of failures) {
        notes.push(
          `✗ ${name}\n  ${fullName}\n    ${(failureMessages[0] ?? '').split('\n').slice(0, 16).join('\n    ')}`,
        );
      }
      // a file that could not even be loaded has no tests to count
      if (status === 'failed' && failures.length === 0) {
        brokenFiles += 1;
        notes.push(`✗ ${name}\n  ${message.split('\n').slice(0, 8).join('\n  ')}`);
      }
    }
    const skipped = report.numPendingTests + report.numTodoTests;
    if (skipped > 0) notes.push(`${skipped} tests were skipped`);
    let failed = report.numFailedTests + brokenFiles;
    if (!ran.ok && failed === 0) {
      failed = 1; // an unhandled error, or a server that did not stop
      notes.push(excerpt(ran.output));
    }
    return { passed: report.numPassedTests, failed, notes: notes.join('\n') };
  },
};
