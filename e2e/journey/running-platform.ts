import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runningServers } from '@beian/local/platform.ts';
import type { Ports } from '@beian/local/ports.table.ts';
import { keptSecrets } from '@beian/local/secrets.ts';

/** Where the platform under test keeps its data: its logs lie there. */
export const dataDir = dirname(process.env['BEIAN_LOGS'] ?? '.data/logs');

/** The servers behind the platform under test, for what is seen or done there alone. */
export async function runningPlatform() {
  const ports = JSON.parse(await readFile(join(dataDir, 'ports.json'), 'utf8')) as Ports;
  return { ports, servers: runningServers(dataDir, { ports, secrets: await keptSecrets(dataDir) }) };
}
