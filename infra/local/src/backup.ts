import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from './backup/back-up.ts';
import { messageOf, Obstacle } from './obstacle.ts';
import { keptPorts } from './kept-ports.ts';
import { root, runningServers } from './platform.ts';
import { seconds } from './progress.ts';
import { keptSecrets } from './secrets.ts';

const usage = `npm run backup -- [--to DIR] [--data DIR]
  --to DIR        a folder that is not there yet; backups/<time> unless given
  --data DIR      the data directory of the platform, .data unless named`;

try {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      data: { type: 'string', default: `${root}.data` },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) throw new Obstacle(usage);
  const began = Date.now();
  const ports = await keptPorts(values.data);
  const to = values.to ?? join(root, 'backups', new Date().toISOString().replaceAll(/[:.]/g, '-'));
  const secrets = await keptSecrets(values.data);
  const { databases, objects, frozenMs } = await backUp(runningServers(values.data, { ports, secrets }), to);
  const rows = Object.values(databases).flatMap((state) => Object.values(state.rows));
  process.stdout.write(
    `${Object.keys(databases).length} databases with ${rows.reduce((sum, n) => sum + n, 0)} rows, ${objects} objects and the workflows are in ${to}, after ${seconds(Date.now() - began)}; writes waited for ${frozenMs} ms.\n` +
      'It holds the keys that decrypt personal data: keep it as you keep .data/keys.json.\n',
  );
} catch (error) {
  const refused = messageOf(error).includes('ECONNREFUSED') ? ' Does the platform run?' : '';
  process.stderr.write(`${error instanceof Obstacle ? error.message : `${messageOf(error)}${refused}`}\n`);
  process.exit(1);
}
