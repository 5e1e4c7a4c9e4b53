import { createAdaptorServer } from '@hono/node-server';
import { defaultPolicy, taskQueues, type Policy } from '@beian/contracts/workflows.ts';
import { lockedHeadStore } from '@beian/documents/audit-heads/head-store.ts';
import { createDocumentsApp } from '@beian/documents/app.ts';
import {
  constraints as documentsConstraints,
  schema as documentsSchema,
  type Deps as DocumentsDeps,
} from '@beian/documents/deps.ts';
import { filingAccess } from '@beian/documents/documents/document-access.ts';
import { linkKeyOf } from '@beian/documents/documents/document-link.ts';
import { filingUse } from '@beian/documents/documents/document-use.ts';
import { minioStore } from '@beian/documents/documents/document-store.ts';
import { sealedStore } from '@beian/documents/documents/sealed-store.ts';
import { noScanner, type MalwareScanner } from '@beian/documents/ports/malware.port.ts';
import { filingActivities } from '@beian/filing/activities.ts';
import { createFilingApp } from '@beian/filing/app.ts';
import { constraints, schema as filingSchema, type Deps as FilingDeps } from '@beian/filing/deps.ts';
import { guardCalls } from '@beian/filing/engine/guard-calls.ts';
import { challengesPort } from '@beian/filing/ports/challenges.port.ts';
import { documentsPort } from '@beian/filing/ports/documents.port.ts';
import { identityPort } from '@beian/filing/ports/identity.port.ts';
import { receiptSigner } from '@beian/filing/receipts/receipt-signer.ts';
import { createIdentityApp } from '@beian/identity/app.ts';
import {
  constraints as identityConstraints,
  schema as identitySchema,
  type Deps as IdentityDeps,
} from '@beian/identity/deps.ts';
import { seedDivisions } from '@beian/identity/seed.ts';
import { startActivityWorker } from '@beian/service-kit/activity-worker.ts';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { chainHeadsAt, type ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import { systemClock, type Clock } from '@beian/service-kit/clock.ts';
import { connectNats } from '@beian/service-kit/nats.ts';
import { startRelay } from '@beian/service-kit/outbox-relay.ts';
import type { KeySource } from '@beian/service-kit/keys.ts';
import { createSealer } from '@beian/service-kit/sealing.ts';
import { connectTemporal } from '@beian/service-kit/temporal.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { bundleWorkflows, startWorkflowWorker } from '@beian/workflows/worker.ts';
import { serviceSecret, testReceiptKey, testSigner, testVerifier } from './actors.ts';
import { freshDatabase } from './database.ts';
import { aPublicQuery } from './public-query.ts';
import { testSealer } from './sealer.ts';
import { servers } from './servers.ts';
import { testLog } from './silent-log.ts';
import { aNamespace, aSpace } from './spaces.ts';
import { listening } from './listening.ts';

type App = { fetch: (request: Request) => Response | Promise<Response> };
export type Engine = { temporalAddress: string; namespace: string; natsUrl: string };
export type PlatformOptions = {
  /** Starts relay, activity worker and workflow worker: on the servers of the run, or on some of the test's own. */
  engine?: boolean | Engine;
  /** Of its workflow worker, for tests of versions. */
  workflowsBuildId?: string;
  policy?: Policy;
  clock?: Clock;
  /** How long an answer waits for the engine: longer than it takes on a busy machine, so that its answers are 200. */
  outcomePatienceMs?: number;
  /** Keys that the test replaces on the way; those of all tests when absent. */
  keys?: KeySource;
  /** Another MinIO than the run's, for tests that stop it. */
  minio?: { endpoint: string; accessKey: string; secretKey: string };
  /** What looks for malware in uploads; nothing when absent. */
  scanner?: MalwareScanner;
  /** How people sign in; without it nobody can, and tests bring the tokens of their actors. */
  signIn?: Pick<IdentityDeps, 'provider' | 'publicBaseUrl'>;
  /** Starts the public query too: its captcha guards what is open without sign-in. */
  publicQuery?: boolean;
  /** Address of a Temporal Web UI. */
  temporalUi?: string;
  /** Hears every SQL statement of filing. */
  onStatement?: (sql: string) => void;
};
export type TestPlatform = Awaited<ReturnType<typeof aPlatform>>;

/**
 * Filing with the services it needs, in this process: real apps on real databases and MinIO, talking HTTP to each other on free ports.
 * With `engine` also the relay and both workers, so that applications go their whole way.
 */
export async function aPlatform(options: PlatformOptions = {}) {
  const { clock = systemClock, policy = defaultPolicy, onStatement } = options;
  const publicBaseUrl = options.signIn?.publicBaseUrl ?? 'http://localhost:8080';
  const sealer = options.keys ? createSealer(options.keys) : testSealer;
  const stops: (() => Promise<unknown>)[] = [];
  const base = { clock, log: testLog, relay: { nudge: () => undefined } };
  const listen = async (app: App): Promise<string> => {
    const server = createAdaptorServer({ fetch: app.fetch });
    stops.push(async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
    return listening(server);
  };

  // Documents' address is known when it has started: others publish and read heads later.
  let documentsUrl = nowhere;
  const headsOf = (service: string): ChainHeads => {
    const heads = () => chainHeadsAt(documentsUrl, () => serviceToken(service, serviceSecret));
    return { publish: (head) => heads().publish(head), published: (after) => heads().published(after) };
  };

  const identityOrm = await freshDatabase(identitySchema, seedDivisions);
  const identity: IdentityDeps = {
    ...base,
    orm: identityOrm,
    service: 'identity',
    constraints: identityConstraints,
    sealer,
    verifyActor: testVerifier,
    jwks: testSigner.jwks,
    signActor: testSigner.sign,
    chainHeads: headsOf('identity'),
    ...(options.signIn ?? { publicBaseUrl: 'http://localhost:8080', provider: noProvider }),
  };
  const identityApp = createIdentityApp(identity);
  const identityUrl = await listen(identityApp);

  // Filing's address is needed by documents and the other way round: the first to start learns it late.
  let filingUrl = nowhere;
  const minio = options.minio ?? servers().minio;
  const store = sealedStore(minioStore({ ...minio, bucket: aSpace() }), sealer);
  const documentsToken = () => serviceToken('documents', serviceSecret);
  const documents: DocumentsDeps = {
    ...base,
    orm: await freshDatabase(documentsSchema),
    service: 'documents',
    constraints: documentsConstraints,
    store,
    sealer,
    heads: lockedHeadStore({ ...minio, bucket: aSpace() }),
    chainHeads: headsOf('documents'),
    access: {
      mayRead: (id, token) => filingAccess(filingUrl, patienceMs).mayRead(id, token),
      mayOpen: (id, token) => filingAccess(filingUrl, patienceMs).mayOpen(id, token),
    },
    use: { stillUsed: (some, after) => filingUse(filingUrl, documentsToken).stillUsed(some, after) },
    scanner: options.scanner ?? noScanner,
    linkKey: linkKeyOf(serviceSecret),
    verifyActor: testVerifier,
  };
  const documentsApp = createDocumentsApp(documents);
  documentsUrl = await listen(documentsApp);

  const filingOrm = await freshDatabase({ ...filingSchema, ...(onStatement ? { onStatement } : {}) });
  const engine = options.engine === true ? await engineOfThisRun() : options.engine || undefined;
  const nats = engine ? connectNats({ url: engine.natsUrl, name: 'filing', space: aSpace() }) : undefined;
  const connection = engine ? { address: engine.temporalAddress, namespace: engine.namespace } : undefined;
  const temporal = connection ? connectTemporal(connection) : undefined;
  const relay =
    nats && temporal ? startRelay({ orm: filingOrm, log: testLog, nats, temporal }) : { nudge: () => undefined };
  const publicQuery = options.publicQuery
    ? await aPublicQuery({ clock, chainHeads: headsOf('public-query') })
    : undefined;
  const publicQueryUrl = publicQuery ? await listen(publicQuery.app) : nowhere;
  const ownToken = () => serviceToken('filing', serviceSecret);
  const filing: FilingDeps = {
    ...base,
    orm: filingOrm,
    relay,
    service: 'filing',
    constraints,
    identity: identityPort(identityUrl, patienceMs),
    documents: documentsPort(documentsUrl, patienceMs),
    challenges: challengesPort(publicQueryUrl, ownToken, patienceMs),
    sealer,
    policy,
    receipts: receiptSigner({ privateKey: testReceiptKey, issuer: publicBaseUrl }),
    publicBaseUrl,
    outcomePatienceMs: options.outcomePatienceMs ?? (engine ? 30_000 : 20),
    ownToken,
    verifyActor: testVerifier,
    chainHeads: headsOf('filing'),
    temporal,
    temporalUi: options.temporalUi,
  };
  const activities = filingActivities(filing);
  const filingApp = createFilingApp(filing);
  filingUrl = await listen(filingApp);
  if (connection) {
    const worker = startActivityWorker({
      ...connection,
      taskQueue: taskQueues.filing,
      activities,
      guard: guardCalls(filing),
      log: testLog,
    });
    const workflows = startWorkflowWorker({
      ...connection,
      workflowBundle: await bundleWorkflows(),
      buildId: options.workflowsBuildId,
      log: testLog,
    });
    stops.push(workflows.stop, worker.stop);
  }
  return {
    app: filingApp,
    documentsApp,
    documents,
    identityApp,
    identity,
    filing,
    publicQuery,
    urls: { identity: identityUrl, documents: documentsUrl, filing: filingUrl, publicQuery: publicQueryUrl },
    listen,
    headsOf,
    activities,
    orm: filingOrm,
    nats,
    temporal,
    stop: async (): Promise<void> => {
      for (const stop of stops.toReversed()) await stop();
      if ('stop' in relay) await relay.stop();
      await nats?.close();
      await temporal?.close();
      for (const orm of [filingOrm, documents.orm, identityOrm]) await orm.close();
      await publicQuery?.deps.orm.close();
    },
  };
}

/**
 * How long one service waits for another. They are all in this process, and a test that sends twenty requests at once on a busy machine
 * keeps it from answering for longer than a service of its own would be waited for.
 */
const patienceMs = 20_000;

/** Where nobody answers. */
const nowhere = 'http://127.0.0.1:1';

const noProvider: IdentityDeps['provider'] = {
  signInUrl: () => Promise.reject(problem('auth.forbidden')),
  person: () => Promise.reject(problem('auth.forbidden')),
};

async function engineOfThisRun(): Promise<Engine> {
  const { temporalAddress, natsUrl } = servers();
  return { temporalAddress, natsUrl, namespace: await aNamespace() };
}
