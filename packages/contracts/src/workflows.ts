/** What workflows, their worker, the relay and the services that offer activities may know of each other. Types and constants only. */
import type { DecisionOutcome, ReviewStage, TransferOutcome } from './vocabulary.ts';

export const taskQueues = { applications: 'applications', filing: 'filing' } as const;

/** One name per workflow type. */
export const workflowNames = {
  registration: 'registration',
  change: 'change',
  changePart: 'changePart',
  cancellation: 'cancellation',
  transfer: 'transfer',
  appeal: 'appeal',
} as const;
export type WorkflowName = keyof typeof workflowNames;

/** Signals carry the id of a row that the database already holds; an unknown id changes nothing. */
export const signalNames = {
  decided: 'decided',
  resubmitted: 'resubmitted',
  withdrawn: 'withdrawn',
  extended: 'extended',
  answered: 'answered',
  revoked: 'revoked',
  suspended: 'suspended',
  resumed: 'resumed',
} as const;
export type SignalName = keyof typeof signalNames;
export type SignalMessage = { id: string };

/** A span of time. `seconds` serves tests and drills; law and policy speak of days. */
export type Span = { amount: number; unit: 'working_days' | 'calendar_days' | 'seconds' };

/** Reminders and escalations count from the start of the stage. */
export type ReviewPolicy = { due: Span; remindAfter: Span[]; escalateAfter: Span[] };
/** Reminders count back from the deadline (functions.md G6: 3 and 7 before the end). */
export type CorrectionPolicy = { due: Span; remindBefore: Span[] };
export type AcceptancePolicy = CorrectionPolicy;
/** How long a review may be suspended at the most (I08). */
export type SuspensionPolicy = { longest: Span };
export type Policy = {
  review: ReviewPolicy;
  correction: CorrectionPolicy;
  /** How long the recipient of a transfer has (I46, I47). */
  acceptance: AcceptancePolicy;
  /** The reviews of an appeal. */
  appeal: ReviewPolicy;
  suspension: SuspensionPolicy;
};
/** The policy that a workflow runs by: one that began before reviews could be suspended has no word on it. */
export type RunningPolicy = Omit<Policy, 'suspension'> & Partial<Pick<Policy, 'suspension'>>;

/** What the workflow of an application begins with. */
export type ApplicationInput = {
  applicationId: string;
  divisionCode: string;
  organCode: string;
  /** RFC 3339 */
  receivedAt: string;
  policy: RunningPolicy;
  /** Of a change that several organs decide: what each of them decides, an application of its own. */
  parts?: readonly PartInput[];
};
export type PartInput = Pick<ApplicationInput, 'applicationId' | 'divisionCode' | 'organCode'>;

/** Search attributes of every application workflow (never a name, an ID number or a credit code). */
export const searchAttributes = {
  kind: { name: 'ApplicationKind', type: 'Keyword' },
  stage: { name: 'ApplicationStage', type: 'Keyword' },
  division: { name: 'DivisionCode', type: 'Keyword' },
  receivedAt: { name: 'ReceivedAt', type: 'Datetime' },
  dueAt: { name: 'DueAt', type: 'Datetime' },
} as const;

/** Why a review begins: a row of the database in each case but the first. */
export type ReviewCause =
  | { kind: 'submission' }
  | { kind: 'resubmission'; id: string }
  | { kind: 'reroute'; id: string }
  /** The decision of the stage before. */
  | { kind: 'approval'; id: string }
  /** The decision of a second review that differs from the first: the first begins anew. */
  | { kind: 'disagreement'; id: string };

/**
 * Times are RFC 3339. `opened: false` means that the cause is unknown here: keep waiting. A withdrawal that is recorded already comes with
 * it, for its signal may have found no workflow: a part's is started by the workflow of the whole.
 */
export type ReviewOpening =
  | { opened: false; withdrawalId?: string }
  | { opened: true; taskId: string; dueAt: string; remindAt: string[]; escalateAt: string[] };

/**
 * `applied: false`: no such decision for this application and stage (a forged or stale signal). `approve` goes on to the next stage, also
 * where the decision proposes to dismiss an appeal.
 */
export type DecisionEffect =
  | { applied: false }
  | { applied: true; outcome: Exclude<DecisionOutcome, 'return'> | 'disagree' }
  | { applied: true; outcome: 'return'; dueAt: string; remindAt: string[] };

/** `applied: false`: no such extension of this application (a forged or late signal). */
export type ExtensionEffect = { applied: false } | { applied: true; dueAt: string; remindAt: string[] };

/** `applied: false`: no suspension of this task that still runs (a forged signal). `until` (RFC 3339): when the review goes on by itself. */
export type SuspensionEffect = { applied: false } | { applied: true; until: string };

/** When a review that was suspended is due, and what is left of its reminders and escalations after as many as are `given`. */
export type ResumedClock = {
  dueAt: string;
  remindAt: string[];
  escalateAt: string[];
  given: { reminders: number; escalations: number };
};
/** `applied: false`: no such resumption of this suspension (a forged or late signal). */
export type ResumptionEffect = { applied: false } | ({ applied: true } & ResumedClock);

/** How an application of several parts has ended, once all of them have: completed when one was. */
export type PartsOutcome = { status: 'completed' | 'rejected' | 'withdrawn' | 'expired' };

/** `applied: false`: no such outcome of this transfer (a forged signal). */
export type TransferEffect = { applied: false } | { applied: true; outcome: TransferOutcome };

/** What the filing service does for workflows. Each is one transaction and idempotent by the ids that it gets. */
export type FilingActivities = {
  openReview(input: {
    applicationId: string;
    stage: ReviewStage;
    cause: ReviewCause;
    policy: ReviewPolicy;
  }): Promise<ReviewOpening>;
  remindReview(input: { taskId: string; step: number }): Promise<void>;
  escalateReview(input: { taskId: string; step: number }): Promise<void>;
  applyDecision(input: {
    applicationId: string;
    taskId: string;
    decisionId: string;
    policy: CorrectionPolicy;
    /** For a transfer, whose recipient's time begins with the last approval (I46). */
    acceptance?: AcceptancePolicy;
  }): Promise<DecisionEffect>;
  /** Tells that a recorded suspension runs, and answers until when: the day that was named, at most as long as the policy allows. */
  applySuspension(input: {
    applicationId: string;
    taskId: string;
    suspensionId: string;
    policy?: SuspensionPolicy;
  }): Promise<SuspensionEffect>;
  /** Lets a suspended review go on: by a resumption that is recorded, or without one because its day has come. */
  applyResumption(input: {
    applicationId: string;
    taskId: string;
    suspensionId: string;
    resumptionId?: string;
    policy: ReviewPolicy;
  }): Promise<ResumptionEffect>;
  remindCorrection(input: { applicationId: string; decisionId: string; step: number }): Promise<void>;
  /** Moves the deadline of a correction by the policy's span once more. */
  applyExtension(input: {
    applicationId: string;
    extensionId: string;
    policy: CorrectionPolicy;
  }): Promise<ExtensionEffect>;
  /** `until`: the deadline has moved meanwhile, for a filing that the application is about is held. */
  expireCorrection(input: {
    applicationId: string;
    decisionId: string;
    /** The deadline that has passed. */
    dueAt?: string;
  }): Promise<{ expired: boolean; until?: string }>;
  applyWithdrawal(input: { applicationId: string; withdrawalId: string }): Promise<{ applied: boolean }>;
  /** Whether the database knows what a signal nobody waits for names; if not it was forged and is noted as an attack. */
  checkSignal(input: { applicationId: string; signal: string; id: string }): Promise<{ known: boolean }>;
  /** Ends an application whose parts have all ended. */
  settleParts(input: { applicationId: string }): Promise<PartsOutcome>;
  /** Tells that the recipient has the word, once, and answers until when. */
  tellRecipient(input: { applicationId: string }): Promise<{ dueAt: string; remindAt: string[] }>;
  remindRecipient(input: { applicationId: string; step: number }): Promise<void>;
  /** Settles what recipient or initiator did: on acceptance the holding moves. */
  settleTransfer(input: { applicationId: string; outcomeId: string }): Promise<TransferEffect>;
  /** `expired: false`: an answer or a revocation came first and its signal is on the way, or the filing is held and there is time `until`. */
  expireAcceptance(input: {
    applicationId: string;
    /** The deadline that has passed. */
    dueAt?: string;
  }): Promise<{ expired: boolean; until?: string }>;
};

/** Default policy (functions.md G6). No law sets a review deadline: this is policy, never shown as law. */
export const defaultPolicy: Policy = {
  review: {
    due: { amount: 5, unit: 'working_days' },
    remindAfter: [{ amount: 3, unit: 'working_days' }],
    escalateAfter: [
      { amount: 5, unit: 'working_days' },
      { amount: 8, unit: 'working_days' },
    ],
  },
  correction: {
    due: { amount: 10, unit: 'working_days' },
    remindBefore: [
      { amount: 7, unit: 'working_days' },
      { amount: 3, unit: 'working_days' },
    ],
  },
  acceptance: {
    due: { amount: 15, unit: 'calendar_days' },
    remindBefore: [
      { amount: 7, unit: 'calendar_days' },
      { amount: 2, unit: 'calendar_days' },
    ],
  },
  appeal: {
    due: { amount: 20, unit: 'working_days' },
    remindAfter: [{ amount: 15, unit: 'working_days' }],
    escalateAfter: [
      { amount: 20, unit: 'working_days' },
      { amount: 25, unit: 'working_days' },
    ],
  },
  suspension: { longest: { amount: 20, unit: 'working_days' } },
};

/** What the relay of a service sends to Temporal. */
export type WorkflowMessage =
  | {
      op: 'start';
      workflow: WorkflowName;
      workflowId: string;
      input: ApplicationInput;
      /** In place of one that was lost, ended from outside or replaced. */
      again?: true;
      search: { kind: string; division: string; receivedAt: string };
    }
  | { op: 'signal'; workflowId: string; signal: SignalName; message: SignalMessage };
