import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findTool } from '../tools/find-tool.ts';
import { type Child, startChild, untilReady } from './child-process.ts';
import { freePort } from './ports.ts';

export type NatsServer = Child & { url: string; port: number; monitoringUrl: string };

export type NatsOptions = {
  dataDir: string;
  port?: number;
  monitoringPort?: number;
  /** of the user `beian`, without whom nobody publishes or reads; without it everybody does, for tests */
  password?: string;
  logFile?: string;
  /** When the server writes what it acknowledges; another value is for tests of what must refuse it. */
  syncInterval?: string;
};

/**
 * NATS with JetStream on 127.0.0.1. `sync_interval: always`: a publish is acknowledged after its fsync,
 * so that an acknowledged event survives a power cut (the default waits up to two minutes).
 */
export async function startNats(options: NatsOptions): Promise<NatsServer> {
  const { password } = options;
  const command = await findTool('nats-server');
  const port = options.port ?? (await freePort());
  const monitoringPort = options.monitoringPort ?? (await freePort());
  await mkdir(options.dataDir, { recursive: true });
  const config = join(options.dataDir, 'nats.conf');
  await writeFile(
    config,
    `host: 127.0.0.1
port: ${port}
http: 127.0.0.1:${monitoringPort}
server_name: beian
max_payload: 1MB
jetstream {
  store_dir: ${JSON.stringify(join(options.dataDir, 'jetstream'))}
  sync_interval: ${options.syncInterval ?? 'always'}
  max_memory_store: 64MB
  max_file_store: 10GB
}
${password === undefined ? '' : `authorization { user: beian, password: ${JSON.stringify(password)} }\n`}`,
    { mode: 0o600 },
  );
  await chmod(config, 0o600);
  const child = await startChild({
    name: 'NATS',
    command,
    args: ['--config', config],
    logFile: options.logFile ?? join(options.dataDir, 'nats.log'),
  });
  await untilReady(child, () => speaksNats(port, password));
  const user = password === undefined ? '' : `beian:${password}@`;
  return {
    ...child,
    url: `nats://${user}127.0.0.1:${port}`,
    port,
    monitoringUrl: `http://127.0.0.1:${monitoringPort}`,
  };
}

/**
 * What is wrong with a NATS that runs: after one write that failed, of a disk that was full say, it takes no message for that stream any more,
 * whatever room there is, until it is started again.
 */
export async function natsAils(monitoringUrl: string): Promise<string | undefined> {
  const answer = await fetch(new URL('/healthz', monitoringUrl), { signal: AbortSignal.timeout(5000) });
  return answer.ok ? undefined : answer.text();
}

/** Greets the server as a client does; true when it offers JetStream and answers a ping. */
function speaksNats(port: number, pass: string | undefined): Promise<boolean> {
  const hello = { verbose: false, ...(pass === undefined ? {} : { user: 'beian', pass }) };
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const end = (answer: boolean) => {
      resolve(answer);
      socket.destroy();
    };
    socket.setTimeout(2000, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => resolve(false));
    socket.once('connect', () => socket.write(`CONNECT ${JSON.stringify(hello)}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (heard.includes('PONG')) end(heard.includes('"jetstream":true'));
    });
  });
}
