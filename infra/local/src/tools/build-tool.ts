import { execFile, spawn } from 'node:child_process';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Obstacle, saysDiskIsFull } from '../obstacle.ts';
import { showProgress } from '../progress.ts';
import { withLock } from './build-lock.ts';
import type { Tool } from './catalogue.ts';

const run = promisify(execFile);
const modules = fileURLToPath(new URL('../../../tools/', import.meta.url));

/** Builds a server from its pinned Go module into `target`, showing progress. The file appears whole or not at all. */
export async function buildTool(tool: Tool, target: string): Promise<void> {
  await requireGo(tool);
  await mkdir(dirname(target), { recursive: true });
  const progress = showProgress(tool.title);
  try {
    await withLock(
      `${target}.lock`,
      () => progress.say('another start is building it, waiting'),
      async () => {
        if (
          await access(target).then(
            () => true,
            () => false,
          )
        )
          return;
        progress.say('downloading sources');
        const environment = { ...process.env, GOFLAGS: '-buildvcs=false -mod=readonly' };
        const cwd = `${modules}${tool.name}`;
        const listed = await run('go', ['list', '-deps', tool.goPackage], {
          cwd,
          env: environment,
          maxBuffer: 2 ** 26,
        }).catch((error: unknown) => {
          throw sentenceFor(tool, String((error as { stderr?: unknown }).stderr ?? error));
        });
        const total = listed.stdout.trim().split('\n').length;
        const draft = `${target}.${process.pid}`;
        await compile(tool, {
          cwd,
          env: environment,
          draft,
          onPackage: (count) => progress.say(`building, ${count} of about ${total} packages`),
        });
        await rename(draft, target);
      },
    );
    progress.end('built');
  } catch (error) {
    progress.end('not built');
    throw error;
  }
}

type Compilation = { cwd: string; env: NodeJS.ProcessEnv; draft: string; onPackage(count: number): void };

async function compile(tool: Tool, { cwd, env, draft, onPackage }: Compilation): Promise<void> {
  const go = spawn('go', ['build', '-v', '-trimpath', '-o', draft, tool.goPackage], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (go.pid !== undefined) setPriority(go.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const stop = () => go.kill();
  process.once('exit', stop);
  let packages = 0;
  let tail = '';
  go.stderr.on('data', (chunk: Buffer) => {
    packages += chunk.toString().split('\n').length - 1;
    tail = (tail + chunk.toString()).slice(-2000);
    onPackage(packages);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    go.once('error', reject);
    go.once('close', resolve);
  });
  process.off('exit', stop);
  if (code === 0) return;
  await rm(draft, { force: true });
  throw sentenceFor(tool, tail);
}

/** Go of at least the version that the modules ask for. */
async function requireGo(tool: Tool): Promise<void> {
  const advice = `install Go 1.25 or newer (https://go.dev/dl/), or put ${tool.name} on PATH`;
  const answer = await run('go', ['env', 'GOVERSION']).catch(() => undefined);
  if (answer === undefined)
    throw new Obstacle(`${tool.title} must be built once and there is no Go compiler here: ${advice}.`);
  const [major = 0, minor = 0] = answer.stdout.trim().replace(/^go/, '').split('.').map(Number);
  if (major < 1 || (major === 1 && minor < 25)) {
    throw new Obstacle(`${tool.title} must be built once and ${answer.stdout.trim()} is too old for it: ${advice}.`);
  }
}

function sentenceFor(tool: Tool, output: string): Obstacle {
  if (saysDiskIsFull(output))
    return new Obstacle(`The disk is full: ${tool.title} cannot be built; free about 3 GB and start again.`);
  if (/dial tcp|module lookup disabled|lookup .* on|i\/o timeout|connection refused|TLS handshake/i.test(output)) {
    return new Obstacle(
      `The sources of ${tool.title} cannot be downloaded (is there a network, or a GOPROXY?): ${lastLine(output)}`,
    );
  }
  return new Obstacle(`${tool.title} cannot be built:\n${output.trim()}`);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
