import type { Application } from '@beian/contracts/applications.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';

/** What fits on the one page. */
const shownNumbers = 8;
const shownParts = 12;

/** The lines of a receipt about a change (N12): one for each organ that decides, with its filings and what has become of them. */
export function linesOfChange({
  number,
  organ,
  status,
  parts,
  filings = [],
}: Pick<Application, 'number' | 'organ' | 'status' | 'parts' | 'filings'>): [label: string, value: string][] {
  const filingNumbers = filings.map((one) => one.filingNumber);
  const deciding = parts ?? [{ number, organ, status, filingNumbers }];
  const beyond = deciding.slice(shownParts);
  return [
    ['变更备案 Filings', `${filings.length} 项`],
    ...deciding
      .slice(0, shownParts)
      .map((part): [string, string] => [
        part.number,
        `${part.organ.name}：${listed(part.filingNumbers)}，${applicationStatusLabels[part.status].zh}`,
      ]),
    ...(beyond.length > 0 ? [['其他 Others', `另有 ${beyond.length} 个审核机关`] as [string, string]] : []),
  ];
}

const listed = (numbers: readonly string[]): string =>
  numbers.slice(0, shownNumbers).join('、') + (numbers.length > shownNumbers ? ` 等 ${numbers.length} 项` : '');
