import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from '../platform.ts';

/** Licences (SPDX) that ask for no more than their text beside the copy. */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]);
/** Looked at one by one. */
const lookedAt: Record<string, { licence: string | undefined; file?: RegExp }> = {
  // Data of browsers that the bundler of workflows reads; it is named, which is what its licence asks for.
  'caniuse-lite': { licence: 'CC-BY-4.0' },
  // These name their licence in its file alone.
  'png-js': { licence: undefined, file: /^MIT License/ },
  unionfs: { licence: undefined, file: /^This is free and unencumbered software released into the public domain/ },
};

type Component = { name: string; licenses?: { license?: { id?: string }; expression?: string }[] };

it('every package that a deployment takes in has a licence that somebody has looked at', async () => {
  const rooms = globSync(['services/*', 'apps/*', 'workflows', 'packages/{contracts,service-kit}', 'infra/local'], {
    cwd: root,
  });
  const args = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx'];
  const options = { cwd: root, maxBuffer: 2 ** 25 };
  const { stdout } = await promisify(execFile)('npm', [...args, ...rooms.map((room) => `-w=${room}`)], options);
  const { components } = JSON.parse(stdout) as { components: Component[] };
  expect(components.length).toBeGreaterThan(200);
  const unknown = [];
  for (const { name, licenses: [first] = [] } of components) {
    const licence = first?.license?.id ?? first?.expression;
    if (licence !== undefined && accepted.has(licence)) continue;
    const known = lookedAt[name];
    if (!known || known.licence !== licence) unknown.push(`${name}: ${licence}`);
    else if (known.file) expect(await readFile(`${root}node_modules/${name}/LICENSE`, 'utf8')).toMatch(known.file);
  }
  expect(unknown).toEqual([]);
});
