import { Client } from 'minio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainHead } from '@beian/contracts/audit.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as } from '@beian/testkit/registration.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aSpace } from '@beian/testkit/spaces.ts';
import { lockedHeadStore, type HeadStore } from './head-store.ts';

const head = (seq: number, letter = 'a'): ChainHead => ({ seq, hash: letter.repeat(64) });
const listed = async (store: HeadStore, { service = 'filing', after = 0 } = {}) => {
  const all: ChainHead[] = [];
  for await (const one of store.after(service, after)) all.push(one);
  return all;
};

describe('published heads', () => {
  it('are read in the order of the chain, each service’s own, and none can be deleted', async () => {
    const { endpoint, accessKey, secretKey } = servers().minio;
    const bucket = aSpace();
    const store = lockedHeadStore({ ...servers().minio, bucket });
    for (const seq of [1200, 7, 99]) await store.keep('filing', head(seq));
    await store.keep('identity', head(3));
    expect(await listed(store)).toEqual([head(7), head(99), head(1200)]);
    expect(await listed(store, { after: 7 })).toEqual([head(99), head(1200)]);
    expect(await listed(store, { after: 98 })).toEqual([head(99), head(1200)]);
    expect(await listed(store, { after: 1200 })).toEqual([]);

    const [endPoint = '', port] = endpoint.split(':');
    const owner = new Client({ endPoint, port: Number(port), useSSL: false, accessKey, secretKey });
    const name = `filing/0000000000000099-${'a'.repeat(64)}`;
    const { versionId } = await owner.statObject(bucket, name);
    // Without a version a delete only hides; the listing shows what is hidden.
    await owner.removeObject(bucket, name);
    await expect(owner.statObject(bucket, name)).rejects.toThrow();
    expect((await listed(store)).filter(({ seq }) => seq === 99)).not.toEqual([]);
    await expect(
      owner.removeObject(bucket, name, { versionId: versionId ?? '', governanceBypass: true }),
    ).rejects.toThrow(/WORM|protected/i);
  });

  it('are all read when one listing does not hold them', async () => {
    const store = lockedHeadStore({ ...servers().minio, bucket: aSpace() });
    const count = 1003;
    for (let seq = 1; seq <= count; seq += 50) {
      const some = Array.from({ length: Math.min(50, count - seq + 1) }, (_, i) => store.keep('filing', head(seq + i)));
      await Promise.all(some);
    }
    expect((await listed(store)).map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });

  it('are never kept in a bucket without object lock', async () => {
    const { endpoint, accessKey, secretKey } = servers().minio;
    const [endPoint = '', port] = endpoint.split(':');
    const owner = new Client({ endPoint, port: Number(port), useSSL: false, accessKey, secretKey });
    const bucket = aSpace();
    await owner.makeBucket(bucket, 'us-east-1');
    const store = lockedHeadStore({ ...servers().minio, bucket });
    await expect(store.keep('filing', head(1))).rejects.toMatchObject({ code: 'document.storage-down' });
  });
});

describe('the routes of heads', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(() => platform.stop());

  it('are for services alone, each for its own chain', async () => {
    const path = '/internal/audit-heads';
    const app = { app: platform.documentsApp };
    for (const actor of [aPersonalUser(), aReviewer()]) {
      await expectProblem(await as(app, actor).get(path), { status: 403, code: 'auth.forbidden' });
      await expectProblem(await as(app, actor).post(path, head(1)), { status: 403, code: 'auth.forbidden' });
    }
    await expectProblem(await as(app, { kind: 'nobody' }).get(path), { status: 401, code: 'auth.required' });
    const service = { kind: 'service', name: 'filing' } as const;
    expect((await as(app, service).post(path, head(5, 'b'))).status).toBe(204);
    expect(await (await as(app, service).get(path)).text()).toBe(`${JSON.stringify(head(5, 'b'))}\n`);
    expect(await (await as(app, service).get(`${path}?after=5`)).text()).toBe('');
    expect(await (await as(app, { kind: 'service', name: 'identity' }).get(path)).text()).toBe('');
  });
});
