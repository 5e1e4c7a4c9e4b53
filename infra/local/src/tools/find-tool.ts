import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildTool } from './build-tool.ts';
import { type Tool, type ToolName, tools } from './catalogue.ts';
import { executable, namedProgram, onPath } from './programs.ts';

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
  const named = await namedProgram(tool.variable, env);
  if (named !== undefined) return named;
  const built = builtPath(tool, env);
  if (await executable(built)) return built;
  const found = await onPath([tool.name], env, { accepts: (file) => fits(tool, file) });
  if (found !== undefined) return found;
  await buildTool(tool, built);
  return built;
}

async function fits(tool: Tool, file: string): Promise<boolean> {
  const answer = await run(file, ['--version'], { timeout: 10_000 }).catch(() => undefined);
  return answer !== undefined && tool.accepts(answer.stdout + answer.stderr);
}
