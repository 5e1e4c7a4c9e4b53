import { LockMode } from '@mikro-orm/core';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { PublicAppealEntity } from '../appeals/public-appeal.entity.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { FilingEntity, Holding } from './filing.entity.ts';
import { ApplicationFiling } from './occupy-filing.ts';

/**
 * 争议冻结 (N13): an appeal about ownership that is found valid holds the disputed filing at once, in the transaction that records it.
 * `filing.held` when another appeal holds it already, `filing.settling` while an approval about it is on its way.
 */
export async function holdFiling(change: Change, application: ApplicationEntity): Promise<void> {
  const about = await change.em.findOneOrFail(ApplicationFiling, { applicationId: application.id });
  const filing = await change.lock(FilingEntity, { id: about.filingId });
  // There is nothing to keep anybody from doing.
  if (filing.status === 'cancelled') return;
  if (filing.heldBy) await takeOver(change, filing);
  await mustNotBeSettling(change, filing);
  Object.assign(filing, { status: 'held', heldBy: application.id, heldAt: change.now });
  change.emit('filing.held', {
    subject: filing.number,
    data: { ...(await eventDataOf(change, filing, application.id)), heldAt: change.now.toISOString() },
  });
}

/** Ends the hold of an appeal, if it has one: the filing may be used again, and the corrections that waited get their time back. */
export async function liftHold(change: Change, application: ApplicationEntity): Promise<void> {
  const { id: applicationId } = application;
  const held = await change.em.findOne(FilingEntity, { heldBy: applicationId });
  if (!held) return;
  // Applications before filings, as everywhere.
  const waiting = await lockOpenBusiness(change, held.id);
  const filing = await change.lock(FilingEntity, { id: held.id });
  const heldMs = change.now.getTime() - (filing.heldAt ?? change.now).getTime();
  Object.assign(filing, { status: 'valid', heldBy: null, heldAt: null });
  if (waiting?.correctionDueAt) waiting.correctionDueAt = new Date(waiting.correctionDueAt.getTime() + heldMs);
  addTimelineEntry(change, application, 'released', 'platform', await disputeTold(change, filing));
  change.emit('filing.released', {
    subject: filing.number,
    data: { ...(await eventDataOf(change, filing, applicationId)), releasedAt: change.now.toISOString() },
  });
}

/** Whether a filing that an application has taken is held. */
export async function isHeld(change: Change, applicationId: string): Promise<boolean> {
  const taken = await change.em.find(ApplicationFiling, { applicationId, open: true });
  return (await change.em.count(FilingEntity, { id: { $in: taken.map((row) => row.filingId) }, status: 'held' })) > 0;
}

/** Locks the filings that an application has taken; `filing.held`, naming the appeal, while one of them is held: nothing about it may take effect. */
export async function mustNotBeHeld(change: Change, applicationId: string): Promise<void> {
  const taken = await change.em.find(ApplicationFiling, { applicationId, open: true });
  const filings = await change.em.find(
    FilingEntity,
    { id: { $in: taken.map((row) => row.filingId) } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
  const held = filings.find((filing) => filing.heldBy);
  if (held) throw await heldProblem(change, held);
}

/** The application that has taken a filing, locked. */
export async function lockOpenBusiness(change: Change, filingId: string): Promise<ApplicationEntity | undefined> {
  const open = await change.em.findOne(ApplicationFiling, { filingId, open: true });
  return open ? change.lock(ApplicationEntity, { id: open.applicationId }) : undefined;
}

/** An appeal that is determined holds the filing until its appellant signs in to take it: a new appeal may take it over, and that claim lapses. */
async function takeOver(change: Change, filing: FilingEntity): Promise<void> {
  const waiting = await change.em.findOne(PublicAppealEntity, { applicationId: filing.heldBy ?? '', granted: true });
  if (!waiting) throw await heldProblem(change, filing);
  waiting.granted = false;
}

async function mustNotBeSettling(change: Change, { id: filingId }: FilingEntity): Promise<void> {
  const open = await change.em.find(ApplicationFiling, { filingId, open: true });
  const settling = {
    applicationId: { $in: open.map((row) => row.applicationId) },
    outcome: 'approve',
    appliedAt: null,
  } as const;
  if ((await change.em.count(DecisionEntity, settling)) > 0) throw problem('filing.settling');
}

async function heldProblem(change: Change, filing: FilingEntity) {
  const appeal = await change.em.findOneOrFail(ApplicationEntity, { id: filing.heldBy ?? '' });
  return problem('filing.held', { params: { filing: filing.number, number: appeal.number } });
}

/** What the timeline's event says of a disputed filing: its holder is told too. */
export async function disputeTold(change: Change, { id, number }: FilingEntity) {
  const holding = await change.em.findOne(Holding, { filingId: id, untilAt: null });
  return { filingNumbers: [number], ...(holding ? { recipientAccountId: holding.accountId } : {}) };
}

async function eventDataOf(change: Change, filing: FilingEntity, applicationId: string) {
  const { id: filingId, number: filingNumber, uscc, organCode, countyCode, version } = filing;
  const holding = await change.em.findOne(Holding, { filingId, untilAt: null });
  const holderAccountId = holding?.accountId ?? null;
  return { filingNumber, applicationId, uscc, organCode, countyCode, version, holderAccountId };
}
