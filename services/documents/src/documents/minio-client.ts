import http from 'node:http';
import { Client, S3Error } from 'minio';
import { problem } from '@beian/service-kit/problem.ts';

/** `silenceMs`: how long the store may say nothing before it counts as away. */
export type MinioAccess = { endpoint: string; accessKey: string; secretKey: string; silenceMs?: number };
const defaultSilenceMs = 10_000;
export const region = 'us-east-1';

/** A client of MinIO, or of another S3 store. */
export function minioClient({ endpoint, accessKey, secretKey, silenceMs = defaultSilenceMs }: MinioAccess): Client {
  const [endPoint = '', port] = endpoint.split(':');
  return new Client({
    endPoint,
    port: Number(port),
    useSSL: false,
    accessKey,
    secretKey,
    region,
    transport: impatient(silenceMs),
    // A person waits for the answer: fail at once and say so rather than retry for a minute.
    retryOptions: { disableRetry: true },
  });
}

/** The client waits for ever for a store that has stopped answering and kept its connections. */
const impatient = (silenceMs: number): Pick<typeof http, 'request'> => ({
  // The client calls it in this one of its ways.
  request: ((options: http.RequestOptions, onResponse: (response: http.IncomingMessage) => void) => {
    const request = http.request(options, onResponse);
    return request.setTimeout(silenceMs, () => request.destroy(new Error(`the store is silent for ${silenceMs} ms`)));
  }) as typeof http.request,
});

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
