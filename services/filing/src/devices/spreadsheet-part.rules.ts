import { leadsOut, readsOtherwise } from '@beian/contracts/office-relations.rules.ts';
import type { UnreadableReason } from './device-table.rules.ts';
import { tokensOf } from './xml-tokens.rules.ts';

type Rule = { pattern: RegExp; reason: UnreadableReason };
const prefix = '(?:[^<>\\s:]{1,40}:)?';
/** What a part may not hold, by the kind of part. A name space's prefix changes nothing. */
const everywhere: Rule[] = [{ pattern: /<!(DOCTYPE|ENTITY)/i, reason: 'active-content' }];
const inSheets: Rule[] = [
  { pattern: new RegExp(`<${prefix}f[\\s>/]`), reason: 'active-content' },
  { pattern: new RegExp(`<${prefix}mergeCell\\s`), reason: 'merged-cells' },
];
const inTypes: Rule[] = [{ pattern: /macroEnabled|vbaProject/i, reason: 'active-content' }];

/** A sheet is read as a stream: as many as 20,000 full rows need, whoever wrote them. Every other part is kept as a whole. */
const maxTokens = { sheet: 3_200_000, other: 1_200_000 };
/** Of one tag or text, in bytes: a cell has 32,767 characters at most. A parser holds a token until it ends. */
const maxToken = 262_144;

/**
 * Looks through the text of a part, given piece by piece, and answers the reason for which it is refused, as soon as there is one.
 * The patterns are ASCII: bytes read as Latin-1 are good enough.
 */
export function partScanner(name: string): (piece: string) => UnreadableReason | undefined {
  const sheet = /worksheets\//i.test(name);
  const rules = [...everywhere, ...(sheet ? inSheets : []), ...(/Content_Types/i.test(name) ? inTypes : [])];
  const relations = /\.rels$/i.test(name);
  let rest = '';
  let tokens = 0;
  return (piece) => {
    // What a pattern looks for is never cut in two: it lies within one token.
    const text = rest + piece;
    const read = tokensOf(text);
    rest = read.rest;
    tokens += read.count;
    if (rest.length > maxToken || tokens > (sheet ? maxTokens.sheet : maxTokens.other)) return 'too-large';
    if (readsOtherwise(text)) return 'not-a-spreadsheet';
    if (relations && leadsOut(text)) return 'active-content';
    return rules.find(({ pattern }) => pattern.test(text))?.reason;
  };
}
