import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, statSync } from 'node:fs';
import { Obstacle } from '../obstacle.ts';
import { hasSetpriv } from './child-process.ts';

/** What PostgreSQL must run as: it refuses root. */
export type PostgresAccount = { uid: number; gid: number; privileges: string[] } | undefined;

/**
 * As an ordinary user: that user (undefined). As root: the owner of the data, else the system's `postgres`, else `nobody`
 * (every system has it, so nothing is added to the machine). CAP_DAC_OVERRIDE lets that account reach a checkout below
 * a closed home such as /root; it is dropped by a container that does not grant it.
 */
export function postgresAccount(dataDir: string): PostgresAccount {
  if (process.getuid?.() !== 0) return undefined;
  if (!hasSetpriv) {
    throw new Obstacle(
      'PostgreSQL refuses to run as root and setpriv (package util-linux) is missing: start as an ordinary user.',
    );
  }
  mkdirSync(dataDir, { recursive: true });
  const owner = statSync(dataDir);
  const { uid, gid } = owner.uid !== 0 ? owner : (systemAccount('postgres') ?? { uid: 65534, gid: 65534 });
  if (owner.uid === 0) chownSync(dataDir, uid, gid);
  const privileges = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return { uid, gid, privileges: [...privileges, '--inh-caps=+dac_override', '--ambient-caps=+dac_override'] };
}

function systemAccount(name: string): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // no such account
  }
}
