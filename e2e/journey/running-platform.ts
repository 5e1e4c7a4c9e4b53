import { dirname } from 'node:path';
import { keptPorts } from '@beian/local/kept-ports.ts';
import { natsUrl, runningServers } from '@beian/local/platform.ts';
import { keptSecrets } from '@beian/local/secrets.ts';

/** Where the platform under test keeps its data: its logs lie there. */
export const dataDir = dirname(process.env['BEIAN_LOGS'] ?? '.data/logs');

/** The servers behind the platform under test, for what is seen or done there alone. */
export async function runningPlatform() {
  const ports = await keptPorts(dataDir);
  const secrets = await keptSecrets(dataDir);
  return { ports, natsUrl: natsUrl({ ports, secrets }), servers: runningServers(dataDir, { ports, secrets }) };
}
