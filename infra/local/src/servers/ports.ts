import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { Obstacle } from '../obstacle.ts';

const run = promisify(execFile);

/** A TCP port of 127.0.0.1 that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('the system gave no port'));
        else resolve(address.port);
      });
    });
  });
}

/** Whether someone can listen on this port of 127.0.0.1 now. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Throws an Obstacle that names the port, what needs it and, where the system tells, who holds it. */
export async function claimPort(port: number, purpose: string): Promise<number> {
  if (await portIsFree(port)) return port;
  const holder = await holderOf(port);
  const by = holder === undefined ? 'another program' : holder;
  throw new Obstacle(
    `Port ${port}, which ${purpose} needs, is taken by ${by}: stop it, or choose other ports with --ports-from N.`,
  );
}

async function holderOf(port: number): Promise<string | undefined> {
  const attempts: [string, string[], RegExp][] = [
    ['ss', ['-Hltnp', `sport = :${port}`], /\("([^"]+)",pid=(\d+)/],
    ['lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], /p(?<pid>\d+)\nc(?<name>[^\n]+)/],
  ];
  for (const [command, args, pattern] of attempts) {
    const found = await run(command, args).then(
      ({ stdout }) => pattern.exec(stdout),
      () => null, // the tool is not installed here, or found nothing: the sentence goes without a name
    );
    if (found === null) continue;
    const [name, pid] = [found.groups?.['name'] ?? found[1], found.groups?.['pid'] ?? found[2]];
    return `${name === 'MainThread' ? 'node' : name} (process ${pid})`; // Node calls its thread so
  }
  return undefined;
}
