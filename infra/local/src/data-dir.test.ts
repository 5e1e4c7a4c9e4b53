import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeDataDir } from './data-dir.ts';
import { keepPorts, keptPorts } from './kept-ports.ts';
import { keptKeys, keysFileOf, keysOf } from './keys.ts';
import { allotPorts } from './ports.table.ts';
import { keptSecrets } from './secrets.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-data-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the data directory', () => {
  it('is refused to a second start until the first gives it back', async () => {
    const giveBack = await takeDataDir(dir, false);
    await expect(takeDataDir(dir, false)).rejects.toThrow(`(process ${process.pid})`);
    await giveBack();
    await (
      await takeDataDir(dir, false)
    )();
  });

  it('is taken over from a process that no longer lives', async () => {
    await writeFile(join(dir, 'running.json'), JSON.stringify({ pid: 2 ** 22 - 1, born: '1' }));
    await (
      await takeDataDir(dir, false)
    )();
  });

  it('is emptied by a fresh start', async () => {
    await keptSecrets(dir);
    const giveBack = await takeDataDir(dir, true);
    expect(await readdir(dir)).toEqual(['running.json']);
    await giveBack();
  });

  it('says where its platform listens, once one has run on it', async () => {
    await expect(keptPorts(dir)).rejects.toThrow(`No platform has run on ${dir}`);
    const ports = await allotPorts('free');
    await keepPorts(dir, ports);
    expect(await keptPorts(dir)).toEqual(ports);
  });

  it('keeps the secrets that were drawn once', async () => {
    const first = await keptSecrets(dir);
    expect(await keptSecrets(dir)).toEqual(first);
    expect(Buffer.from(first.serviceSecret, 'base64url')).toHaveLength(32);
  });

  it('keeps the keys of personal data that were drawn once, and those of an installation that had them among its secrets', async () => {
    const drawn = keysOf(await keptKeys(dir));
    expect(keysOf(await keptKeys(dir))).toEqual(drawn);
    await rm(keysFileOf(dir));
    const { k1 = '' } = drawn.sealing.keys;
    const older = { sealingKeys: JSON.stringify(drawn.sealing), lookupKey: k1 };
    await writeFile(join(dir, 'secrets.json'), JSON.stringify(older));
    expect(keysOf(await keptKeys(dir))).toEqual({ sealing: drawn.sealing, lookup: { current: 'k1', keys: { k1 } } });
  });
});
