import type { NoticeEntry, Resubmission } from '@beian/contracts/applications.ts';
import type { ChangedSystem, ChangePapers } from '@beian/contracts/changes.ts';
import { unlockedBy, type CorrectableField } from '@beian/contracts/correctable-fields.ts';
import type { WrongField } from '../applications/correction.rules.ts';
import { changedContent, filingDiff, samePlace, systemAskedFor, type FilingContent } from './change.rules.ts';

export type AskedChange = {
  papers: ChangePapers;
  filings: readonly { filingNumber: string; content: FilingContent }[];
};
/** The values of a resubmission, without its word that they are true. */
export type GivenValues = Omit<Resubmission, 'baseVersion' | 'truthful'>;
export type CorrectedChange = { papers: ChangePapers; contents: FilingContent[]; wrong: WrongField[] };

/**
 * Lays a correction over what a change asks for (N3), for all filings or for one. `wrong` names what is given and not cited, and what is
 * cited and, in no filing, changed nor explained.
 */
export function correctChange(
  current: AskedChange,
  notice: readonly NoticeEntry[],
  given: GivenValues,
): CorrectedChange {
  const { perFiling = [], ...papersGiven } = given.change ?? {};
  const filingNumbers = current.filings.map((one) => one.filingNumber);
  const papers = { ...current.papers, ...papersGiven };
  const contents = current.filings.map(({ filingNumber, content }) =>
    changedContent(
      content,
      given.unit ?? {},
      systemAskedFor({ filingNumbers, system: given.system, perFiling }, filingNumber),
    ),
  );
  const wrong = notCited(notice, given);
  perFiling.forEach(({ filingNumber }, i) => {
    if (!filingNumbers.includes(filingNumber))
      wrong.push({ path: ['change', 'perFiling', String(i), 'filingNumber'], code: 'change.not-listed' });
  });
  if (!given.explanation) {
    const touched = touchedFields(current, { papers, contents });
    const left = notice.filter((entry) => !touched.has(entry.field));
    wrong.push(...left.map((entry) => ({ path: entry.field.split('.'), code: 'field.not-corrected' })));
  }
  return { papers, contents, wrong };
}

function notCited(notice: readonly NoticeEntry[], given: GivenValues): WrongField[] {
  const unlocked = unlockedBy(notice.map((entry) => entry.field));
  const refused = (path: string[], part: object | undefined, allowed: readonly string[]): WrongField[] =>
    Object.keys(part ?? {})
      .filter((key) => !allowed.includes(key))
      .map((key) => ({ path: [...path, key], code: 'field.not-cited' }));
  const { perFiling = [], ...papers } = given.change ?? {};
  return [
    ...refused(['unit'], given.unit, unlocked.unit),
    ...refused(['system'], given.system, unlocked.system),
    ...refused(['change'], papers, unlocked.change),
    ...perFiling.flatMap((one, i) =>
      refused(['change', 'perFiling', String(i), 'system'], one.system, unlocked.system),
    ),
    ...(given.attachments ? [{ path: ['attachments'], code: 'field.not-cited' }] : []),
    ...refused(['cancellation'], given.cancellation, unlocked.cancellation),
    ...refused(['transfer'], given.transfer, unlocked.transfer),
    ...refused(['appeal'], given.appeal, unlocked.appeal),
  ];
}

function touchedFields(
  before: AskedChange,
  after: { papers: ChangePapers; contents: readonly FilingContent[] },
): Set<CorrectableField> {
  const touched = new Set<CorrectableField>();
  before.filings.forEach(({ content }, i) => {
    const corrected = after.contents[i] ?? content;
    for (const { field } of filingDiff(content, corrected)) touched.add(field);
    if (!samePlace(content.open.system, corrected.open.system)) touched.add('system.address');
  });
  const { papers } = before;
  if (papers.explanation !== after.papers.explanation) touched.add('change.explanation');
  if (papers.authorisationId !== after.papers.authorisationId) touched.add('change.authorisationId');
  if (papers.proofIds.join() !== after.papers.proofIds.join()) touched.add('change.proofs');
  return touched;
}

/** Where a resubmission says what is wrong with a filing. */
export function pathInCorrection(given: GivenValues, filingNumber: string, key?: keyof ChangedSystem): PropertyKey[] {
  if (key === undefined) return [];
  const own = given.change?.perFiling?.findIndex(
    (one) => one.filingNumber === filingNumber && one.system[key] !== undefined,
  );
  return own !== undefined && own >= 0 ? ['change', 'perFiling', own, 'system', key] : ['system', key];
}
