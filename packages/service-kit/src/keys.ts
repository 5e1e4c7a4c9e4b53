import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError, json } from './config.ts';

const Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, { error: 'is not 32 bytes long' });
const KeyId = z.string().regex(/^k[1-9]\d{0,5}$/, { error: 'is not k and a number' });
/** Keys by id, k1 the oldest; what is new is made with the current one, what is old is read with the one that made it. */
export const KeyRing = z
  .strictObject({ current: KeyId, keys: z.record(KeyId, Key) })
  .refine(({ current, keys }) => current in keys, { error: 'lacks its current key' });
export type KeyRing = z.infer<typeof KeyRing>;

/** Which key came how manieth: k2 is 2. */
export const numberOfKey = (id: string): number => Number(id.slice(1));
/** The ids of a ring, the oldest first. */
export const keyIdsOf = ({ keys }: KeyRing): string[] =>
  Object.keys(keys).toSorted((a, b) => numberOfKey(a) - numberOfKey(b));

/** The keys of personal data: `sealing` encrypts it, `lookup` makes the hashes to find it by. */
export const Keys = z.strictObject({ sealing: KeyRing, lookup: KeyRing });
export type Keys = z.infer<typeof Keys>;

/** Keys of the environment: the two rings as JSON, or a file that holds both and may change while the service runs. */
export const keysConfig = {
  KEYS_FILE: z
    .string()
    .optional()
    .describe('file with the keys of personal data, {"sealing": ring, "lookup": ring}; read again when it changes'),
  SEALING_KEYS: json
    .pipe(KeyRing)
    .optional()
    .describe('without KEYS_FILE: {"current": id, "keys": {id: base64 of 32 bytes}}'),
  LOOKUP_KEYS: json.pipe(KeyRing).optional().describe('without KEYS_FILE: the keys of the look-up hashes, likewise'),
} as const;
type KeysConfig = {
  KEYS_FILE?: string | undefined;
  SEALING_KEYS?: KeyRing | undefined;
  LOOKUP_KEYS?: KeyRing | undefined;
};

/** Answers the keys as they are now; `afresh` looks at once, for whoever meets a key that it does not know. */
export type KeySource = (afresh?: boolean) => Keys;

/** How often the file is looked at. A rotation waits for longer than this between its steps. */
const lookEveryMs = 1000;

/** The keys of a service, from its environment or its file. Throws ConfigError when there are none, or when the file is damaged at the start. */
export function keySource({ KEYS_FILE: file, SEALING_KEYS: sealing, LOOKUP_KEYS: lookup }: KeysConfig): KeySource {
  if (file !== undefined) return keysOfFile(file);
  if (!sealing || !lookup)
    throw new ConfigError('The environment names no keys:\n  KEYS_FILE, or SEALING_KEYS and LOOKUP_KEYS');
  const keys = { sealing, lookup };
  return () => keys;
}

/** Reads a file of keys; ConfigError names what is wrong with it, never a key. */
export function readKeysFile(file: string): Keys {
  try {
    return Keys.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    const why =
      cause instanceof z.ZodError ? cause.issues.map((i) => `${i.path.join('.')} ${i.message}`).join(', ') : '';
    throw new ConfigError(
      `The file of keys cannot be read: ${why || (cause instanceof SyntaxError ? 'is not JSON' : 'is not there')}`,
      { cause },
    );
  }
}

function keysOfFile(file: string): KeySource {
  const stampOf = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  let [keys, stamp, looked] = [readKeysFile(file), stampOf(), performance.now()];
  return (afresh = false) => {
    const now = performance.now();
    if (!afresh && now - looked < lookEveryMs) return keys;
    looked = now;
    const changed = stampOf();
    // A file that is away for a moment changes nothing; one that is damaged fails whoever asks, and the keys stay as they were.
    if (changed === undefined || changed === stamp) return keys;
    keys = readKeysFile(file);
    stamp = changed;
    return keys;
  };
}
