import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { findClamd } from '../tools/find-clamd.ts';
import { type Child, startChild, untilReady } from './child-process.ts';
import { freePort } from './ports.ts';

export type ClamdServer = Child & {
  /** tcp://host:port, as CLAMD_URL */
  url: string;
  /** unix:/path, the same clamd */
  socketUrl: string;
  port: number;
};

export type ClamdOptions = {
  dataDir: string;
  port?: number;
  /** Lines of an extended signature database (`.ndb`): all that this clamd knows. */
  signatures: string[];
};

/** clamd on 127.0.0.1 with signatures of the caller's: none are downloaded, for tests that need no network. */
export async function startClamd({ dataDir, signatures, port: wanted }: ClamdOptions): Promise<ClamdServer> {
  const { command, libraries } = await findClamd();
  const port = wanted ?? (await freePort());
  const database = join(dataDir, 'signatures');
  const socket = join(dataDir, 'clamd.sock');
  await mkdir(database, { recursive: true });
  await writeFile(join(database, 'own.ndb'), `${signatures.join('\n')}\n`);
  const lines = [
    'Foreground yes',
    'FixStaleSocket yes',
    `LocalSocket ${socket}`,
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${database}`,
    `TemporaryDirectory ${dataDir}`,
    'StreamMaxLength 11M',
  ];
  const configuration = join(dataDir, 'clamd.conf');
  await writeFile(configuration, `${lines.join('\n')}\n`);
  const path = [...libraries, process.env['LD_LIBRARY_PATH'] ?? ''].filter((one) => one !== '').join(delimiter);
  const child = await startChild({
    name: 'clamd',
    command,
    args: ['--config-file', configuration],
    env: { ...process.env, ...(path === '' ? {} : { LD_LIBRARY_PATH: path }) },
    logFile: join(dataDir, 'clamd.log'),
  });
  await untilReady(child, () => answers(port));
  return { ...child, url: `tcp://127.0.0.1:${port}`, socketUrl: `unix:${socket}`, port };
}

/** Whether clamd has read its signatures and takes commands. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const client = connect(port, '127.0.0.1');
    client.setTimeout(2000, () => client.destroy());
    client.once('connect', () => client.write('zPING\0'));
    client.once('data', (said) => {
      client.destroy();
      resolve(said.toString() === 'PONG\0');
    });
    client.once('error', () => resolve(false));
    client.once('close', () => resolve(false));
  });
}
