import type { ChainHead } from '@beian/contracts/audit.ts';
import { inBucket, minioClient, ownedAlready, region, type MinioAccess } from '../documents/minio-client.ts';

/** Where the heads of audit chains are kept. Every failure to reach it is `document.storage-down`. */
export type HeadStore = {
  keep(service: string, head: ChainHead): Promise<void>;
  /** Those of a service behind a place of its chain, in the order of `seq`, also those that somebody has tried to delete. */
  after(service: string, seq: number): AsyncIterable<ChainHead>;
};

/** 个人信息保护法 art. 56: records of handling are kept for three years at least. */
const keptYears = 3;
/** So that names in alphabetical order are in the order of `seq`. */
const digits = 16;
const pageLength = 1000;

/**
 * A bucket whose objects nobody deletes or overwrites for three years, not even its owner (object lock, compliance mode). A head is the
 * name of its object, so that a listing alone reads them. The bucket is made at first use.
 */
export function lockedHeadStore(options: MinioAccess & { bucket: string }): HeadStore {
  const client = minioClient(options);
  const { bucket } = options;
  const { reach } = inBucket(async () => {
    if (!(await client.bucketExists(bucket))) {
      await client.makeBucket(bucket, region, { ObjectLocking: true }).catch(ownedAlready);
    }
    // Fails for a bucket that was made without object lock: nothing is published that could be taken back.
    const retention = { mode: 'COMPLIANCE', unit: 'Years', validity: keptYears } as const;
    // Its types have an overload without the promise.
    await Promise.resolve(client.setObjectLockConfig(bucket, retention));
  });

  return {
    keep: (service, { seq, hash }) =>
      reach(async () => {
        const name = `${placeOf(service, seq)}-${hash}`;
        await client.putObject(bucket, name, Buffer.alloc(0), 0, { 'Content-Type': 'application/octet-stream' });
      }),
    // Page by page and not as the client's stream, which always begins at the first object and stays open when it is abandoned.
    after: async function* (service, place) {
      const prefix = `${service}/`;
      // A name is behind its own beginning: every head of the next place is listed.
      let marker: Marker | undefined = { key: placeOf(service, place + 1) };
      while (marker) {
        const { key, version = '' }: Marker = marker;
        const page: Page = await reach(() =>
          client.listObjectsQuery(bucket, prefix, '', {
            Delimiter: '',
            MaxKeys: pageLength,
            // An object that is hidden by a delete marker is still listed.
            IncludeVersion: true,
            // The client signs the query as it is given.
            keyMarker: encodeURIComponent(key),
            versionIdMarker: version,
          }),
        );
        for (const { name } of page.objects) {
          const [seq, hash] = name?.slice(prefix.length).split('-') ?? [];
          if (seq !== undefined && hash !== undefined) yield { seq: Number(seq), hash };
        }
        const { isTruncated, keyMarker, versionIdMarker } = page;
        marker = isTruncated && keyMarker ? { key: keyMarker, version: versionIdMarker ?? '' } : undefined;
      }
    },
  };
}

type Marker = { key: string; version?: string };
type Page = { objects: { name?: string }[]; isTruncated?: boolean; keyMarker?: string; versionIdMarker?: string };

const placeOf = (service: string, seq: number): string => `${service}/${String(seq).padStart(digits, '0')}`;
