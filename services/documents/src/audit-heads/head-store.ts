import type { ChainHead } from '@beian/contracts/audit.ts';
import { inBucket, minioClient, ownedAlready, region, type MinioAccess } from '../documents/minio-client.ts';

/** Where the heads of audit chains are kept. Every failure to reach it is `document.storage-down`. */
export type HeadStore = {
  keep(service: string, head: ChainHead): Promise<void>;
  /** All of a service in the order of `seq`, also those that somebody has tried to delete. */
  all(service: string): AsyncIterable<ChainHead>;
};

/** 个人信息保护法 art. 56: records of handling are kept for three years at least. */
const keptYears = 3;
/** So that names in alphabetical order are in the order of `seq`. */
const digits = 16;

/**
 * A bucket whose objects nobody deletes or overwrites for three years, not even its owner (object lock, compliance mode). A head is the
 * name of its object, so that one listing reads them all. The bucket is made at first use.
 */
export function lockedHeadStore(options: MinioAccess & { bucket: string }): HeadStore {
  const client = minioClient(options);
  const { bucket } = options;
  const { reach, each } = inBucket(async () => {
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
        const name = `${service}/${String(seq).padStart(digits, '0')}-${hash}`;
        await client.putObject(bucket, name, Buffer.alloc(0), 0, { 'Content-Type': 'application/octet-stream' });
      }),
    all: async function* (service) {
      const prefix = `${service}/`;
      // With versions: an object that is hidden by a delete marker is still listed.
      const listed = each<{ name?: string }>(() => client.listObjects(bucket, prefix, true, { IncludeVersion: true }));
      for await (const { name } of listed) {
        const [seq, hash] = name?.slice(prefix.length).split('-') ?? [];
        if (seq !== undefined && hash !== undefined) yield { seq: Number(seq), hash };
      }
    },
  };
}
