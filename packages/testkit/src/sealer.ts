import type { Keys } from '@beian/service-kit/keys.ts';
import { createSealer } from '@beian/service-kit/sealing.ts';

/** A key of 32 equal bytes. */
export const aKey = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
/** The keys of the tests; whoever replaces some takes a copy. */
export const testKeys: Keys = {
  sealing: { current: 'k1', keys: { k1: aKey(1) } },
  lookup: { current: 'k1', keys: { k1: aKey(2) } },
};
export const testSealer = createSealer(() => testKeys);
