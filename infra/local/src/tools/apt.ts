import { runToEnd } from '../servers/child-process.ts';
import { onPath } from './programs.ts';

/** Whether packages of Debian can be had here: as root, where there is apt. */
export const canUseApt = async (): Promise<boolean> =>
  process.getuid?.() === 0 && (await onPath(['apt-get'], process.env)) !== undefined;

/** Runs apt-get without questions, its output in a log; throws when it fails. */
export const apt = (args: string[], logFile: string, signal?: AbortSignal): Promise<void> =>
  runToEnd(
    {
      name: `apt-get ${args[0]}`,
      command: 'apt-get',
      args: [...args, '-q'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      logFile,
      patience: 60_000,
    },
    signal,
  );
