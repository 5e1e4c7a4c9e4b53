import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Obstacle } from '../obstacle.ts';

export async function executable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The program that a variable names; undefined when it names none, an Obstacle when what it names cannot be run. */
export async function namedProgram(variable: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const named = env[variable];
  if (named === undefined || named === '') return undefined;
  if (await executable(named)) return named;
  throw new Obstacle(`${variable} names ${named}, which is not a program that can be run.`);
}

/** The first program of these names, in their order, that is on PATH or in one of `more` and is accepted. */
export async function onPath(
  names: readonly string[],
  env: NodeJS.ProcessEnv,
  { more = [], accepts = async () => true }: { more?: string[]; accepts?: (file: string) => Promise<boolean> } = {},
): Promise<string | undefined> {
  const directories = [...(env['PATH'] ?? '').split(delimiter).filter((entry) => entry !== ''), ...more];
  for (const name of names) {
    for (const directory of directories) {
      const file = join(directory, name);
      if ((await executable(file)) && (await accepts(file))) return file;
    }
  }
  return undefined;
}
