import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aKey, testKeys } from '@beian/testkit/sealer.ts';
import { ConfigError } from './config.ts';
import { keySource, type Keys } from './keys.ts';

const first = testKeys;
const second: Keys = { ...first, sealing: { current: 'k2', keys: { k1: aKey(1), k2: aKey(3) } } };
let dir: string;
let file: string;
let minute = 1;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-keys-'));
  file = join(dir, 'keys.json');
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Puts a file in the place of the other at once, with another time. */
async function write(text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await utimes(`${file}.new`, new Date(), new Date(2026, 1, 1, 0, minute++));
  await rename(`${file}.new`, file);
}

describe('keys of a file', () => {
  it('are read again when it changes, without a restart', async () => {
    await write(JSON.stringify(first));
    const keys = keySource({ KEYS_FILE: file });
    expect(keys()).toEqual(first);
    await write(JSON.stringify(second));
    expect(keys(true)).toEqual(second);
  });

  it('stay as they were while the file is away, and a damaged one fails by name and shows no key', async () => {
    await write(JSON.stringify(first));
    const keys = keySource({ KEYS_FILE: file });
    await rm(file);
    expect(keys(true)).toEqual(first);
    await write(JSON.stringify({ ...first, lookup: { current: 'k2', keys: { k1: aKey(2) } } }));
    expect(() => keys(true)).toThrow(ConfigError);
    expect(() => keys(true)).toThrow('lookup lacks its current key');
    expect(() => keys(true)).not.toThrow(aKey(2));
    await rm(file);
    expect(keys(true)).toEqual(first);
  });
});

it.each([
  ['a key of 16 bytes', { current: 'k1', keys: { k1: Buffer.alloc(16).toString('base64') } }, '32 bytes'],
  ['a current key that is not there', { current: 'k2', keys: { k1: aKey(1) } }, 'lacks its current key'],
  ['another kind of id', { current: 'k1', keys: { k1: aKey(1), old: aKey(2) } }, 'Invalid key'],
])('a ring is refused with %s', async (_what, sealing, says) => {
  await write(JSON.stringify({ ...first, sealing }));
  expect(() => keySource({ KEYS_FILE: file })).toThrow(says);
});

it('the keys may come from the environment; without any the service does not start', () => {
  expect(keySource({ SEALING_KEYS: first.sealing, LOOKUP_KEYS: first.lookup })()).toEqual(first);
  expect(() => keySource({ SEALING_KEYS: first.sealing })).toThrow('KEYS_FILE, or SEALING_KEYS and LOOKUP_KEYS');
});
