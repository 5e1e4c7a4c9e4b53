import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Obstacle } from './obstacle.ts';
import { root } from './platform.ts';
import { seconds } from './progress.ts';
import { type Platform, startPlatform } from './start-platform.ts';
import { textTable } from './text-table.ts';
import { untilAskedToStop } from './stop-signals.ts';

const usage = `npm start -- [--fresh] [--ports-from N] [--data DIR] [--detach-ready-file FILE]
  --fresh             begin with empty data
  --ports-from N      use the ports N, N+1, … instead of 8080 and the following
  --data DIR          keep data in DIR instead of .data
  --detach-ready-file FILE   write the addresses to FILE as JSON when all is ready`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        'ports-from': { type: 'string' },
        data: { type: 'string', default: `${root}.data` },
        'detach-ready-file': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const from = values['ports-from'] === undefined ? undefined : Number(values['ports-from']);
    if (from !== undefined && !(Number.isInteger(from) && from >= 1 && from <= 65_500)) {
      throw new TypeError('--ports-from wants a number from 1 to 65500');
    }
    return { ...values, portsFrom: from };
  } catch (error) {
    throw new Obstacle(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function showAddresses({ urls, people, logDir }: Platform): void {
  const rows = [
    ['Portal 互联网端', urls.portal],
    ['Public query 公共查询', urls.publicQuery],
    ['Approval UI 审核端', urls.review],
    ['API documentation', urls.apiDocs],
    ['Temporal Web UI', urls.temporalUi],
    ['MinIO console', urls.minioConsole],
    ['Stand-in sign-in', urls.sso],
    ['Logs', logDir],
  ];
  const accounts = people.map(({ username, password, as, label }) => [username, password, as, label]);
  process.stdout.write(`\n${textTable(['', ''], rows)}\n\n`);
  process.stdout.write(`${textTable(['account', 'password', 'signs in as', 'who'], accounts)}\n\n`);
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const began = Date.now();
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const asked = untilAskedToStop();
  const platform = await startPlatform({
    dataDir: options.data,
    fresh: options.fresh,
    ports: options.portsFrom ?? 'default',
    signal: asked.signal,
    tell,
  });
  showAddresses(platform);
  tell(`Ready after ${seconds(Date.now() - began)}. Ctrl-C stops everything; the data stays in ${platform.dataDir}.`);
  if (options['detach-ready-file'] !== undefined) {
    await writeFile(
      options['detach-ready-file'],
      JSON.stringify({ baseUrl: platform.baseUrl, urls: platform.urls, ports: platform.ports }),
    );
  }
  await asked.promise;
  tell('Stopping …');
  await platform.stop();
  tell('Stopped.');
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(
    `${error instanceof Obstacle ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
