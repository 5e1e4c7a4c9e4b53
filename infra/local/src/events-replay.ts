import { parseArgs } from 'node:util';
import { auditChains } from '@beian/contracts/vocabulary.ts';
import { keptPorts } from './kept-ports.ts';
import { Obstacle } from './obstacle.ts';
import { replayDeadLetters } from './operations/replay-dead-letters.ts';
import { root, urlOf } from './platform.ts';
import type { PortName } from './ports.table.ts';
import { keptSecrets } from './secrets.ts';

const usage = `npm run events:replay -- [--list] [--service NAME] [--id ID] [--data DIR]
  --list          tells what was given up and tries nothing
  --service NAME  of one of ${auditChains.join(', ')}
  --id ID         one alone, as the list names it
  --data DIR      the data directory of the platform, .data unless named`;

try {
  const { values } = parseArgs({
    options: {
      list: { type: 'boolean', default: false },
      service: { type: 'string' },
      id: { type: 'string' },
      data: { type: 'string', default: `${root}.data` },
      help: { type: 'boolean', default: false },
    },
  });
  const service = auditChains.find((name) => name === values.service);
  if (values.help || (values.service !== undefined && service === undefined)) throw new Obstacle(usage);
  const ports = await keptPorts(values.data);
  const portOf: Record<(typeof auditChains)[number], PortName> = {
    filing: 'filing',
    identity: 'identity',
    documents: 'documents',
    'public-query': 'publicQuery',
    notifications: 'notifications',
  };
  const staying = await replayDeadLetters({
    urlOf: (name) => urlOf(portOf[name], ports),
    serviceSecret: (await keptSecrets(values.data)).serviceSecret,
    listOnly: values.list,
    tell: (line) => process.stdout.write(`${line}\n`),
    ...(service ? { service } : {}),
    ...(values.id === undefined ? {} : { id: values.id }),
  });
  process.stdout.write(`${staying === 0 ? 'No dead letters.' : `${staying} dead letters stay.`}\n`);
  process.exit(staying === 0 || values.list ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Obstacle ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
