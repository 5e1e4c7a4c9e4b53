import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSearch } from './plain-search.ts';

const { parseSearch, stringifySearch } = plainSearch;

describe('the search part of an address', () => {
  it('is text as people type it, whatever it looks like', () => {
    expect(parseSearch('?number=440305000000001&observed=true&q=null&kind=%22x%22&empty=')).toEqual({
      number: '440305000000001',
      observed: 'true',
      q: 'null',
      kind: '"x"',
      empty: '',
    });
    expect(parseSearch('')).toEqual({});
  });

  it('leaves out what is not set and repeats the name of a list', () => {
    expect(stringifySearch({ q: '注销', kind: undefined, page: 2, of: ['a', 'b'] })).toBe(
      '?q=%E6%B3%A8%E9%94%80&page=2&of=a&of=b',
    );
    expect(parseSearch('?of=a&of=b')).toEqual({ of: ['a', 'b'] });
    expect(stringifySearch({ q: undefined })).toBe('');
  });

  it('comes back as it was written', () => {
    const name = fc.string({ minLength: 1 }).filter((one) => one !== '__proto__' && !/^\d+$/.test(one));
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' })), (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual(search);
      }),
    );
  });
});
