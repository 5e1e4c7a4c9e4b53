import { describe, expect, it } from 'vitest';
import { aKey } from '@beian/testkit/sealer.ts';
import { personHash } from './person-hash.ts';
import { createSealer } from './sealing.ts';

const sealerWith = (lookupKey: string) =>
  createSealer(() => ({
    sealing: { current: 'k1', keys: { k1: aKey(1) } },
    lookup: { current: 'k1', keys: { k1: lookupKey } },
  }));
const sealer = sealerWith(aKey(2));
const lina = { name: '李娜', idNumber: '35010219920705002X' };
const of = (person: Partial<typeof lina>) => personHash(sealer, { ...lina, ...person });

describe('the hash of a person', () => {
  it.each([
    ['spaces', { name: ' 李 娜 ', idNumber: '350102 19920705 002X' }],
    ['a small x', { idNumber: '35010219920705002x' }],
    ['full-width digits', { idNumber: '３５０１０２１９９２０７０５００２Ｘ' }],
  ])('is the same with %s', (_what, typed) => expect(of(typed)).toBe(of({})));

  it('is the same with any dot between the parts of a name', () => {
    const [first, ...others] = ['阿卜杜拉·买买提', '阿卜杜拉•买买提', '阿卜杜拉・买买提', '阿卜杜拉.买买提'];
    for (const name of others) expect(of({ name })).toBe(of({ name: first! }));
  });

  it('is another for another name, another number or another key', () => {
    const others = [
      of({ name: '李楠' }),
      of({ idNumber: '350102199207050021' }),
      personHash(sealerWith(aKey(3)), lina),
    ];
    expect(new Set([of({}), ...others]).size).toBe(4);
  });

  it('holds neither name nor number', () => expect(of({})).toMatch(/^[0-9a-f]{64}$/));
});
