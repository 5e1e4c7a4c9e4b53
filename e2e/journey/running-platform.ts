import { dirname } from 'node:path';
import { keptPorts } from '@beian/local/kept-ports.ts';
import { runningServers } from '@beian/local/platform.ts';
import { keptSecrets } from '@beian/local/secrets.ts';

/** Where the platform under test keeps its data: its logs lie there. */
export const dataDir = dirname(process.env['BEIAN_LOGS'] ?? '.data/logs');

/** The servers behind the platform under test, for what is seen or done there alone. */
export async function runningPlatform() {
  const ports = await keptPorts(dataDir);
  return { ports, servers: runningServers(dataDir, { ports, secrets: await keptSecrets(dataDir) }) };
}
