import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { keyIdsOf, numberOfKey, type KeyRing, type KeySource } from './keys.ts';

/** Where a sealed value lives; it cannot be opened anywhere else (associated data). */
export type SealContext = { table: string; column: string; row: string };

/** Seals personal data for rest and makes keyed hashes to look it up by. */
export type Sealer = ReturnType<typeof createSealer>;

const nonceBytes = 12;
const tagBytes = 16;
/** Hashes from before there could be two keys carry no id; they are this one's. */
const firstLookupKey = 'k1';

const associated = (c: SealContext) => Buffer.from(`${c.table}|${c.column}|${c.row}`);
const keyOf = ({ keys }: KeyRing, id: string): Buffer | undefined => {
  const text = keys[id];
  return text === undefined ? undefined : Buffer.from(text, 'base64');
};

/** Which key has sealed a value. */
export const keyIdOf = (sealed: Uint8Array): string => Buffer.from(sealed.subarray(1, 1 + (sealed[0] ?? 0))).toString();
/** How a value begins that this key has sealed. */
export const sealedPrefix = (keyId: string): Buffer => Buffer.concat([Buffer.from([keyId.length]), Buffer.from(keyId)]);
const written = ({ id, hex }: { id: string; hex: string }): string => (id === firstLookupKey ? hex : `${id}.${hex}`);
const parsed = (hash: string) => ({ id: lookupKeyIdOf(hash), hex: hash.slice(hash.indexOf('.') + 1) });
/** Which key has made a look-up hash. */
export const lookupKeyIdOf = (hash: string): string =>
  hash.includes('.') ? (hash.split('.')[0] ?? '') : firstLookupKey;

/**
 * AES-256-GCM with a random 96-bit nonce. Layout: 1 byte length of the key id, key id, nonce, tag, ciphertext.
 *
 * Look-up hashes are HMAC-SHA-256, `keyId.hex`, one layer for each key up to that one: the hash under k2 is that under k1, keyed with k2.
 * So a row gets the newer key's hash without its value, which is nowhere kept, and the older key alone finds nothing any more.
 *
 * The source is asked each time: keys may be replaced while the service runs.
 */
export function createSealer(source: KeySource) {
  const sealingKey = (id: string): Buffer => {
    // Another process may already seal with a key that was added a moment ago.
    const key = keyOf(source().sealing, id) ?? keyOf(source(true).sealing, id);
    if (!key) throw new Error(`sealing key ${id} is missing`);
    return key;
  };
  const sealBytes = (plain: Uint8Array, context: SealContext): Buffer => {
    const { current } = source().sealing;
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', sealingKey(current), nonce).setAAD(associated(context));
    const body = [cipher.update(plain), cipher.final()];
    return Buffer.concat([sealedPrefix(current), nonce, cipher.getAuthTag(), ...body]);
  };
  const unsealBytes = (sealed: Uint8Array, context: SealContext): Buffer => {
    const buffer = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const key = sealingKey(keyIdOf(buffer));
    const start = 1 + buffer.readUInt8(0);
    const nonce = buffer.subarray(start, start + nonceBytes);
    const tag = buffer.subarray(start + nonceBytes, start + nonceBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(associated(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(buffer.subarray(start + nonceBytes + tagBytes)), decipher.final()]);
  };
  /** The hash with another layer for each key of the ring behind its own; each is an answer, the oldest first. */
  const layersOn = (ring: KeyRing, first: { id: string; hex: string }): string[] => {
    const hashes = [written(first)];
    let { hex } = first;
    for (const id of keyIdsOf(ring)) {
      if (numberOfKey(id) <= numberOfKey(first.id)) continue;
      hex = createHmac('sha256', keyOf(ring, id) ?? '')
        .update(hex)
        .digest('hex');
      hashes.push(written({ id, hex }));
    }
    return hashes;
  };
  /** Of a value under every key, the oldest first. */
  const hashesOf = (ring: KeyRing, value: string, purpose: string): string[] => {
    const [id] = keyIdsOf(ring);
    const key = id === undefined ? undefined : keyOf(ring, id);
    if (id !== firstLookupKey || !key)
      throw new Error(`look-up key ${firstLookupKey} is missing: every hash begins with it`);
    const hex = createHmac('sha256', key).update(`${purpose}\0${value}`).digest('hex');
    return layersOn(ring, { id, hex });
  };
  const under = (hashes: string[], id: string): string => {
    const hash = hashes.find((one) => lookupKeyIdOf(one) === id);
    if (hash === undefined) throw new Error(`look-up key ${id} is missing`);
    return hash;
  };

  return {
    sealBytes,
    /** Opens what `sealBytes` made for the same context; throws when it was moved or altered. */
    unsealBytes,
    /** Encrypts a JSON value. */
    seal: (plain: unknown, context: SealContext): Buffer => sealBytes(Buffer.from(JSON.stringify(plain)), context),
    /** Decrypts what `seal` made for the same context; throws when it was moved or altered. */
    unseal: (sealed: Uint8Array, context: SealContext): unknown =>
      JSON.parse(unsealBytes(sealed, context).toString('utf8')),
    /** Ids of the keys that are in use now. */
    current: () => ({ sealing: source().sealing.current, lookup: source().lookup.current }),
    /** Keyed hash to find a value, taken as it is, without storing it; `purpose` keeps hashes of different columns apart. */
    lookupHash: (value: string, purpose: string): string => {
      const { lookup } = source();
      return under(hashesOf(lookup, value, purpose), lookup.current);
    },
    /** The hashes of a value under every key: while keys are replaced, what is stored may be of any. */
    lookupHashes: (value: string, purpose: string): string[] => hashesOf(source().lookup, value, purpose),
    /** A hash as it is and under every newer key: another service may be further in replacing keys, or less far. */
    underNewerKeys: (hash: string): string[] => layersOn(source().lookup, parsed(hash)),
    /** A stored hash under the current key. */
    rekeyed: (hash: string): string => {
      const { lookup } = source();
      return under(layersOn(lookup, parsed(hash)), lookup.current);
    },
  };
}
