import { describe, expect, it } from 'vitest';
import { type SchemaReport, verdictOf } from './schema-report.ts';

const sound: SchemaReport = {
  complete: true,
  operations: { tested: 3, errored: 0 },
  test_cases: { generated: 40 },
  failures: [],
  errors: [],
};

// As schemathesis 4.32 prints it.
const output = `
================================ FAILURES ================================

________________________ GET /api/calendar ________________________
1. Test Case ID: CfP0c0

- ST103 Undocumented status code

    Received: 418
    Documented: 200, 422

Reproduce with:

    curl -X GET 'http://localhost:8080/api/calendar?year=2026'

================================ SUMMARY =================================

API Operations:
  Selected: 3/3
`;

describe('the report of a role', () => {
  it('is sound when nothing was found', () => {
    expect(verdictOf(sound, { ok: true, output })).toEqual({ operations: 3, cases: 40, failures: 0, notes: '' });
  });

  it('counts what was found of each kind, and tells how to ask again', () => {
    const failures = [
      { title: 'Undocumented status code', count: 2 },
      { title: 'Server error', count: 1 },
    ];
    const { notes, ...counts } = verdictOf({ ...sound, failures }, { ok: false, output });
    expect(counts).toEqual({ operations: 3, cases: 40, failures: 3 });
    expect(notes).toContain("curl -X GET 'http://localhost:8080/api/calendar?year=2026'");
    expect(notes).not.toContain('API Operations');
  });

  it.each<[string, SchemaReport | undefined, boolean]>([
    ['there is no report', undefined, false],
    ['it was broken off', { ...sound, complete: false }, false],
    ['nothing was asked', { ...sound, test_cases: { generated: 0 } }, true],
    ['a connection broke', { ...sound, errors: [{ title: 'Network Error', count: 1 }] }, false],
    ['an operation could not be asked', { ...sound, operations: { tested: 2, errored: 1 } }, false],
    ['it ended with another code and says nothing', sound, false],
  ])('has failed when %s', (_what, report, ok) => {
    const verdict = verdictOf(report, { ok, output });
    expect(verdict.failures).toBe(1);
    expect(verdict.notes).not.toBe('');
  });
});
