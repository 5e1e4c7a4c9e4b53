import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { namespacePool, servers } from './servers.ts';

/** A name that keeps this test file's stream, bucket and queues apart from those of others. */
export const aSpace = (): string => `t${randomBytes(5).toString('hex')}`;

/** A Temporal namespace that no other test file of this run uses, with our search attributes. */
export async function aNamespace(): Promise<string> {
  for (const name of namespacePool) {
    // A folder can be made once: the cheapest lock between worker processes.
    const free = await mkdir(join(servers().dir, `namespace-${name}`)).then(
      () => true,
      () => false,
    );
    if (free) return name;
  }
  throw new Error(`more than ${namespacePool.length} test files want a namespace: enlarge the pool`);
}
