import { createSealer } from '@beian/service-kit/sealing.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
export const testSealingKeys = { current: 'k1', keys: { k1: key(1) } };
export const testLookupKey = key(2);
export const testSealer = createSealer({ keys: testSealingKeys, lookupKey: testLookupKey });
