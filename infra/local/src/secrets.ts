import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Obstacle } from './obstacle.ts';

/** Everything secret of one installation on this machine but the keys of personal data (`keys.ts`). Made once, kept in the data directory, never printed. */
export type Secrets = {
  /** of the superuser */
  postgresPassword: string;
  natsPassword: string;
  minioAccessKey: string;
  minioSecretKey: string;
  ssoClientSecret: string;
  /** Ed25519, PKCS #8 PEM */
  actorTokenPrivateKey: string;
  /** Ed25519, PKCS #8 PEM */
  receiptPrivateKey: string;
  captchaSecret: string;
  serviceSecret: string;
};

function drawSecrets(): Secrets {
  return {
    postgresPassword: randomBytes(24).toString('base64url'),
    natsPassword: randomBytes(24).toString('base64url'),
    minioAccessKey: `beian-${randomBytes(6).toString('hex')}`,
    minioSecretKey: randomBytes(24).toString('base64url'),
    ssoClientSecret: randomBytes(32).toString('base64url'),
    actorTokenPrivateKey: signingKey(),
    receiptPrivateKey: signingKey(),
    captchaSecret: randomBytes(32).toString('base64url'),
    serviceSecret: randomBytes(32).toString('base64url'),
  };
}

/** The password of a service's role: who learns one opens one database, and does not become the superuser. */
export const rolePassword = (role: string, { postgresPassword }: Pick<Secrets, 'postgresPassword'>): string =>
  createHmac('sha256', postgresPassword).update(role).digest('base64url');

function signingKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The secrets in `dataDir/secrets.json` (readable by the owner only), drawn at the first call. A key added later is drawn then. */
export async function keptSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  let kept: Partial<Secrets>;
  try {
    kept = JSON.parse(text) as Partial<Secrets>;
  } catch (cause) {
    throw new Obstacle(`${file} is damaged: put it back from a copy, or begin anew with --fresh.`, { cause });
  }
  const secrets = { ...drawSecrets(), ...kept };
  if (Object.keys(kept).length < Object.keys(secrets).length) {
    await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}
