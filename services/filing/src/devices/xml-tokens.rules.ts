const marked = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where the token ends that begins at `from`: a tag with its attributes, a comment or the like, a run of text. -1: not in this text. */
function endOfToken(text: string, from: number): number {
  if (text[from] !== '<') return text.indexOf('<', from);
  for (const [open, close] of marked) {
    if (!text.startsWith(open, from)) continue;
    const end = text.indexOf(close, from + open.length);
    return end < 0 ? -1 : end + close.length;
  }
  let quote = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return -1;
}

/** Counts the tokens of a piece of XML; `rest` is the one that the piece breaks off in, to be put before the next piece. */
export function tokensOf(text: string): { count: number; rest: string } {
  let count = 0;
  let from = 0;
  while (from < text.length) {
    const end = endOfToken(text, from);
    if (end < 0) break;
    count += 1;
    from = end;
  }
  return { count, rest: text.slice(from) };
}
