import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tools } from './catalogue.ts';
import { builtPath, cacheDir, findTool } from './find-tool.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beian-tools-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function program(file: string, versionText: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\necho '${versionText}'\n`);
  await chmod(file, 0o755);
  return file;
}

describe('finding a server', () => {
  it('takes the program that the environment names', async () => {
    const named = await program(join(dir, 'mine'), '');
    expect(await findTool('nats-server', { BEIAN_NATS_SERVER: named, PATH: '' })).toBe(named);
  });

  it('says so when the environment names what is not a program', async () => {
    const attempt = findTool('minio', { BEIAN_MINIO: join(dir, 'absent'), PATH: '' });
    await expect(attempt).rejects.toThrow(/^BEIAN_MINIO names .+absent, which is not a program/);
  });

  it('prefers the build in the cache to PATH', async () => {
    const env = { BEIAN_CACHE: join(dir, 'cache'), PATH: join(dir, 'bin') };
    const built = await program(builtPath(tools.temporal, env), '');
    await program(join(dir, 'bin', 'temporal'), 'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)');
    expect(await findTool('temporal', env)).toBe(built);
  });

  it('takes a fitting version from PATH and passes over one that is too old', async () => {
    const old = join(dir, 'old');
    const good = join(dir, 'good');
    await program(join(old, 'nats-server'), 'nats-server: v2.9.1');
    const fitting = await program(join(good, 'nats-server'), 'nats-server: v2.15.2');
    expect(await findTool('nats-server', { BEIAN_CACHE: dir, PATH: `${old}:${good}` })).toBe(fitting);
  });

  it('keeps its cache where BEIAN_CACHE, else XDG_CACHE_HOME says', () => {
    expect(cacheDir({ BEIAN_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
    expect(cacheDir({ XDG_CACHE_HOME: '/b' })).toBe('/b/beian');
  });

  it.each([
    ['nats-server', 'nats-server: v2.15.2', true],
    ['nats-server', 'nats-server: v3.0.0', false],
    ['temporal', 'temporal version 1.4.9 (Server 1.29.0)', false],
    ['temporal', 'temporal version 1.7.0 (Server 1.31.0)', true],
    ['minio', 'minio version RELEASE.2025-10-15T17-29-55Z (commit-id=9e49d5e)', true],
    ['minio', 'minio version RELEASE.2023-01-02T09-40-09Z', false],
  ] as const)('%s: "%s" fits: %s', (name, text, fits) => {
    expect(tools[name].accepts(text)).toBe(fits);
  });
});
