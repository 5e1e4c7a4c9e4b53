import type { ApplicationKind, ApplicationStatus, DecisionOutcome, ReviewStage } from '@beian/contracts/vocabulary.ts';

/** What the model knows of an application: enough to say which step is legal and where it leads. It shares no code with the services. */
export type ModelApplication = {
  kind: ApplicationKind;
  status: ApplicationStatus;
  stage: ReviewStage;
  suspended: boolean;
  /** How often each stage was suspended. */
  suspensions: Record<ReviewStage, number>;
  /** Of an appeal: what the first review proposed. */
  proposal?: DecisionOutcome;
  /** What was left of each stage's clock when it stopped last, in milliseconds. */
  left: Partial<Record<ReviewStage, number>>;
};
export type Slot = 'registration' | 'business' | 'appeal';
export type Model = {
  filing: { valid: boolean; held: boolean; moved: boolean };
  open: Partial<Record<Slot, ModelApplication>>;
};

export const slotOf = (kind: ApplicationKind): Slot =>
  kind === 'registration' || kind === 'appeal' ? kind : 'business';
const ended: readonly ApplicationStatus[] = ['completed', 'rejected', 'withdrawn', 'expired', 'declined', 'revoked'];
export const isOpen = (application: ModelApplication | undefined): application is ModelApplication =>
  application !== undefined && !ended.includes(application.status);

export const newApplication = (kind: ApplicationKind): ModelApplication => ({
  kind,
  status: kind === 'appeal' ? 'submitted' : 'in_review',
  stage: kind === 'appeal' ? 'validity' : 'first',
  suspended: false,
  suspensions: { validity: 0, first: 0, second: 0 },
  left: {},
});

/** At most one business about a filing, none about one that is cancelled or held; a registration and an appeal stand for themselves. */
export const maySubmit = ({ filing, open }: Model, kind: ApplicationKind): boolean =>
  slotOf(kind) !== 'business' || (filing.valid && !filing.held && !isOpen(open.business));

/** A review of it runs. An appeal keeps its status while its validity is checked. */
export const isReviewed = ({ status, stage }: ModelApplication): boolean =>
  stage === 'validity'
    ? status === 'submitted' || status === 'resubmitted'
    : status === 'in_review' || status === 'second_review';

/** A review is decided while it runs. Nothing about a held filing is approved; the second review of an appeal sends nothing back. */
export function mayDecide({ filing }: Model, application: ModelApplication, outcome: DecisionOutcome): boolean {
  if (!isReviewed(application) || application.suspended) return false;
  if (slotOf(application.kind) === 'business' && outcome === 'approve' && filing.held) return false;
  return !(application.kind === 'appeal' && application.stage === 'second' && outcome === 'return');
}

/** Where a decision leads; `opens` is the review that follows. */
export function decide(
  model: Model,
  application: ModelApplication,
  outcome: DecisionOutcome,
): { opens?: { stage: ReviewStage; cause: 'approval' | 'disagreement' } } {
  const { kind, stage } = application;
  if (outcome === 'return') {
    application.status = 'returned';
    if (stage === 'second') application.stage = 'first';
    return {};
  }
  if (kind === 'appeal') return decideAppeal(model, application, outcome);
  if (outcome === 'reject') application.status = 'rejected';
  else if (kind === 'transfer' && stage === 'first') return next(application, 'second', 'approval');
  else if (kind === 'transfer') application.status = 'awaiting_recipient';
  else {
    application.status = 'completed';
    if (kind === 'cancellation') model.filing.valid = false;
  }
  return {};
}

function decideAppeal({ filing }: Model, application: ModelApplication, outcome: DecisionOutcome) {
  if (application.stage === 'validity') {
    if (outcome === 'reject') {
      application.status = 'rejected';
      return {};
    }
    filing.held = filing.valid;
    return next(application, 'first', 'approval');
  }
  if (application.stage === 'first') {
    application.proposal = outcome;
    return next(application, 'second', 'approval');
  }
  if (outcome !== application.proposal) return next(application, 'first', 'disagreement');
  application.status = 'completed';
  filing.held = false;
  return {};
}

function next(application: ModelApplication, stage: ReviewStage, cause: 'approval' | 'disagreement') {
  application.stage = stage;
  application.status = stage === 'second' ? 'second_review' : 'in_review';
  return { opens: { stage, cause } };
}

/** Until it is decided; asked again it is the same withdrawal. Whom a recipient may answer is revoked, not withdrawn. */
export const mayWithdraw = ({ status }: ModelApplication): boolean =>
  !['awaiting_recipient', 'completed', 'rejected', 'expired', 'declined', 'revoked'].includes(status);
/** Twice in a stage; the second time by a senior reviewer. */
export const maySuspend = (application: ModelApplication): boolean =>
  isReviewed(application) && !application.suspended && application.suspensions[application.stage] < 2;
export const mayAnswer = ({ filing }: Model, { status }: ModelApplication, accept: boolean): boolean =>
  status === 'awaiting_recipient' && !(accept && filing.held);
export const mayRevoke = ({ status }: ModelApplication): boolean =>
  status === 'awaiting_recipient' || status === 'revoked';
