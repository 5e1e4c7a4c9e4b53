import { join } from 'node:path';
import { searchAttributes } from '@beian/contracts/workflows.ts';
import type { Surroundings } from './platform.ts';
import { startMinio } from './servers/minio.ts';
import { natsAils, startNats } from './servers/nats.ts';
import { startPostgres } from './servers/postgres.ts';
import { startTemporal } from './servers/temporal.ts';
import { type Unit, supervise } from './supervise.ts';

export type ServerName = 'postgres' | 'nats' | 'minio' | 'temporal';

/** The four servers as supervised units, in the order of starting. */
export function serverUnits(
  { dataDir, logDir, ports, secrets }: Surroundings & { dataDir: string; logDir: string },
  tell: (line: string) => void,
): Record<ServerName, Unit> {
  const place = (name: ServerName) => ({ dataDir: join(dataDir, name), logFile: join(logDir, `${name}.log`) });
  return {
    postgres: supervise(
      'PostgreSQL',
      () => startPostgres({ ...place('postgres'), port: ports.postgres, password: secrets.postgresPassword }),
      tell,
    ),
    nats: supervise(
      'NATS',
      () =>
        startNats({
          ...place('nats'),
          port: ports.nats,
          monitoringPort: ports.natsMonitoring,
          password: secrets.natsPassword,
        }),
      tell,
      { ails: () => natsAils(`http://127.0.0.1:${ports.natsMonitoring}`) },
    ),
    minio: supervise(
      'MinIO',
      () =>
        startMinio({
          ...place('minio'),
          port: ports.minio,
          consolePort: ports.minioConsole,
          accessKey: secrets.minioAccessKey,
          secretKey: secrets.minioSecretKey,
        }),
      tell,
    ),
    temporal: supervise(
      'Temporal',
      () =>
        startTemporal({
          ...place('temporal'),
          port: ports.temporal,
          uiPort: ports.temporalUi,
          searchAttributes: Object.fromEntries(Object.values(searchAttributes).map(({ name, type }) => [name, type])),
        }),
      tell,
    ),
  };
}
