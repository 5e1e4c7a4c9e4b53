import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PortName, Ports } from './ports.table.ts';
import { rolePassword, type Secrets } from './secrets.ts';

/** The checkout that this file belongs to, with a slash at its end. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the environment of a service is made of. */
export type Surroundings = {
  ports: Ports;
  secrets: Secrets;
  /** the file with the keys of personal data */
  keysFile: string;
  logLevel: string;
};

export type ServiceName =
  | 'sso'
  | 'identity'
  | 'filing'
  | 'documents'
  | 'public-query'
  | 'notifications'
  | 'workflows'
  | 'gateway';

export type ServiceSpec = {
  name: ServiceName;
  /** folder below the root; its src/main.ts serves, src/migrate.ts migrates, src/seed.ts (if any) seeds */
  folder: string;
  port: PortName;
  /** the service's own database, owned by a role of the same name */
  database?: string;
  /** beyond what every service gets */
  env?: (around: Surroundings) => Record<string, string>;
};

const minioAccess = ({ ports, secrets }: Surroundings) => ({
  MINIO_ENDPOINT: `127.0.0.1:${ports.minio}`,
  MINIO_ACCESS_KEY: secrets.minioAccessKey,
  MINIO_SECRET_KEY: secrets.minioSecretKey,
  MINIO_BUCKET: 'beian-documents',
});

const sealing = ({ keysFile }: Surroundings) => ({ KEYS_FILE: keysFile });

/** A mail server and a malware scanner are the operator's: they are named in the shell that starts the platform, or there is none. */
const named = (...keys: string[]) =>
  Object.fromEntries(keys.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])));

const signIn = ({ ports, secrets }: Surroundings) => ({
  SSO_ISSUER: `http://localhost:${ports.sso}`,
  SSO_CLIENT_ID: 'beian',
  SSO_CLIENT_SECRET: secrets.ssoClientSecret,
});

/** Every process of ours, in the order of starting; they stop in the reverse order. */
export const services: ServiceSpec[] = [
  // The stand-in refuses to run in production.
  { name: 'sso', folder: 'infra/sso', port: 'sso', env: (around) => ({ ...signIn(around), NODE_ENV: 'development' }) },
  {
    name: 'identity',
    folder: 'services/identity',
    port: 'identity',
    database: 'beian_identity',
    env: (around) => ({
      ...signIn(around),
      ...sealing(around),
      ACTOR_TOKEN_PRIVATE_KEY: around.secrets.actorTokenPrivateKey,
    }),
  },
  {
    name: 'documents',
    folder: 'services/documents',
    port: 'documents',
    database: 'beian_documents',
    env: (around) => ({
      ...minioAccess(around),
      ...sealing(around),
      ...named('CLAMD_URL', 'UNUSED_UPLOAD_DAYS', 'RETENTION_DAYS', 'QUARANTINE_DAYS'),
    }),
  },
  {
    name: 'filing',
    folder: 'services/filing',
    port: 'filing',
    database: 'beian_filing',
    env: (around) => ({
      ...sealing(around),
      RECEIPT_PRIVATE_KEY: around.secrets.receiptPrivateKey,
      TEMPORAL_UI_URL: `http://localhost:${around.ports.temporalUi}`,
    }),
  },
  {
    name: 'public-query',
    folder: 'services/public-query',
    port: 'publicQuery',
    database: 'beian_public_query',
    env: ({ secrets }) => ({ CAPTCHA_SECRET: secrets.captchaSecret }),
  },
  {
    name: 'notifications',
    folder: 'services/notifications',
    port: 'notifications',
    database: 'beian_notifications',
    env: (around) => ({ ...sealing(around), ...named('SMTP_URL', 'MAIL_FROM') }),
  },
  { name: 'workflows', folder: 'workflows', port: 'workflows', env: () => named('WORKFLOWS_BUILD_ID') },
  {
    name: 'gateway',
    folder: 'services/gateway',
    port: 'gateway',
    database: 'beian_gateway',
    env: ({ ports }) => ({
      PORTAL_DIST: `${root}apps/portal/dist`,
      REVIEW_DIST: `${root}apps/review/dist`,
      SSO_URL: `http://localhost:${ports.sso}`,
      WORKFLOWS_URL: `http://127.0.0.1:${ports.workflows}`,
    }),
  },
];

/** Where a service answers on this machine. */
export function urlOf(name: PortName, ports: Ports): string {
  return `http://127.0.0.1:${ports[name]}`;
}

/** The environment of a service: only what it needs, nothing of the caller's shell but the path, the language and what `named` names. */
export function environmentOf(
  service: ServiceSpec,
  around: Surroundings,
  extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
  const { ports, secrets, logLevel } = around;
  const database = service.database;
  const passed = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'SystemRoot'];
  return {
    ...Object.fromEntries(passed.flatMap((key) => (process.env[key] === undefined ? [] : [[key, process.env[key]]]))),
    NODE_ENV: 'production',
    TZ: 'UTC',
    LOG_LEVEL: logLevel,
    HOST: '127.0.0.1',
    PORT: String(ports[service.port]),
    PUBLIC_BASE_URL: `http://localhost:${ports.gateway}`,
    NATS_URL: natsUrl(around),
    NATS_MONITORING_URL: urlOf('natsMonitoring', ports),
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: 'default',
    IDENTITY_URL: urlOf('identity', ports),
    FILING_URL: urlOf('filing', ports),
    DOCUMENTS_URL: urlOf('documents', ports),
    PUBLIC_QUERY_URL: urlOf('publicQuery', ports),
    NOTIFICATIONS_URL: urlOf('notifications', ports),
    SERVICE_SECRET: secrets.serviceSecret,
    ...(database === undefined ? {} : { DATABASE_URL: databaseUrl(database, around) }),
    ...service.env?.(around),
    ...extra,
  };
}

/** Where the servers of a platform answer and keep their data, for what works on them from outside. */
export const runningServers = (dataDir: string, { ports, secrets }: Pick<Surroundings, 'ports' | 'secrets'>) => ({
  dataDir,
  superuserUrl: superuserUrl({ ports, secrets }),
  // What the gateway counts holds nobody's word: it has no outbox and no audit chain, and changes while others wait.
  databases: services.flatMap(({ name, database }) => (name === 'gateway' ? [] : (database ?? []))),
  minio: {
    endpoint: `127.0.0.1:${ports.minio}`,
    accessKey: secrets.minioAccessKey,
    secretKey: secrets.minioSecretKey,
  },
});

/** Where events are published and read. */
export const natsUrl = ({ ports, secrets }: Pick<Surroundings, 'ports' | 'secrets'>): string =>
  `nats://beian:${secrets.natsPassword}@127.0.0.1:${ports.nats}`;

/** The superuser's URL of each database. */
export const superuserUrl =
  ({ ports, secrets }: Pick<Surroundings, 'ports' | 'secrets'>) =>
  (database: string): string =>
    postgresUrl('beian', secrets.postgresPassword, database, ports);

/** A database is reached by the role that owns it and no other. */
export const databaseUrl = (database: string, around: Pick<Surroundings, 'ports' | 'secrets'>): string =>
  postgresUrl(database, rolePassword(database, around.secrets), database, around.ports);

const postgresUrl = (role: string, password: string, database: string, ports: Ports): string =>
  `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${ports.postgres}/${database}`;

/** The script of a service, or undefined when it has none. */
export function scriptOf(service: ServiceSpec, name: 'main' | 'migrate' | 'seed' | 'reseal'): string | undefined {
  const file = `${root}${service.folder}/src/${name}.ts`;
  return existsSync(file) ? file : undefined;
}
