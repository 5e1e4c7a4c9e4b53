import type { ProblemCode } from '@beian/contracts/problems.ts';
import type { Policy } from '@beian/contracts/workflows.ts';
import { serviceToken, type VerifyActor } from '@beian/service-kit/actor.ts';
import type { ChainHeads } from '@beian/service-kit/audit/chain-heads.ts';
import type { Check } from '@beian/service-kit/health.ts';
import type { Metrics } from '@beian/service-kit/metrics.ts';
import { keySource } from '@beian/service-kit/keys.ts';
import type { MutateDeps } from '@beian/service-kit/mutate.ts';
import type { Nats } from '@beian/service-kit/nats.ts';
import { openService } from '@beian/service-kit/open-service.ts';
import { createSealer, type Sealer } from '@beian/service-kit/sealing.ts';
import type { Temporal } from '@beian/service-kit/temporal.ts';
import { AbsenceEntity } from './absences/absence.entity.ts';
import { PublicAppealEntity } from './appeals/public-appeal.entity.ts';
import {
  ApplicationEntity,
  ApplicationVersion,
  ExtensionEntity,
  TimelineEntity,
  WithdrawalEntity,
} from './applications/application.entity.ts';
import { HandedIn } from './applications/handed-in.ts';
import { CalendarDayEntity } from './calendar/calendar-day.entity.ts';
import { CannedTextEntity } from './canned-texts/canned-text.entity.ts';
import { ApplicationFilingVersion, ApplicationObserver } from './changes/change.entity.ts';
import type { Config } from './config.ts';
import { DelegationEntity } from './delegations/delegation.entity.ts';
import { DictionaryEntryEntity } from './dictionaries/dictionary-entry.entity.ts';
import { DraftEntity } from './drafts/draft.entity.ts';
import { FilingEntity, FilingVersion, Holding } from './filings/filing.entity.ts';
import { ApplicationFiling } from './filings/occupy-filing.ts';
import { FilingMigration } from './migrations/0001-filing.ts';
import { CancellationMigration } from './migrations/0002-cancellation.ts';
import { CorrectionExtensionMigration } from './migrations/0003-correction-extension.ts';
import { SecondReviewMigration } from './migrations/0004-second-review.ts';
import { TransferMigration } from './migrations/0005-transfer.ts';
import { ChangeMigration } from './migrations/0006-change.ts';
import { AppealMigration } from './migrations/0007-appeal.ts';
import { DeviceKeysMigration } from './migrations/0008-device-keys.ts';
import { ReviewDeskMigration } from './migrations/0009-review-desk.ts';
import { CannedTextsMigration } from './migrations/0009-canned-texts.ts';
import { CalendarMigration } from './migrations/0010-calendar.ts';
import { DraftRemindersMigration } from './migrations/0011-draft-reminders.ts';
import { PaperMigration } from './migrations/0012-paper.ts';
import { UnitRegisterMigration } from './migrations/0013-unit-register.ts';
import { DelegationsMigration } from './migrations/0014-delegations.ts';
import { DelegationMessagesMigration } from './migrations/0015-delegation-messages.ts';
import { DictionariesMigration } from './migrations/0016-dictionaries.ts';
import { StatisticsMigration } from './migrations/0018-statistics.ts';
import { SuspensionMigration } from './migrations/0021-suspension.ts';
import { WorkflowPolicyMigration } from './migrations/0022-workflow-policy.ts';
import { ClaimTriesMigration } from './migrations/0023-claim-tries.ts';
import { HandedInMigration } from './migrations/0024-handed-in.ts';
import { OwnMatterMigration } from './migrations/0025-own-matter.ts';
import { ClaimTries, PaperFilingEntity } from './paper/paper-filing.entity.ts';
import { challengesPort, type ChallengesPort } from './ports/challenges.port.ts';
import { documentsPort, type DocumentsPort } from './ports/documents.port.ts';
import { identityPort, type IdentityPort } from './ports/identity.port.ts';
import { receiptSigner, type ReceiptSigner } from './receipts/receipt-signer.ts';
import { ReviewViewEntity } from './review-views/review-view.entity.ts';
import { DecisionEntity, ReviewNoteEntity, ReviewTaskEntity } from './review/review.entity.ts';
import { SuspensionEntity } from './review/suspension.entity.ts';
import { TransferEntity, TransferOutcomeEntity } from './transfers/transfer.entity.ts';
import { UnitEntity } from './units/unit.entity.ts';

export const schema = {
  entities: [
    UnitEntity,
    ApplicationEntity,
    ApplicationVersion,
    TimelineEntity,
    WithdrawalEntity,
    ExtensionEntity,
    ReviewTaskEntity,
    DecisionEntity,
    ReviewNoteEntity,
    SuspensionEntity,
    FilingEntity,
    FilingVersion,
    Holding,
    ApplicationFiling,
    ApplicationFilingVersion,
    ApplicationObserver,
    DraftEntity,
    TransferEntity,
    TransferOutcomeEntity,
    CalendarDayEntity,
    DictionaryEntryEntity,
    AbsenceEntity,
    ReviewViewEntity,
    CannedTextEntity,
    PaperFilingEntity,
    ClaimTries,
    DelegationEntity,
    PublicAppealEntity,
    HandedIn,
  ],
  migrations: [
    FilingMigration,
    CancellationMigration,
    CorrectionExtensionMigration,
    SecondReviewMigration,
    TransferMigration,
    ChangeMigration,
    AppealMigration,
    DeviceKeysMigration,
    ReviewDeskMigration,
    CannedTextsMigration,
    CalendarMigration,
    DraftRemindersMigration,
    PaperMigration,
    UnitRegisterMigration,
    DelegationsMigration,
    DelegationMessagesMigration,
    DictionariesMigration,
    StatisticsMigration,
    SuspensionMigration,
    WorkflowPolicyMigration,
    ClaimTriesMigration,
    HandedInMigration,
    OwnMatterMigration,
  ],
};

/** What a violated constraint means to the one who acted second. */
export const constraints: Readonly<Record<string, ProblemCode>> = {
  unit_once_per_account: 'unit.exists',
  draft_pkey: 'draft.stale',
  one_open_business_per_filing: 'filing.busy',
  one_decision_per_task: 'task.decided',
  one_running_suspension_per_task: 'task.suspended',
  two_reviewers: 'task.second-person',
  one_absence_at_a_time: 'absence.overlaps',
  one_entry_per_code: 'dictionary.code-taken',
  one_view_per_name: 'view.name-taken',
  one_holder_per_filing: 'filing.claimed',
  one_delegation_at_a_time: 'delegation.overlaps',
  one_extension_per_application: 'application.extended',
  one_withdrawal_per_application: 'application.decided',
  one_outcome_per_transfer: 'transfer.settled',
};

export type Deps = MutateDeps & {
  identity: IdentityPort;
  documents: DocumentsPort;
  challenges: ChallengesPort;
  sealer: Sealer;
  receipts: ReceiptSigner;
  policy: Policy;
  /** Address of the platform as people see it. */
  publicBaseUrl: string;
  /** How long a request waits for the workflow before it answers 202, in milliseconds. */
  outcomePatienceMs: number;
  /** A token of this service for other services, where no person's token is at hand. */
  ownToken: () => Promise<string>;
  verifyActor: VerifyActor;
  /** Where dead letters that could not be read are read again. */
  nats?: Nats;
  chainHeads: ChainHeads;
  metrics?: Metrics;
  checks?: Record<string, Check>;
  /** To look at workflows; every message to them goes through the outbox. */
  temporal?: Temporal | undefined;
  /** Address of the Temporal Web UI as operators open it. */
  temporalUi?: string | undefined;
};

/** The only place that makes connections. */
export async function createDeps(config: Config) {
  const temporal = { address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE };
  const open = await openService(config, { service: 'filing', ...schema, constraints, temporal });
  const ownToken = () => serviceToken('filing', config.SERVICE_SECRET);
  const deps: Deps = {
    ...open.base,
    identity: identityPort(config.IDENTITY_URL),
    documents: documentsPort(config.DOCUMENTS_URL),
    challenges: challengesPort(config.PUBLIC_QUERY_URL, ownToken),
    sealer: createSealer(keySource(config)),
    receipts: receiptSigner({
      privateKey: config.RECEIPT_PRIVATE_KEY,
      former: config.RECEIPT_FORMER_KEYS,
      issuer: config.PUBLIC_BASE_URL,
    }),
    policy: config.POLICY,
    publicBaseUrl: config.PUBLIC_BASE_URL,
    outcomePatienceMs: 2000,
    ownToken,
    verifyActor: open.verifyActor,
    nats: open.nats,
    metrics: open.metrics,
    chainHeads: open.chainHeads,
    checks: open.checks,
    temporal: open.temporal,
    temporalUi: config.TEMPORAL_UI_URL,
  };
  if (!open.temporal) throw new Error('filing is nothing without its workflows');
  return { deps, temporal, engine: open.temporal, nats: open.nats, stop: open.stop };
}
