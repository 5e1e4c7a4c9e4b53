import { beforeAll, describe, expect, it } from 'vitest';
import type { Keys } from '@beian/service-kit/keys.ts';
import { createSealer } from '@beian/service-kit/sealing.ts';
import { aKey, testKeys } from '@beian/testkit/sealer.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { minioStore, type DocumentStore } from './document-store.ts';
import { countObjects, resealObjects, sealedStore } from './sealed-store.ts';

const text = Buffer.from('%PDF-1.7 王建国 440305198803120011');
const files = Array.from({ length: 5 }, (_, i) => `documents/${i}`);
let keys: Keys = testKeys;
const sealer = createSealer(() => keys);
let raw: DocumentStore;
let store: DocumentStore;

beforeAll(() => {
  raw = minioStore({ ...servers().minio, bucket: aSpace() });
  store = sealedStore(raw, sealer);
});

describe('the bytes of files at rest', () => {
  it('hold nothing of the file, and come back as they were', async () => {
    for (const key of files) await store.put(key, text, 'application/pdf');
    const stored = Buffer.from(await raw.get('documents/0'));
    expect(stored.includes('王建国')).toBe(false);
    expect(stored.includes('440305198803120011')).toBe(false);
    expect(stored.includes('%PDF')).toBe(false);
    expect(Buffer.from(await store.get('documents/0')).equals(text)).toBe(true);
  });

  it('are never shown when they were altered or put under another name', async () => {
    const refused = { code: 'document.storage-down' };
    const stored = Buffer.from(await raw.get('documents/0'));
    await raw.put('documents/elsewhere', stored, 'application/octet-stream');
    await expect(store.get('documents/elsewhere')).rejects.toMatchObject(refused);
    stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
    await raw.put('documents/altered', stored, 'application/octet-stream');
    await expect(store.get('documents/altered')).rejects.toMatchObject(refused);
    await raw.remove('documents/elsewhere');
    await raw.remove('documents/altered');
  });

  it('are sealed anew when the keys are replaced, and what was stored before there were keys is sealed then', async () => {
    await raw.put('documents/plain', text, 'application/pdf');
    expect(Buffer.from(await store.get('documents/plain')).equals(text)).toBe(true);
    keys = {
      ...testKeys,
      sealing: { current: 'k2', keys: { ...testKeys.sealing.keys, k2: aKey(9) } },
    };
    expect(await countObjects(raw, ['documents/'])).toEqual([
      { place: 'objects documents/', key: 'k1', rows: 5 },
      { place: 'objects documents/', key: 'none', rows: 1 },
    ]);
    expect(await resealObjects(raw, sealer, ['documents/'])).toEqual([
      { place: 'objects documents/', key: 'k2', rows: 6 },
    ]);
    expect(await countObjects(raw, ['documents/'])).toEqual([{ place: 'objects documents/', key: 'k2', rows: 6 }]);
    expect(await resealObjects(raw, sealer, ['documents/'])).toEqual([
      { place: 'objects documents/', key: 'k2', rows: 0 },
    ]);
    keys = { ...keys, sealing: { current: 'k2', keys: { k2: keys.sealing.keys['k2'] ?? '' } } };
    for (const key of [...files, 'documents/plain']) {
      expect(Buffer.from(await store.get(key)).equals(text)).toBe(true);
    }
  });
});
