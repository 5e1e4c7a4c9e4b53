import type { ApplicationKind, ApplicationStatus, TimelineKind } from '@beian/contracts/vocabulary.ts';

/** An entry of the timeline, and how many are told of it: one notification each. */
export type Told = { entry: TimelineKind; told: number };

/** How an application ends that goes this way, and everything that its filer reads of it on the way. */
export type Outcome = {
  status: ApplicationStatus;
  timeline: readonly Told[];
  /** Entries that may be missing: the filer was faster than the platform. */
  perhaps?: readonly TimelineKind[];
};

const one = (...entries: TimelineKind[]): Told[] => entries.map((entry) => ({ entry, told: 1 }));
/** Both sides are told: filer and recipient, appellant and holder. */
const both = (...entries: TimelineKind[]): Told[] => entries.map((entry) => ({ entry, told: 2 }));

const opened = one('submitted', 'review_opened');
const corrected = [...opened, ...one('returned', 'resubmitted', 'review_opened')];
const transferApproved = [...one('first_approved', 'second_review_opened', 'approved'), ...both('awaiting_recipient')];
const accepted = [...one('accepted'), ...both('completed')];
const takenUp = [
  ...one('submitted', 'validity_opened', 'found_valid'),
  ...both('held'),
  ...one('review_opened', 'first_determined', 'second_review_opened'),
];

/** The ways that applications of each business go. */
export const outcomes = {
  registration: {
    approved: { status: 'completed', timeline: [...opened, ...one('approved', 'completed')] },
    corrected: { status: 'completed', timeline: [...corrected, ...one('approved', 'completed')] },
    rejected: { status: 'rejected', timeline: [...opened, ...one('rejected')] },
    withdrawn: { status: 'withdrawn', timeline: [...opened, ...one('withdrawn')] },
    'withdrawn at once': {
      status: 'withdrawn',
      timeline: [...opened, ...one('withdrawn')],
      perhaps: ['review_opened'],
    },
  },
  change: {
    approved: { status: 'completed', timeline: [...opened, ...one('approved', 'completed')] },
    corrected: { status: 'completed', timeline: [...corrected, ...one('approved', 'completed')] },
    rejected: { status: 'rejected', timeline: [...opened, ...one('rejected')] },
    withdrawn: { status: 'withdrawn', timeline: [...opened, ...one('withdrawn')] },
    /** Two filings, of which one moves to another county: each organ decides a part. */
    'in parts': { status: 'completed', timeline: one('submitted', 'completed') },
  },
  cancellation: {
    approved: { status: 'completed', timeline: [...opened, ...one('approved', 'completed')] },
    rejected: { status: 'rejected', timeline: [...opened, ...one('rejected')] },
    withdrawn: { status: 'withdrawn', timeline: [...opened, ...one('withdrawn')] },
  },
  transfer: {
    accepted: { status: 'completed', timeline: [...opened, ...transferApproved, ...accepted] },
    corrected: { status: 'completed', timeline: [...corrected, ...transferApproved, ...accepted] },
    declined: { status: 'declined', timeline: [...opened, ...transferApproved, ...one('declined')] },
    revoked: { status: 'revoked', timeline: [...opened, ...transferApproved, ...both('revoked')] },
    rejected: { status: 'rejected', timeline: [...opened, ...one('rejected')] },
    withdrawn: { status: 'withdrawn', timeline: [...opened, ...one('withdrawn')] },
  },
  appeal: {
    // Who held it is told that it is gone; that it is free again is told to who holds it then, the appellant.
    upheld: {
      status: 'completed',
      timeline: [...takenUp, ...one('upheld'), ...both('holder_changed'), ...one('released', 'completed')],
    },
    dismissed: {
      status: 'completed',
      timeline: [...takenUp, ...one('dismissed'), ...both('released'), ...one('completed')],
    },
    'not valid': { status: 'rejected', timeline: one('submitted', 'validity_opened', 'not_valid') },
    withdrawn: { status: 'withdrawn', timeline: one('submitted', 'validity_opened', 'withdrawn') },
  },
} as const satisfies Record<ApplicationKind, Record<string, Outcome>>;

export type OutcomeName<K extends ApplicationKind = ApplicationKind> = K extends ApplicationKind
  ? keyof (typeof outcomes)[K]
  : never;

/** How the parts of a change end: each an application of its own. */
export const partOutcomes: Record<'approved' | 'rejected', Outcome> = {
  approved: outcomes.change.approved,
  rejected: outcomes.change.rejected,
};

/** The outcome of a business by its name. */
export const outcomeOf = (kind: ApplicationKind, name: string): Outcome => {
  const found = (outcomes[kind] as Record<string, Outcome>)[name];
  if (!found) throw new Error(`no ${kind} ends ${name}`);
  return found;
};
