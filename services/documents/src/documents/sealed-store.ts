import { problem } from '@beian/service-kit/problem.ts';
import type { Rekeyed } from '@beian/service-kit/reseal.ts';
import { keyIdOf, type SealContext, type Sealer } from '@beian/service-kit/sealing.ts';
import type { DocumentStore } from './document-store.ts';

/** How a sealed object begins; no accepted file type begins so. */
const mark = Buffer.from('beian-sealed\0');
/** Enough to see the mark and which key has sealed. */
const headLength = mark.length + 32;
const contextOf = (key: string): SealContext => ({ table: 'object', column: 'bytes', row: key });
const isSealed = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, mark.length)).equals(mark);

/**
 * A store that sees no byte of a file: what filers upload are papers with names, numbers and seals, so it is sealed with the keys of
 * personal data before it leaves the service, bound to its name. An object that was stored before is read as it is until it is resealed.
 */
export function sealedStore(store: DocumentStore, sealer: Sealer): DocumentStore {
  return {
    ...store,
    put: (key, bytes) =>
      store.put(key, Buffer.concat([mark, sealer.sealBytes(bytes, contextOf(key))]), 'application/octet-stream'),
    get: async (key) => {
      const bytes = await store.get(key);
      if (!isSealed(bytes)) return bytes;
      try {
        return new Uint8Array(sealer.unsealBytes(bytes.subarray(mark.length), contextOf(key)));
      } catch (cause) {
        // Altered, moved to another name, or its key is gone: never shown as if it were the file.
        throw problem('document.storage-down', { cause });
      }
    },
  };
}

/** Seals every object of the prefixes that another key has sealed, or none. What is done is not done again. */
export async function resealObjects(
  store: DocumentStore,
  sealer: Sealer,
  prefixes: readonly string[],
): Promise<Rekeyed[]> {
  const sealed = sealedStore(store, sealer);
  const done: Rekeyed[] = [];
  for (const prefix of prefixes) {
    const current = sealer.current().sealing;
    let rows = 0;
    for await (const { key, sealedWith } of objectsOf(store, prefix)) {
      if (sealedWith === current) continue;
      // The bytes of an object never change, so nothing is lost between the two; one that was removed meanwhile is an orphan and swept.
      await sealed.put(key, await sealed.get(key), 'application/octet-stream');
      rows += 1;
    }
    done.push({ place: `objects ${prefix}`, key: current, rows });
  }
  return done;
}

/** How many objects each key has sealed; `none` for what is not sealed. */
export async function countObjects(store: DocumentStore, prefixes: readonly string[]): Promise<Rekeyed[]> {
  const counts: Rekeyed[] = [];
  for (const prefix of prefixes) {
    const byKey = new Map<string, number>();
    for await (const { sealedWith } of objectsOf(store, prefix))
      byKey.set(sealedWith, (byKey.get(sealedWith) ?? 0) + 1);
    for (const [key, rows] of byKey) counts.push({ place: `objects ${prefix}`, key, rows });
  }
  return counts;
}

/** Every object of a prefix with the key that has sealed it; `none` for one that is not sealed. */
async function* objectsOf(store: DocumentStore, prefix: string): AsyncGenerator<{ key: string; sealedWith: string }> {
  for await (const { key } of store.list(prefix)) {
    const head = await store.head(key, headLength);
    yield { key, sealedWith: isSealed(head) ? keyIdOf(head.subarray(mark.length)) : 'none' };
  }
}
