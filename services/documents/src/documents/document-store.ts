import type { BucketItem } from 'minio';
import { inBucket, minioClient, ownedAlready, region, type MinioAccess } from './minio-client.ts';

export type StoredObject = { key: string; modifiedAt: Date };

/** Where bytes live. Every failure to reach it is `document.storage-down`. */
export type DocumentStore = {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  get(key: string): Promise<Uint8Array<ArrayBuffer>>;
  remove(key: string): Promise<void>;
  /** Every object whose key begins so. */
  list(prefix: string): AsyncIterable<StoredObject>;
  ready(): Promise<void>;
};

/** A bucket in MinIO (or another S3 store). The bucket is made at first use, so the service starts while the store is away. */
export function minioStore(options: MinioAccess & { bucket: string }): DocumentStore {
  const client = minioClient(options);
  const { bucket } = options;
  const { reach, each } = inBucket(async () => {
    if (!(await client.bucketExists(bucket))) await client.makeBucket(bucket, region).catch(ownedAlready);
  });

  return {
    put: (key, bytes, mediaType) =>
      reach(async () => {
        await client.putObject(bucket, key, Buffer.from(bytes), bytes.byteLength, { 'Content-Type': mediaType });
      }),
    get: (key) =>
      reach(async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of await client.getObject(bucket, key)) chunks.push(chunk as Buffer);
        return new Uint8Array(Buffer.concat(chunks));
      }),
    remove: (key) => reach(() => client.removeObject(bucket, key)),
    list: async function* (prefix) {
      const objects = each<BucketItem>(() => client.listObjectsV2(bucket, prefix, true));
      for await (const { name, lastModified } of objects) {
        if (name !== undefined && lastModified !== undefined) yield { key: name, modifiedAt: lastModified };
      }
    },
    ready: () => reach(async () => void (await client.bucketExists(bucket))),
  };
}
