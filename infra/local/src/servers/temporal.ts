import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findTool } from '../tools/find-tool.ts';
import { type Child, startChild, untilReady } from './child-process.ts';
import { freePort } from './ports.ts';

const run = promisify(execFile);

export type TemporalServer = Child & {
  /** host:port of the frontend */
  address: string;
  port: number;
  /** the Web UI; undefined when it is off */
  uiUrl: string | undefined;
};

export type SearchAttributeType = 'Text' | 'Keyword' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList';

export type TemporalOptions = {
  dataDir: string;
  port?: number;
  /** a port of its own, a free one, or no Web UI at all */
  uiPort?: number | 'off';
  /** of its API over HTTP, which the development server always opens; a free port unless named */
  httpPort?: number;
  /** besides `default` */
  namespaces?: string[];
  searchAttributes?: Record<string, SearchAttributeType>;
  logFile?: string;
};

/** Temporal's development server on 127.0.0.1, on one SQLite file; write-ahead log doubles its throughput. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const command = await findTool('temporal');
  const port = options.port ?? (await freePort());
  const uiPort = options.uiPort === 'off' ? undefined : (options.uiPort ?? (await freePort()));
  const attributes = Object.entries(options.searchAttributes ?? {});
  await mkdir(options.dataDir, { recursive: true });
  const child = await startChild({
    name: 'Temporal',
    command,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
      ...(options.httpPort === undefined ? [] : ['--http-port', String(options.httpPort)]),
      ...['--db-filename', join(options.dataDir, 'temporal.sqlite')],
      ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
      ...(options.namespaces ?? []).flatMap((name) => ['--namespace', name]),
      ...attributes.flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
      ...['--log-level', 'warn', '--log-format', 'json'],
    ],
    // The CLI must not read the user's own profiles.
    env: { ...process.env, TEMPORAL_CONFIG_FILE: join(options.dataDir, 'temporal.toml') },
    logFile: options.logFile ?? join(options.dataDir, 'temporal.log'),
  });
  const address = `127.0.0.1:${port}`;
  const ask = async (...args: string[]) =>
    (await run(command, [...args, '--address', address], { timeout: 5000 })).stdout;
  await untilReady(child, async () => (await ask('operator', 'cluster', 'health')).includes('SERVING'));
  await untilReady(child, async () => {
    const known = await ask('operator', 'search-attribute', 'list', '--namespace', 'default');
    return attributes.every(([name]) => known.includes(name));
  });
  return { ...child, address, port, uiUrl: uiPort === undefined ? undefined : `http://localhost:${uiPort}` };
}
