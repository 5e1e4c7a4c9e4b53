import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

describe('a line of CSV', () => {
  it('quotes what has commas, quotes or line breaks', () => {
    expect(csvLine(['a', 'b,c', 'say "d"', 'e\nf', 7, undefined])).toBe('a,"b,c","say ""d""","e\nf",7,\r\n');
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('runs no formula: %j', (text) => {
    expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
  });
});
