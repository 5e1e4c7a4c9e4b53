import { z } from 'zod';
import { allowedActions } from '@beian/contracts/allowed-actions.ts';
import type { Application, ApplicationSummary, ReviewOutcome, TimelineEntry } from '@beian/contracts/applications.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { appealOf } from '../appeals/appeal-version.ts';
import { determinationOf, isTold } from '../appeals/determination.rules.ts';
import { presentChange } from '../changes/present-change.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { predictedDecision } from '../review/predict-decision.ts';
import { suspensionsOf } from '../review/present-suspensions.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { TransferEntity, TransferOutcomeEntity } from '../transfers/transfer.entity.ts';
import {
  type ApplicationEntity,
  ApplicationVersion,
  ExtensionEntity,
  TimelineEntity,
  WithdrawalEntity,
} from './application.entity.ts';
import { filedContent, joinContent, maskRecipient, type PersonalContent } from './content.rules.ts';

const Personal = z.object({
  headName: z.string(),
  safetyOfficerName: z.string(),
  safetyOfficerPhone: z.string(),
  recipient: z.object({ name: z.string(), idNumber: z.string() }).optional(),
});

/** Opens the personal part of a version. */
export const personalOf = (
  deps: Pick<Deps, 'sealer'>,
  version: Pick<ApplicationVersion, 'id' | 'sealed'>,
): PersonalContent =>
  Personal.parse(
    deps.sealer.unseal(version.sealed, { table: 'application_version', column: 'sealed', row: version.id }),
  );

/** The unit and system that an application is about, where it names its own. */
export const aboutOf = ({ uscc, unitName, systemName }: ApplicationEntity) => ({
  ...(uscc ? { uscc } : {}),
  ...(unitName ? { unitName } : {}),
  ...(systemName ? { systemName } : {}),
});

/** What a version asks for, as its filer reads it: unit and system with the part of the business, or an appeal. */
export function contentOf(
  deps: Pick<Deps, 'sealer'>,
  version: ApplicationVersion,
): Pick<Application, 'content' | 'appeal'> {
  const appeal = appealOf(deps, version);
  return appeal
    ? { appeal }
    : { content: joinContent(filedContent(version), maskRecipient(personalOf(deps, version))) };
}

/** An application in one line. Holds no personal data: it is kept as the answer to an idempotency key. */
export const summaryOf = (application: ApplicationEntity, filingNumbers: string[] = []): ApplicationSummary => ({
  id: application.id,
  number: application.number,
  kind: application.kind,
  status: application.status,
  ...aboutOf(application),
  organ: { code: application.organCode, name: application.organName },
  submittedAt: application.submittedAt.toISOString(),
  updatedAt: application.updatedAt.toISOString(),
  filingNumbers,
  ...(application.onBehalfOf ? { byAgent: true } : {}),
});

export const outcomeOf = (decision: DecisionEntity): ReviewOutcome => ({
  decisionId: decision.id,
  round: decision.round,
  stage: decision.stage,
  outcome: decision.outcome,
  organ: { code: decision.organCode, name: decision.organName },
  ...(decision.reasonCode ? { reasonCode: decision.reasonCode } : {}),
  ...(decision.holderChange ? { holderChange: decision.holderChange } : {}),
  opinion: decision.opinion,
  notice: decision.notice,
  decidedAt: decision.decidedAt.toISOString(),
  applied: Boolean(decision.appliedAt),
});

export const timelineOf = (entry: TimelineEntity): TimelineEntry => ({
  at: entry.at.toISOString(),
  kind: entry.kind,
  by: entry.by,
  ...(entry.organCode && entry.organName ? { organ: { code: entry.organCode, name: entry.organName } } : {}),
  ...(entry.version ? { version: entry.version } : {}),
  ...(entry.suspension ? { suspension: entry.suspension } : {}),
});

/** The filings that applications led to or are about, by application. */
export async function filingNumbersOf(em: SqlEntityManager, ids: string[]): Promise<Map<string, string[]>> {
  const where = { applicationId: { $in: ids } };
  const registered = await em.find(FilingEntity, where);
  const concerned = await em.find(ApplicationFiling, where, { orderBy: { filingNumber: 'asc' } });
  const of = (id: string) => [
    ...registered.filter((filing) => filing.applicationId === id).map((filing) => filing.number),
    ...concerned.filter((row) => row.applicationId === id).map((row) => row.filingNumber),
  ];
  return new Map(ids.map((id) => [id, of(id)]));
}

/** How a transfer stands with its recipient, from the last approval on. */
async function transferOf(
  em: SqlEntityManager,
  { id: applicationId, kind, status }: ApplicationEntity,
): Promise<Application['transfer']> {
  if (kind !== 'transfer') return undefined;
  const { dueAt } = await em.findOneOrFail(TransferEntity, { applicationId });
  if (!dueAt && status !== 'awaiting_recipient') return undefined;
  const ended = await em.findOne(TransferOutcomeEntity, { applicationId });
  return {
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    ...(ended ? { outcome: ended.outcome } : {}),
    ...(ended?.reason ? { reason: ended.reason } : {}),
  };
}

/** The whole application as its filer reads it (M073): current content, reviews with their opinions, timeline, what may be done next. */
export async function presentApplication(
  deps: Pick<Deps, 'sealer' | 'clock'>,
  em: SqlEntityManager,
  application: ApplicationEntity,
): Promise<Application> {
  const of = { applicationId: application.id };
  const version = await em.findOneOrFail(ApplicationVersion, { ...of, number: application.version });
  const decisions = await em.find(DecisionEntity, of, { orderBy: { id: 'asc' } });
  const timeline = await em.find(TimelineEntity, of, { orderBy: { id: 'asc' } });
  const numbers = await filingNumbersOf(em, [application.id]);
  const predicted = await predictedDecision(em, application, deps.clock.now());
  const withdrawing = await em.count(WithdrawalEntity, of);
  const extended = (await em.count(ExtensionEntity, of)) > 0;
  const transfer = await transferOf(em, application);
  const acted = withdrawing > 0 || transfer?.outcome !== undefined;
  const pending = acted || decisions.some((decision) => !decision.appliedAt);
  const suspensions = await suspensionsOf(em, application.id);
  const determination = determinationOf(application, decisions);
  const notice = decisions.findLast((decision) => decision.outcome === 'return' && decision.appliedAt)?.notice;
  return {
    ...summaryOf(application, numbers.get(application.id)),
    version: application.version,
    ...contentOf(deps, version),
    ...(determination ? { determination } : {}),
    reviews: decisions.filter((decision) => isTold(application, decisions, decision)).map(outcomeOf),
    suspensions,
    // A withdrawal ends it without a resumption.
    suspended: withdrawing === 0 && suspensions.some(({ resumed }) => !resumed),
    timeline: timeline.map(timelineOf),
    ...(application.status === 'returned' && application.correctionDueAt && notice
      ? { correction: { dueAt: application.correctionDueAt.toISOString(), extended, notice } }
      : {}),
    ...(transfer ? { transfer } : {}),
    ...(application.reviewDueAt ? { reviewDueAt: application.reviewDueAt.toISOString() } : {}),
    ...(predicted ? { predictedAt: predicted.toISOString() } : {}),
    ...(application.kind === 'change' ? await presentChange(deps, em, application) : {}),
    allowedActions: pending ? [] : allowedActions(application.status).filter((one) => one !== 'extend' || !extended),
  };
}
