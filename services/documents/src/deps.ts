import type { ProblemCode } from '@beian/contracts/problems.ts';
import { openService } from '@beian/service-kit/open-service.ts';
import type { VerifyActor } from '@beian/service-kit/actor.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import type { Check } from '@beian/service-kit/health.ts';
import type { Metrics } from '@beian/service-kit/metrics.ts';
import type { MutateDeps } from '@beian/service-kit/mutate.ts';
import { createSealer, type Sealer } from '@beian/service-kit/sealing.ts';
import { filingAccess, type DocumentAccess } from './documents/document-access.ts';
import { Document } from './documents/document.entity.ts';
import { minioStore, type DocumentStore } from './documents/document-store.ts';
import { lockedHeadStore, type HeadStore } from './audit-heads/head-store.ts';
import type { Config } from './config.ts';
import { DocumentsMigration } from './migrations/0001-documents.ts';
import { TemplateVersionsMigration } from './migrations/0002-template-versions.ts';
import { NoOwnerMigration } from './migrations/0003-no-owner.ts';
import { TemplateVersionEntity } from './templates/template-version.entity.ts';

export const schema = {
  entities: [Document, TemplateVersionEntity],
  migrations: [DocumentsMigration, TemplateVersionsMigration, NoOwnerMigration],
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
  verifyActor: VerifyActor;
  metrics?: Metrics;
  checks?: Record<string, Check>;
};

/** The only place that makes connections. */
export async function createDeps(config: Config) {
  const open = await openService(config, { service: 'documents', ...schema, constraints });
  const minio = {
    endpoint: config.MINIO_ENDPOINT,
    accessKey: config.MINIO_ACCESS_KEY,
    secretKey: config.MINIO_SECRET_KEY,
  };
  const store = minioStore({ ...minio, bucket: config.MINIO_BUCKET });
  const deps: Deps = {
    ...open.base,
    store,
    sealer: createSealer({ keys: config.SEALING_KEYS, lookupKey: config.LOOKUP_KEY }),
    access: filingAccess(config.FILING_URL),
    heads: lockedHeadStore({ ...minio, bucket: config.MINIO_AUDIT_BUCKET }),
    chainHeads: open.chainHeads,
    verifyActor: open.verifyActor,
    metrics: open.metrics,
    checks: { ...open.checks, minio: store.ready },
  };
  return { deps, nats: open.nats, stop: open.stop };
}
