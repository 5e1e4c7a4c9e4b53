import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Where a sealed value lives; it cannot be opened anywhere else (associated data). */
export type SealContext = { table: string; column: string; row: string };
export type SealingKeys = { current: string; keys: Readonly<Record<string, string>> };

/** Seals personal data for rest and makes keyed hashes to look it up by. */
export type Sealer = ReturnType<typeof createSealer>;

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random 96-bit nonce. Layout: 1 byte length of the key id, key id, nonce, tag, ciphertext.
 * `keys` maps key ids to base64 of 32 bytes; `lookupKey` is another key of 32 bytes, base64.
 */
export function createSealer({ keys, lookupKey }: { keys: SealingKeys; lookupKey: string }) {
  const keyOf = (id: string): Buffer => {
    const text = keys.keys[id];
    const key = text === undefined ? undefined : Buffer.from(text, 'base64');
    if (key?.length !== 32) throw new Error(`sealing key ${id} is missing or not 32 bytes long`);
    return key;
  };
  keyOf(keys.current);
  const lookup = Buffer.from(lookupKey, 'base64');
  if (lookup.length !== 32) throw new Error('the look-up key is not 32 bytes long');
  const associated = (c: SealContext) => Buffer.from(`${c.table}|${c.column}|${c.row}`);

  return {
    /** Encrypts a JSON value. */
    seal(plain: unknown, context: SealContext): Buffer {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', keyOf(keys.current), nonce).setAAD(associated(context));
      const body = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()]);
      const id = Buffer.from(keys.current);
      return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body]);
    },
    /** Decrypts what `seal` made for the same context; throws when it was moved or altered. */
    unseal(sealed: Uint8Array, context: SealContext): unknown {
      const buffer = Buffer.from(sealed);
      const start = 1 + buffer.readUInt8(0);
      const nonce = buffer.subarray(start, start + nonceBytes);
      const tag = buffer.subarray(start + nonceBytes, start + nonceBytes + tagBytes);
      const key = keyOf(buffer.subarray(1, start).toString());
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(associated(context)).setAuthTag(tag);
      const body = buffer.subarray(start + nonceBytes + tagBytes);
      return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'));
    },
    /** Keyed hash to find a value, taken as it is, without storing it; `purpose` keeps hashes of different columns apart. */
    lookupHash: (value: string, purpose: string): string =>
      createHmac('sha256', lookup).update(`${purpose}\0${value}`).digest('hex'),
  };
}
