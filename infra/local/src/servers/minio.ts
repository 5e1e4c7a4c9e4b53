import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findTool } from '../tools/find-tool.ts';
import { type Child, startChild, untilReady } from './child-process.ts';
import { freePort } from './ports.ts';

export type MinioServer = Child & {
  /** host:port, as the client wants it */
  endpoint: string;
  port: number;
  consoleUrl: string;
  accessKey: string;
  secretKey: string;
};

export type MinioOptions = {
  dataDir: string;
  port?: number;
  consolePort?: number;
  /** root credentials; drawn at random when absent */
  accessKey?: string;
  secretKey?: string;
  logFile?: string;
};

/** MinIO on 127.0.0.1 with one drive: private to this machine, reached through the documents service only. */
export async function startMinio(options: MinioOptions): Promise<MinioServer> {
  const command = await findTool('minio');
  const port = options.port ?? (await freePort());
  const consolePort = options.consolePort ?? (await freePort());
  const accessKey = options.accessKey ?? `beian-${randomBytes(6).toString('hex')}`;
  const secretKey = options.secretKey ?? randomBytes(24).toString('base64url');
  const objects = join(options.dataDir, 'objects');
  await mkdir(objects, { recursive: true });
  const child = await startChild({
    name: 'MinIO',
    command,
    args: [
      'server',
      '--quiet',
      '--address',
      `127.0.0.1:${port}`,
      '--console-address',
      `127.0.0.1:${consolePort}`,
      objects,
    ],
    env: {
      ...process.env,
      MINIO_ROOT_USER: accessKey,
      MINIO_ROOT_PASSWORD: secretKey,
      MINIO_UPDATE: 'off',
      MINIO_CALLHOME_ENABLE: 'off',
    },
    logFile: options.logFile ?? join(options.dataDir, 'minio.log'),
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(
    child,
    async () => (await fetch(`${url}/minio/health/cluster`, { signal: AbortSignal.timeout(2000) })).ok,
  );
  return {
    ...child,
    endpoint: `127.0.0.1:${port}`,
    port,
    consoleUrl: `http://localhost:${consolePort}`,
    accessKey,
    secretKey,
  };
}
