import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Obstacle } from './obstacle.ts';
import type { Ports } from './ports.table.ts';

const fileOf = (dataDir: string) => join(dataDir, 'ports.json');

/** Leaves word of where a platform listens, for commands that work on it while it runs. */
export const keepPorts = (dataDir: string, ports: Ports): Promise<void> =>
  writeFile(fileOf(dataDir), JSON.stringify(ports));

/** Where the platform listens that runs on a data directory, or ran last; an Obstacle if none ever did. */
export async function keptPorts(dataDir: string): Promise<Ports> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch((cause: unknown) => {
    throw new Obstacle(`No platform has run on ${dataDir}: start it, or name its directory with --data DIR.`, {
      cause,
    });
  });
  return JSON.parse(text) as Ports;
}
