import { Client, S3Error } from 'minio';
import { problem } from '@beian/service-kit/problem.ts';

export type MinioAccess = { endpoint: string; accessKey: string; secretKey: string };
export const region = 'us-east-1';

/** A client of MinIO, or of another S3 store. */
export function minioClient({ endpoint, accessKey, secretKey }: MinioAccess): Client {
  const [endPoint = '', port] = endpoint.split(':');
  return new Client({
    endPoint,
    port: Number(port),
    useSSL: false,
    accessKey,
    secretKey,
    region,
    // A person waits for the answer: fail at once and say so rather than retry for a minute.
    retryOptions: { disableRetry: true },
  });
}

/**
 * Does work in a bucket that `ensureBucket` makes at first use, and again after a failure, so that a service starts while the store is away.
 * Every failure is `document.storage-down`.
 */
export function inBucket(ensureBucket: () => Promise<void>) {
  let made: Promise<void> | undefined;
  const reach = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      made ??= ensureBucket();
      await made;
      return await work();
    } catch (cause) {
      made = undefined;
      throw problem('document.storage-down', { cause });
    }
  };
  return {
    reach,
    /** Goes through a listing, which asks the store page by page, and only when it is read. */
    each: async function* <T>(list: () => AsyncIterable<T>): AsyncGenerator<T> {
      const listed = (await reach(async () => list()))[Symbol.asyncIterator]();
      try {
        for (let next = await reach(() => listed.next()); !next.done; next = await reach(() => listed.next())) {
          yield next.value;
        }
      } finally {
        await listed.return?.();
      }
    },
  };
}

/** Another process made the bucket at the same moment. */
export function ownedAlready(error: unknown): void {
  if (error instanceof S3Error && error.code === 'BucketAlreadyOwnedByYou') return;
  throw error;
}
