export type NamedTest = { file: string; title: string };
/** A function of docs/functions.md: its number, and the test that proves it or that it is not there yet. */
export type DocumentedFunction = { number: string; proof: NamedTest | 'not yet' };

const series = { M: 136, I: 51, G: 10, N: 15 } as const;

/** Every number that the document must hold, in its order: M001–M136, I01–I51, G1–G10, N1–N15. */
export const everyNumber: readonly string[] = Object.entries(series).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_, i) => {
    const digits = letter === 'M' ? 3 : letter === 'I' ? 2 : 1;
    return `${letter}${String(i + 1).padStart(digits, '0')}`;
  }),
);

/** Reads the rows `| number | what it is | proof |` of the document. A proof is `` `file` › title `` or `not yet`; anything else throws. */
export function readFunctions(markdown: string): DocumentedFunction[] {
  return markdown.split('\n').flatMap((line): DocumentedFunction[] => {
    const row = /^\| ([MIGN]\d+) \|(.*)\| (.+) \|$/.exec(line);
    if (!row) return [];
    const [, number = '', , proof = ''] = row;
    if (proof === 'not yet') return [{ number, proof }];
    const named = /^`([^`]+)` › (.+)$/.exec(proof);
    if (!named) throw new Error(`${number}: "${proof}" names neither a test (\`file\` › title) nor "not yet"`);
    const [, file = '', title = ''] = named;
    return [{ number, proof: { file, title } }];
  });
}

/** A test that ran, by its file (from the root of the project) and its full title. */
export type RanTest = NamedTest & { passed: boolean };

/** What is wrong between the document and the tests that ran: one sentence each, none when all is well. */
export function faultsOf(functions: readonly DocumentedFunction[], ran: readonly RanTest[]): string[] {
  const numbers = functions.map((one) => one.number);
  return [
    ...everyNumber.filter((number) => !numbers.includes(number)).map((number) => `${number} is missing`),
    ...numbers.filter((number) => !everyNumber.includes(number)).map((number) => `${number} is no number of ours`),
    ...numbers.filter((number, i) => numbers.indexOf(number) !== i).map((number) => `${number} stands there twice`),
    ...functions.flatMap(({ number, proof }) => {
      if (proof === 'not yet') return [];
      return wanting([proof], ran).map((fault) => `${number}: ${fault}`);
    }),
  ];
}

/** Tests that the tables of another document name, each as `` `file` › title ``, with `<br>` before the next. */
export const testsNamedIn = (markdown: string): NamedTest[] =>
  [...markdown.matchAll(/`([^`\s]+\.(?:test|e2e)\.ts)` › (.+?)(?=<br>| \|)/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));

/** What is wrong with tests that are named: one sentence for each that did not run or did not pass. */
export function wanting(named: readonly NamedTest[], ran: readonly RanTest[]): string[] {
  const byName = new Map(ran.map((test) => [`${test.file} › ${test.title}`, test]));
  return named.flatMap(({ file, title }) => {
    const test = byName.get(`${file} › ${title}`);
    if (!test) return [`no test "${title}" of ${file} ran`];
    return test.passed ? [] : [`its test "${title}" of ${file} failed`];
  });
}
