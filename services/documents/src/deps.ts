import type { ProblemCode } from '@beian/contracts/problems.ts';
import { serviceToken, type VerifyActor } from '@beian/service-kit/actor.ts';
import type { Nats } from '@beian/service-kit/nats.ts';
import { openService } from '@beian/service-kit/open-service.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import { Note, type Check } from '@beian/service-kit/health.ts';
import { keySource } from '@beian/service-kit/keys.ts';
import type { Metrics } from '@beian/service-kit/metrics.ts';
import type { MutateDeps } from '@beian/service-kit/mutate.ts';
import { createSealer, type Sealer } from '@beian/service-kit/sealing.ts';
import { filingAccess, type DocumentAccess } from './documents/document-access.ts';
import { linkKeyOf } from './documents/document-link.ts';
import { filingUse, type DocumentUse } from './documents/document-use.ts';
import { awaitingScan } from './documents/scan-held.ts';
import { Document } from './documents/document.entity.ts';
import { minioStore, type DocumentStore } from './documents/document-store.ts';
import { sealedStore } from './documents/sealed-store.ts';
import { lockedHeadStore, type HeadStore } from './audit-heads/head-store.ts';
import { minioAccessOf, type Config } from './config.ts';
import { DocumentsMigration } from './migrations/0001-documents.ts';
import { TemplateVersionsMigration } from './migrations/0002-template-versions.ts';
import { ScansMigration } from './migrations/0004-scans.ts';
import { AskedMigration } from './migrations/0005-asked.ts';
import { NoOwnerMigration } from './migrations/0003-no-owner.ts';
import { clamdScanner, noScanner, type MalwareScanner } from './ports/malware.port.ts';
import { TemplateVersionEntity } from './templates/template-version.entity.ts';

export const schema = {
  entities: [Document, TemplateVersionEntity],
  migrations: [DocumentsMigration, TemplateVersionsMigration, NoOwnerMigration, ScansMigration, AskedMigration],
};

/** What a violated constraint means to the one who acted second. */
export const constraints: Readonly<Record<string, ProblemCode>> = {
  one_template_version_per_number: 'template.version-raced',
};

export type Deps = MutateDeps & {
  store: DocumentStore;
  sealer: Sealer;
  access: DocumentAccess;
  /** Heads of the audit chains of all services. */
  heads: HeadStore;
  /** Those of its own. */
  chainHeads: ChainHeads;
  use: DocumentUse;
  scanner: MalwareScanner;
  /** Signs and checks links to contents. */
  linkKey: Uint8Array;
  verifyActor: VerifyActor;
  /** Where dead letters that could not be read are read again. */
  nats?: Nats;
  metrics?: Metrics;
  checks?: Record<string, Check>;
};

/** The only place that makes connections. */
export async function createDeps(config: Config) {
  const open = await openService(config, { service: 'documents', ...schema, constraints });
  const minio = minioAccessOf(config);
  const sealer = createSealer(keySource(config));
  const store = sealedStore(minioStore({ ...minio, bucket: config.MINIO_BUCKET }), sealer);
  const scanner = config.CLAMD_URL ? clamdScanner({ url: config.CLAMD_URL, log: open.base.log }) : noScanner;
  if (!config.CLAMD_URL) open.base.log.warn('uploads are not scanned for malware: CLAMD_URL is not set');
  const waiting = () => awaitingScan(open.base);
  open.metrics.gauge('beian_documents_awaiting_scan', 'documents held until the malware scanner answers', waiting);
  const deps: Deps = {
    ...open.base,
    store,
    sealer,
    access: filingAccess(config.FILING_URL),
    heads: lockedHeadStore({ ...minio, bucket: config.MINIO_AUDIT_BUCKET }),
    chainHeads: open.chainHeads,
    use: filingUse(config.FILING_URL, () => serviceToken('documents', config.SERVICE_SECRET)),
    scanner,
    linkKey: linkKeyOf(config.SERVICE_SECRET),
    verifyActor: open.verifyActor,
    nats: open.nats,
    metrics: open.metrics,
    checks: { ...open.checks, minio: store.ready, scanner: () => scannerNote(scanner) },
  };
  return { deps, nats: open.nats, stop: open.stop };
}

/** Uploads go on without a scanner: health says what that means. */
async function scannerNote(scanner: MalwareScanner): Promise<Note | undefined> {
  const notes = {
    up: undefined,
    down: new Note('clamd does not answer: uploads are held until it does'),
    off: new Note('uploads are not scanned: CLAMD_URL is not set'),
  };
  return notes[await scanner.state()];
}
