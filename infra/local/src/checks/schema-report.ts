import { excerpt, type Ran } from './check.ts';

/** The part of schemathesis' JSON report that is read here. */
export type SchemaReport = {
  /** False when it did not come to its end. */
  complete: boolean;
  operations: { tested: number; errored: number } | null;
  test_cases: { generated: number };
  /** One for each kind of failure; `count` is that of different ones. */
  failures: { title: string; count: number }[];
  /** What kept it from asking: a connection that broke, a schema that it cannot read. */
  errors: { title: string; count: number }[];
};

export type RoleVerdict = { operations: number; cases: number; failures: number; notes: string };

/** What a run found for one role. A run that did not come to its end, or that asked nothing, has failed. `notes` tell how to ask again by curl. */
export function verdictOf(report: SchemaReport | undefined, ran: Ran): RoleVerdict {
  const operations = report?.operations?.tested ?? 0;
  const cases = report?.test_cases.generated ?? 0;
  if (!report?.complete || cases === 0) return { operations, cases, failures: 1, notes: excerpt(ran.output) };
  const found = [...report.failures, ...report.errors].reduce((sum, { count }) => sum + count, 0);
  const failures = found + (report.operations?.errored ?? 0);
  // An exit code that the report does not explain.
  if (failures === 0 && !ran.ok) return { operations, cases, failures: 1, notes: excerpt(ran.output) };
  return { operations, cases, failures, notes: failures > 0 ? excerpt(findings(ran.output), shownLines) : '' };
}

/** A failure takes some twenty lines. */
const shownLines = 200;

/** The sections on errors and failures of what it printed, with a curl for each; the rest is its summary. */
function findings(output: string): string {
  const from = output.search(/^=+ (ERRORS|FAILURES) =+$/m);
  const until = output.search(/^=+ SUMMARY =+$/m);
  return output.slice(Math.max(from, 0), until > from ? until : undefined).replaceAll(/\n{2,}/g, '\n');
}
