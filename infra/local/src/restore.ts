import { parseArgs } from 'node:util';
import { restore } from './backup/restore.ts';
import { takeDataDir } from './data-dir.ts';
import { messageOf, Obstacle } from './obstacle.ts';
import { root } from './platform.ts';
import { seconds } from './progress.ts';

const usage = `npm run restore -- --from DIR [--data DIR]
  --from DIR   a backup that npm run backup has made
  --data DIR   as given to npm start; must hold no data`;

try {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, data: { type: 'string', default: `${root}.data` } },
  });
  if (values.from === undefined) throw new Obstacle(usage);
  const began = Date.now();
  const giveBack = await takeDataDir(values.data, false);
  try {
    const { madeAt, objects } = await restore(values.from, values.data);
    process.stdout.write(
      `${values.data} is as the platform was at ${madeAt}: rows, audit chains and ${objects} objects are equal (${seconds(Date.now() - began)}). npm start goes on from there.\n`,
    );
  } finally {
    await giveBack();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Obstacle ? error.message : messageOf(error)}\n`);
  process.exit(1);
}
