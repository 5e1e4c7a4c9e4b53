import type { EventData } from '@beian/contracts/events.ts';
import type { Addressee, StaffRole, TimelineKind } from '@beian/contracts/vocabulary.ts';

/** Groups of an organ's staff that are told together: a person is told of an entry as a member of one group at most. */
const staffGroups = {
  reviewers: ['reviewer'],
  senior_reviewers: ['senior_reviewer'],
  /** Whoever may decide in the stage that the event does not name. */
  deciders: ['reviewer', 'senior_reviewer'],
  supervisors: ['supervisor'],
} as const satisfies Record<string, readonly StaffRole[]>;
type StaffGroup = keyof typeof staffGroups;

export type Told = { addressee: Addressee; audience: string };
type Entry = EventData<'timeline.added'>;
type Whom = (entry: Entry) => Told[];

/** An audience as the database and the announcements name it: one account, or a group of an organ's staff. */
export const accountAudience = (accountId: string): string => `account:${accountId}`;
const groupAudience = (organCode: string, group: StaffGroup): string => `organ:${organCode}:${group}`;

/** The account of an audience; undefined for a group. */
export const accountOf = (audience: string): string | undefined => /^account:(.+)$/.exec(audience)?.[1];

/** All audiences that someone of an organ's staff belongs to besides the own account. */
export const staffAudiences = (organCode: string, roles: readonly StaffRole[]): string[] =>
  (Object.keys(staffGroups) as StaffGroup[])
    .filter((group) => staffGroups[group].some((role) => roles.includes(role)))
    .map((group) => groupAudience(organCode, group));

const account = (addressee: Addressee, accountId: string | null | undefined): Told[] =>
  accountId ? [{ addressee, audience: accountAudience(accountId) }] : [];
const staff = (organCode: string, group: StaffGroup): Told[] => [
  { addressee: 'staff', audience: groupAudience(organCode, group) },
];

const filer: Whom = ({ accountId }) => account('filer', accountId);
const recipient: Whom = ({ recipientAccountId }) => account('recipient', recipientAccountId);
const assignee: Whom = ({ assigneeAccountId }) => account('staff', assigneeAccountId);
const assigneeOr =
  (group: StaffGroup): Whom =>
  (entry) =>
    entry.assigneeAccountId ? assignee(entry) : staff(entry.organCode, group);
/** The superior organ's supervisors and those who are late; where there is no superior, the own supervisors. */
const escalation: Whom = (entry) => {
  const { organCode, escalatedTo = organCode } = entry;
  const late = escalatedTo === organCode ? [] : assigneeOr('deciders')(entry);
  return [...staff(escalatedTo, 'supervisors'), ...late];
};

/** Whom each entry of the timeline concerns (I20, I46). */
const table: Readonly<Record<TimelineKind, readonly Whom[]>> = {
  submitted: [filer],
  review_opened: [assigneeOr('reviewers')],
  review_reminded: [assigneeOr('deciders')],
  review_escalated: [escalation],
  review_urged: [assigneeOr('deciders')],
  review_suspended: [filer],
  review_resumed: [filer, assigneeOr('deciders')],
  validity_opened: [assigneeOr('reviewers')],
  found_valid: [filer],
  not_valid: [filer],
  first_approved: [filer],
  first_determined: [filer],
  disagreed: [filer],
  second_review_opened: [assigneeOr('senior_reviewers')],
  returned: [filer],
  correction_reminded: [filer],
  correction_extended: [filer],
  resubmitted: [filer],
  rerouted: [filer],
  document_quarantined: [filer],
  approved: [filer],
  rejected: [filer],
  awaiting_recipient: [recipient, filer],
  recipient_reminded: [recipient],
  accepted: [filer],
  declined: [filer],
  revoked: [filer, recipient],
  acceptance_expired: [filer, recipient],
  held: [filer, recipient],
  released: [filer, recipient],
  upheld: [filer],
  dismissed: [filer],
  holder_changed: [filer, recipient],
  ended_by_appeal: [filer],
  withdrawn: [filer, assignee],
  expired: [filer],
  completed: [filer, recipient],
  claimed: [filer],
};

/** Who is told of an entry, each audience once. */
export function audienceOf(entry: Entry): Told[] {
  const told = table[entry.entry].flatMap((whom) => whom(entry));
  return told.filter(({ audience }, i) => told.findIndex((one) => one.audience === audience) === i);
}

/**
 * Who is told of a delegation: its holder, whose account several people may use, and whom it names. A revocation is the holder's own act
 * and no news to it.
 */
export const partiesOf = ({ message, holderAccountId, granteeAccountId }: EventData<'delegation.told'>): Told[] => [
  ...(message === 'revoked' ? [] : account('filer', holderAccountId)),
  ...account('recipient', granteeAccountId),
];

/** What an entry leaves of the notices that asked staff to act: those of its organ, or all of the application, have had their day. */
export const settles: Readonly<Partial<Record<TimelineKind, 'organ' | 'application'>>> = {
  found_valid: 'organ',
  not_valid: 'organ',
  first_approved: 'organ',
  first_determined: 'organ',
  disagreed: 'organ',
  returned: 'organ',
  rerouted: 'organ',
  approved: 'organ',
  rejected: 'organ',
  withdrawn: 'application',
  ended_by_appeal: 'application',
  completed: 'application',
};
