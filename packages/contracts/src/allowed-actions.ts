import type { ApplicationStatus } from './vocabulary.ts';

/** What a filer may do with an application in a status: one table for server and screens. */
export const applicationActions = ['withdraw', 'resubmit', 'extend', 'revoke'] as const;
export type ApplicationAction = (typeof applicationActions)[number];

const table: Readonly<Record<ApplicationStatus, readonly ApplicationAction[]>> = {
  submitted: ['withdraw'],
  valid: ['withdraw'],
  in_review: ['withdraw'],
  returned: ['resubmit', 'extend', 'withdraw'],
  resubmitted: ['withdraw'],
  second_review: ['withdraw'],
  awaiting_recipient: ['revoke'],
  completed: [],
  rejected: [],
  withdrawn: [],
  expired: [],
  declined: [],
  revoked: [],
};

/** Actions that the status allows; the database decides in the end, for a decision may already be recorded. */
export const allowedActions = (status: ApplicationStatus): readonly ApplicationAction[] => table[status];

/** An application in one of these never changes again. */
export const finalStatuses: readonly ApplicationStatus[] = [
  'completed',
  'rejected',
  'withdrawn',
  'expired',
  'declined',
  'revoked',
];
