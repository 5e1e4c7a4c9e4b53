import { describe, expect, it } from 'vitest';
import { everyNumber, faultsOf, readFunctions, testsNamedIn, wanting } from './functions-document.ts';

const rows = (changed: Record<string, string> = {}) =>
  everyNumber.map((number) => `| ${number} | what it is | ${changed[number] ?? 'not yet'} |`).join('\n');
const named = '`services/a.int.test.ts` › a filing is found';
const ran = { file: 'services/a.int.test.ts', title: 'a filing is found', passed: true };

describe('the list of functions', () => {
  it('holds 212 numbers', () => {
    expect(everyNumber).toHaveLength(212);
    expect(everyNumber).toEqual(expect.arrayContaining(['M001', 'M136', 'I01', 'I51', 'G1', 'G10', 'N1', 'N15']));
  });

  it('is right when each is named once and each named test ran and passed', () => {
    expect(faultsOf(readFunctions(rows({ M079: named })), [ran])).toEqual([]);
  });

  it('is wrong when a number is missing, unknown or there twice', () => {
    const text = rows().replace('| M002 |', '| M001 |').replace('| N15 |', '| N16 |');
    expect(faultsOf(readFunctions(text), [])).toEqual([
      'M002 is missing',
      'N15 is missing',
      'N16 is no number of ours',
      'M001 stands there twice',
    ]);
  });

  it('is wrong when a named test did not run, or failed', () => {
    const functions = readFunctions(rows({ M079: named }));
    expect(faultsOf(functions, [])).toEqual(['M079: no test "a filing is found" of services/a.int.test.ts ran']);
    expect(faultsOf(functions, [{ ...ran, passed: false }])).toEqual([
      'M079: its test "a filing is found" of services/a.int.test.ts failed',
    ]);
  });

  it('is refused when a proof is neither a test nor "not yet"', () => {
    expect(() => readFunctions(rows({ G3: 'soon' }))).toThrow('G3: "soon" names neither a test');
  });
});

it('the tests that another document names are read from its tables, and must have run', () => {
  const text = `| theft | sealed | ${named}<br>\`e2e/b.e2e.ts\` › b: c; d |\n\`services/c.test.ts\` alone names none.`;
  const tests = testsNamedIn(text);
  expect(tests).toEqual([
    { file: ran.file, title: ran.title },
    { file: 'e2e/b.e2e.ts', title: 'b: c; d' },
  ]);
  expect(wanting(tests, [ran])).toEqual(['no test "b: c; d" of e2e/b.e2e.ts ran']);
});
