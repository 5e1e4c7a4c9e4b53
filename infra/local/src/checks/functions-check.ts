import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../platform.ts';
import { type Check, readReport } from './check.ts';
import { faultsOf, readFunctions, testsNamedIn, wanting, type RanTest } from './functions-document.ts';

type VitestReport = {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
};
type Suite = { file: string; specs?: { title: string; ok: boolean }[]; suites?: Suite[] };
type PlaywrightReport = { suites: Suite[] };

/**
 * docs/functions.md: every function of the manual is there. Each test that it or docs/security.md names exists, ran in this very run, and
 * passed.
 */
export const functionsCheck: Check = {
  name: 'the tests that the documents name',
  async run({ logDir }) {
    const vitest = await readReport<VitestReport>(join(logDir, 'vitest.json'));
    const browser: Suite[] = [];
    for await (const file of glob('playwright-*.json', { cwd: logDir })) {
      browser.push(...((await readReport<PlaywrightReport>(join(logDir, file)))?.suites ?? []));
    }
    const ran = [
      ...(vitest?.testResults ?? []).flatMap(({ name, assertionResults }) =>
        assertionResults.map(({ fullName, status }): RanTest => {
          return { file: relative(root, name), title: fullName, passed: status === 'passed' };
        }),
      ),
      ...browser.flatMap(testsOf),
    ];
    const functions = readFunctions(await readFile(join(root, 'docs', 'functions.md'), 'utf8'));
    const defences = testsNamedIn(await readFile(join(root, 'docs', 'security.md'), 'utf8'));
    const unproven = wanting(defences, ran).map((fault) => `docs/security.md: ${fault}`);
    const faults = [...faultsOf(functions, ran), ...unproven];
    const open = functions.filter((one) => one.proof === 'not yet').length;
    const said = open > 0 ? [`${open} of ${functions.length} functions are not yet there`] : [];
    return {
      passed: faults.length === 0 ? 1 : 0,
      failed: faults.length === 0 ? 0 : 1,
      notes: [...faults, ...said].join('\n'),
    };
  },
};

const testsOf = ({ file, specs = [], suites = [] }: Suite): RanTest[] => [
  ...specs.map(({ title, ok }) => ({ file: `e2e/${file}`, title, passed: ok })),
  ...suites.flatMap(testsOf),
];
