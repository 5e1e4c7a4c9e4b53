import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'minio';

export type MinioAccess = { endpoint: string; accessKey: string; secretKey: string };
/** An object as a line of `objects.jsonl`. Objects are never changed, so its key says which one it is. */
export type BackedUpObject = { bucket: string; key: string; size: number; sha256: string; mediaType: string };
export type Bucket = { name: string; locked: boolean };

const region = 'us-east-1';

export function minioOf({ endpoint, accessKey, secretKey }: MinioAccess): Client {
  const [endPoint = '', port] = endpoint.split(':');
  return new Client({ endPoint, port: Number(port), useSSL: false, accessKey, secretKey, region });
}

/** The buckets, and whether their objects are locked against deletion. */
export async function bucketsOf(client: Client): Promise<Bucket[]> {
  const buckets = await client.listBuckets();
  return Promise.all(
    buckets.map(async ({ name }) => ({
      name,
      // Its types have an overload without the promise.
      locked: await Promise.resolve(client.getObjectLockConfig(name)).then(
        () => true,
        () => false,
      ),
    })),
  );
}

/** Copies the objects that are not in the backup yet. Called twice: most are copied before the moment of the backup, the last ones in it. */
export async function copyNewObjects(client: Client, to: string, known: Map<string, BackedUpObject>): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const bucket of await bucketsOf(client)) {
    for (const key of await keysOf(client, bucket)) {
      if (known.has(`${bucket.name}/${key}`)) continue;
      const bytes = await bytesOf(client, bucket, key);
      const { metaData = {} } = bucket.locked ? {} : await client.statObject(bucket.name, key);
      const mediaType = String((metaData as Record<string, unknown>)['content-type'] ?? 'application/octet-stream');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const object = { bucket: bucket.name, key, size: bytes.byteLength, sha256, mediaType };
      const file = fileOf(to, object);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
      await appendFile(join(to, 'objects.jsonl'), `${JSON.stringify(object)}\n`);
      known.set(`${bucket.name}/${key}`, object);
    }
  }
}

/** Puts every object of a backup into a MinIO that has none; answers them as they are read there. */
export async function putObjects(client: Client, from: string, buckets: readonly Bucket[]): Promise<BackedUpObject[]> {
  for (const { name, locked } of buckets) {
    await client.makeBucket(name, region, locked ? { ObjectLocking: true } : {});
  }
  const back: BackedUpObject[] = [];
  for (const object of await readObjects(from)) {
    const bytes = await readFile(fileOf(from, object));
    const { bucket, key, mediaType } = object;
    await client.putObject(bucket, key, bytes, bytes.byteLength, { 'Content-Type': mediaType });
    const read = await bytesOf(client, { name: bucket, locked: false }, key);
    back.push({ ...object, size: read.byteLength, sha256: createHash('sha256').update(read).digest('hex') });
  }
  return back;
}

/** What a backup says that it has. */
export async function readObjects(from: string): Promise<BackedUpObject[]> {
  const text = await readFile(join(from, 'objects.jsonl'), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as BackedUpObject]));
}

/** The name of a file is not the key: keys are longer and stranger than names of files may be. */
const fileOf = (dir: string, { bucket, key }: Pick<BackedUpObject, 'bucket' | 'key'>): string => {
  const name = createHash('sha256').update(`${bucket}/${key}`).digest('hex');
  return join(dir, name.slice(0, 2), name);
};

/** In a locked bucket also those that somebody has hidden by a delete marker. */
async function keysOf(client: Client, { name, locked }: Bucket): Promise<Set<string>> {
  const listed = locked
    ? client.listObjects(name, '', true, { IncludeVersion: true })
    : client.listObjectsV2(name, '', true);
  const keys = new Set<string>();
  for await (const { name: key } of listed as AsyncIterable<{ name?: string }>) if (key !== undefined) keys.add(key);
  return keys;
}

/** Objects of a locked bucket are empty: their name is what they hold. */
async function bytesOf(client: Client, { name, locked }: Bucket, key: string): Promise<Buffer> {
  if (locked) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of await client.getObject(name, key)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
