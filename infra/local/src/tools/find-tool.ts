import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Obstacle } from '../obstacle.ts';
import { buildTool } from './build-tool.ts';
import { type Tool, type ToolName, tools } from './catalogue.ts';

const run = promisify(execFile);

/** Where built servers are kept, outside the checkout: BEIAN_CACHE, else beian under XDG_CACHE_HOME or ~/.cache. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return env['BEIAN_CACHE'] ?? join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'beian');
}

/** The file that a build of this tool ends in. */
export function builtPath(tool: Tool, env: NodeJS.ProcessEnv = process.env): string {
  return join(cacheDir(env), 'tools', `${tool.name}-${tool.version}`, tool.name);
}

/**
 * The program of a server: the one an environment variable names, else the build in the cache, else a fitting one on PATH,
 * else it is built now from its pinned sources. Throws an Obstacle when that cannot be.
 */
export async function findTool(name: ToolName, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const tool = tools[name];
  const named = env[tool.variable];
  if (named !== undefined && named !== '') {
    if (await executable(named)) return named;
    throw new Obstacle(`${tool.variable} names ${named}, which is not a program that can be run.`);
  }
  const built = builtPath(tool, env);
  if (await executable(built)) return built;
  const found = await onPath(tool, env);
  if (found !== undefined) return found;
  await buildTool(tool, built);
  return built;
}

async function onPath(tool: Tool, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const directory of (env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const file = join(directory, tool.name);
    if (!(await executable(file))) continue;
    const answer = await run(file, ['--version'], { timeout: 10_000 }).catch(() => undefined);
    if (answer !== undefined && tool.accepts(answer.stdout + answer.stderr)) return file;
  }
  return undefined;
}

async function executable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
