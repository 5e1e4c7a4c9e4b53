import { LockMode } from '@mikro-orm/core';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { PublicAppealEntity } from '../appeals/public-appeal.entity.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { TransferEntity, TransferOutcomeEntity } from '../transfers/transfer.entity.ts';
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

/** Ends the hold of an appeal, if it has one, and answers its filing, locked: the filing may be used again, and whoever had a deadline gets the time back. */
export async function liftHold(change: Change, application: ApplicationEntity): Promise<FilingEntity | undefined> {
  const { id: applicationId } = application;
  const held = await change.em.findOne(FilingEntity, { heldBy: applicationId });
  if (!held) return undefined;
  // Applications before filings, as everywhere.
  const waiting = await lockOpenBusiness(change, held.id);
  const filing = await change.lock(FilingEntity, { id: held.id });
  const heldMs = change.now.getTime() - (filing.heldAt ?? change.now).getTime();
  Object.assign(filing, { status: 'valid', heldBy: null, heldAt: null });
  if (waiting) await giveBack(change, waiting, heldMs);
  addTimelineEntry(change, application, 'released', 'platform', await disputeTold(change, filing));
  change.emit('filing.released', {
    subject: filing.number,
    data: { ...(await eventDataOf(change, filing, applicationId)), releasedAt: change.now.toISOString() },
  });
  return filing;
}

/** While a filing is held the deadlines about it are looked at again this often. */
const heldAgainMs = 24 * 3_600_000;

/**
 * Whether a deadline that seems to have passed has not: the filing that it is about is held, or was and the deadline has moved. Answers
 * when to look again.
 */
export async function stillRunning(
  change: Change,
  applicationId: string,
  { knownDueAt, dueAt }: { knownDueAt: string | undefined; dueAt: Date | null | undefined },
): Promise<string | undefined> {
  if (await isHeld(change, applicationId)) return new Date(change.now.getTime() + heldAgainMs).toISOString();
  return knownDueAt && dueAt && dueAt > new Date(knownDueAt) ? dueAt.toISOString() : undefined;
}

/** Whether a filing that an application has taken is held. */
export async function isHeld({ em }: Change, applicationId: string): Promise<boolean> {
  const taken = await em.find(ApplicationFiling, { applicationId, open: true });
  const held = { id: { $in: taken.map((row) => row.filingId) }, status: 'held' } as const;
  return (await em.count(FilingEntity, held)) > 0;
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

/** Who had a deadline while the filing was held gets the time back: the filer who corrects, the recipient who answers. */
async function giveBack(change: Change, application: ApplicationEntity, heldMs: number): Promise<void> {
  const later = (dueAt: Date) => new Date(dueAt.getTime() + heldMs);
  if (application.correctionDueAt) application.correctionDueAt = later(application.correctionDueAt);
  const transfer = await change.em.findOne(TransferEntity, { applicationId: application.id });
  if (transfer?.dueAt) transfer.dueAt = later(transfer.dueAt);
}

/** An appeal that is determined holds the filing until its appellant signs in to take it: a new appeal may take it over, and that claim lapses. */
async function takeOver(change: Change, filing: FilingEntity): Promise<void> {
  const waiting = await change.em.findOne(PublicAppealEntity, { applicationId: filing.heldBy ?? '', granted: true });
  if (!waiting) throw await heldProblem(change, filing);
  waiting.granted = false;
}

async function mustNotBeSettling(change: Change, { id: filingId }: FilingEntity): Promise<void> {
  const open = await change.em.find(ApplicationFiling, { filingId, open: true });
  const unsettled = { applicationId: { $in: open.map((row) => row.applicationId) }, appliedAt: null };
  const approved = await change.em.count(DecisionEntity, { ...unsettled, outcome: 'approve' });
  const accepted = await change.em.count(TransferOutcomeEntity, { ...unsettled, outcome: 'accepted' });
  if (approved + accepted > 0) throw problem('filing.settling');
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
