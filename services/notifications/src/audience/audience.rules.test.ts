import { describe, expect, it } from 'vitest';
import type { EventData } from '@beian/contracts/events.ts';
import { timelineKinds, type TimelineKind } from '@beian/contracts/vocabulary.ts';
import { audienceOf, staffAudiences } from './audience.rules.ts';

const [filer, recipient, reviewer] = [
  '0199b2d6-3c5e-7b1a-8f2e-000000000001',
  '0199b2d6-3c5e-7b1a-8f2e-000000000002',
  '0199b2d6-3c5e-7b1a-8f2e-000000000003',
];
const anEntry = (
  entry: TimelineKind,
  more: Partial<EventData<'timeline.added'>> = {},
): EventData<'timeline.added'> => ({
  applicationId: '0199b2d6-3c5e-7b1a-8f2e-00000000000a',
  kind: 'registration',
  version: 1,
  organCode: '440305',
  accountId: filer,
  entryId: '0199b2d6-3c5e-7b1a-8f2e-00000000000e',
  entry,
  applicationNumber: 'SL20261125000001',
  ...more,
});
const told = (entry: TimelineKind, more?: Partial<EventData<'timeline.added'>>) =>
  audienceOf(anEntry(entry, more)).map(({ addressee, audience }) => `${addressee} ${audience}`);

describe('who is told', () => {
  it.each(timelineKinds)('of %s is each audience once, and somebody when all are known', (entry) => {
    const everybody = { recipientAccountId: recipient, assigneeAccountId: reviewer, escalatedTo: '440300' };
    const audiences = audienceOf(anEntry(entry, everybody)).map(({ audience }) => audience);
    expect(audiences.length).toBeGreaterThan(0);
    expect(new Set(audiences).size).toBe(audiences.length);
  });

  it.each(['submitted', 'returned', 'correction_reminded', 'rejected', 'completed', 'expired'] as const)(
    'of %s is the filer',
    (entry) => expect(told(entry)).toEqual([`filer account:${filer}`]),
  );

  it('of a new task are the reviewers of the organ, of a second one the senior reviewers', () => {
    expect(told('review_opened')).toEqual(['staff organ:440305:reviewers']);
    expect(told('second_review_opened')).toEqual(['staff organ:440305:senior_reviewers']);
  });

  it('of a late task is who holds it, or all who may take it', () => {
    expect(told('review_reminded', { assigneeAccountId: reviewer })).toEqual([`staff account:${reviewer}`]);
    expect(told('review_reminded')).toEqual(['staff organ:440305:deciders']);
  });

  it('of an escalation are the supervisors of the organ that it reaches, and who is late', () => {
    const late = { assigneeAccountId: reviewer };
    expect(told('review_escalated', { ...late, escalatedTo: '440300' })).toEqual([
      'staff organ:440300:supervisors',
      `staff account:${reviewer}`,
    ]);
    expect(told('review_escalated', late)).toEqual(['staff organ:440305:supervisors']);
  });

  it('of a transfer are both sides, each in its own words', () => {
    const transfer = { kind: 'transfer', recipientAccountId: recipient } as const;
    expect(told('awaiting_recipient', transfer)).toEqual([`recipient account:${recipient}`, `filer account:${filer}`]);
    expect(told('recipient_reminded', transfer)).toEqual([`recipient account:${recipient}`]);
    expect(told('completed', transfer)).toEqual([`filer account:${filer}`, `recipient account:${recipient}`]);
    expect(told('completed', { ...transfer, recipientAccountId: filer })).toEqual([`filer account:${filer}`]);
  });

  it('of what came on paper or without sign-in is nobody but staff', () => {
    expect(told('returned', { accountId: null })).toEqual([]);
    expect(told('review_opened', { accountId: null })).toEqual(['staff organ:440305:reviewers']);
  });
});

it('staff belongs to the groups of its roles at its own organ', () => {
  expect(staffAudiences('440305', ['reviewer'])).toEqual(['organ:440305:reviewers', 'organ:440305:deciders']);
  expect(staffAudiences('440300', ['supervisor'])).toEqual(['organ:440300:supervisors']);
  expect(staffAudiences('440305', ['auditor'])).toEqual([]);
});
