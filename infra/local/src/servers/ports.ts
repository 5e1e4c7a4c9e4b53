import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { Obstacle } from '../obstacle.ts';

const run = promisify(execFile);

// Below those that a system gives to whoever names none (Linux from 32768, others from 49152): no connection that goes out takes one of them
// in the moment before a server listens there, or while it is down.
const [lowest, above] = [20_000, 32_768];
const handedOut = new Set<number>();

/**
 * A TCP port of 127.0.0.1 that nobody listened on a moment ago, and that this process has not handed out before. Drawn at random, so that
 * other processes which look for one at the same time come to others.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(lowest, above);
    if (handedOut.has(port)) continue;
    handedOut.add(port);
    if (await portIsFree(port)) return port;
  }
  throw new Error(`no port between ${lowest} and ${above} is free`);
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
