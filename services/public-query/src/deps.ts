import type { VerifyActor } from '@beian/service-kit/actor.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import type { Check } from '@beian/service-kit/health.ts';
import type { Metrics } from '@beian/service-kit/metrics.ts';
import type { MutateDeps } from '@beian/service-kit/mutate.ts';
import type { Nats } from '@beian/service-kit/nats.ts';
import { openService } from '@beian/service-kit/open-service.ts';
import { openChallenges, type Challenges } from './challenges/challenges.ts';
import type { Config } from './config.ts';
import { FaqEntryEntity } from './faq/faq-entry.entity.ts';
import { PublicQueryMigration } from './migrations/0001-public-query.ts';
import { CancelledMigration } from './migrations/0002-cancelled.ts';
import { ContentMigration } from './migrations/0003-content.ts';
import { OrganMigration } from './migrations/0005-organ.ts';
import { ShownMigration } from './migrations/0006-shown.ts';
import { NoticeEntity } from './notices/notice.entity.ts';
import { RegisterEntry } from './register/register-entry.entity.ts';

export const schema = {
  entities: [RegisterEntry, FaqEntryEntity, NoticeEntity],
  migrations: [PublicQueryMigration, CancelledMigration, ContentMigration, OrganMigration, ShownMigration],
};

export type Deps = MutateDeps & {
  challenges: Challenges;
  verifyActor: VerifyActor;
  /** Where dead letters that could not be read are read again. */
  nats?: Nats;
  chainHeads: ChainHeads;
  metrics?: Metrics;
  checks?: Record<string, Check>;
};

/** The only place that makes connections. */
export async function createDeps(config: Config) {
  const open = await openService(config, { service: 'public-query', ...schema });
  const deps: Deps = {
    ...open.base,
    challenges: openChallenges({ secret: config.CAPTCHA_SECRET, clock: open.base.clock }),
    verifyActor: open.verifyActor,
    nats: open.nats,
    metrics: open.metrics,
    chainHeads: open.chainHeads,
    checks: open.checks,
  };
  return { deps, nats: open.nats, stop: open.stop };
}
