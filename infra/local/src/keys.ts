import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdsOf, numberOfKey, readKeysFile, type KeyRing, type Keys } from '@beian/service-kit/keys.ts';
import { Obstacle } from './obstacle.ts';

/** Where the keys of personal data are: apart from the other secrets, for services read this file and see it change. */
export const keysFileOf = (dataDir: string): string => join(dataDir, 'keys.json');

const drawnKey = (): string => randomBytes(32).toString('base64');
const ringOf = (key: string): KeyRing => ({ current: 'k1', keys: { k1: key } });

/** The file of keys, readable by the owner only, drawn at the first call. An installation from before it had them among its secrets. */
export async function keptKeys(dataDir: string): Promise<string> {
  const file = keysFileOf(dataDir);
  if (existsSync(file)) return file;
  const secrets = await readFile(join(dataDir, 'secrets.json'), 'utf8').catch(() => '{}');
  const { sealingKeys, lookupKey } = JSON.parse(secrets) as { sealingKeys?: string; lookupKey?: string };
  await writeKeys(file, {
    sealing: sealingKeys === undefined ? ringOf(drawnKey()) : (JSON.parse(sealingKeys) as KeyRing),
    lookup: ringOf(lookupKey ?? drawnKey()),
  });
  return file;
}

/** Puts keys in the file at once: whoever reads finds the old or the new, never half of them. */
export async function writeKeys(file: string, keys: Keys): Promise<void> {
  const beside = `${file}.new`;
  await writeFile(beside, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await rename(beside, file);
}

/** The keys of an installation; an Obstacle says what is wrong with the file. */
export function keysOf(file: string): Keys {
  try {
    return readKeysFile(file);
  } catch (cause) {
    throw new Obstacle(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The ring with one more key, which is not the current one yet. */
export function withNextKey(ring: KeyRing): KeyRing {
  const next = `k${numberOfKey(newestOf(ring)) + 1}`;
  return { ...ring, keys: { ...ring.keys, [next]: drawnKey() } };
}

/** The newest key of a ring. */
export const newestOf = (ring: KeyRing): string => keyIdsOf(ring).at(-1) ?? ring.current;
