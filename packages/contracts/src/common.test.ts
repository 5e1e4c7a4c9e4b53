import { expect, it } from 'vitest';
import { line } from './common.ts';

it('a line of text is taken without what nobody sees', () => {
  const taken = ['\u202a深圳\u202e海岸城\u202c ', '张\u200b三\ufeff', '\u2066𠮷野家\u2069'].map((text) =>
    line(20).parse(text),
  );
  expect(taken).toEqual(['深圳海岸城', '张三', '𠮷野家']);
});

it.each(['a\u0000', 'a\u007f', '半\ud800', '\udc00', ' \u200b '])('%j is no line of text', (given) =>
  expect(line(20).safeParse(given).success).toBe(false),
);
