import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressAssets } from './compress-assets.ts';
import { root } from './platform.ts';
import { runToEnd } from './servers/child-process.ts';

/** Each app with the builds that make it, in order: the first empties `dist`. */
const webApps = { portal: ['vite.config.ts', 'vite.public.config.ts'], review: ['vite.config.ts'] };

/** Builds the web apps whose `dist` is absent or older than their sources. Answers the names of those that were built. */
export async function buildWebApps(logDir: string, signal?: AbortSignal): Promise<string[]> {
  const built: string[] = [];
  for (const [app, configs] of Object.entries(webApps)) {
    const folder = join(root, 'apps', app);
    const stamp = join(folder, 'dist', '.sources');
    const now = await sourcesHash(app);
    const before = existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined;
    if (before === now) continue;
    for (const config of configs) {
      await runToEnd(
        {
          name: `The build of apps/${app} by ${config}`,
          command: process.execPath,
          args: [
            join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
            'build',
            '--config',
            config,
            '--logLevel',
            'warn',
          ],
          env: { ...process.env, NODE_ENV: 'production' },
          cwd: folder,
          logFile: join(logDir, `web-${app}.log`),
        },
        signal,
      );
    }
    await compressAssets(join(folder, 'dist'));
    await writeFile(stamp, now);
    built.push(app);
  }
  return built;
}

/** A digest of all that goes into an app: its own files, the shared ones, the contracts, the versions of the libraries. */
async function sourcesHash(app: string): Promise<string> {
  const patterns = [
    `apps/${app}/**/*`,
    'apps/ui/**/*',
    'packages/contracts/src/**/*',
    'services/*/src/client.ts',
    'package-lock.json',
  ];
  const files: string[] = [];
  for (const pattern of patterns) {
    for await (const entry of glob(pattern, {
      cwd: root,
      withFileTypes: true,
      exclude: (found) => skipped(found.name),
    })) {
      if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
    }
  }
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(file.slice(root.length));
    hash.update(await readFile(file));
  }
  return hash.digest('hex');
}

function skipped(name: string): boolean {
  return name === 'dist' || name === 'node_modules' || name.includes('.test.');
}
