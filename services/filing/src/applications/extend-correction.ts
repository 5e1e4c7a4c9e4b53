import type { ApplicationSummary, Extension } from '@beian/contracts/applications.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { CorrectionPolicy, ExtensionEffect, FilingActivities } from '@beian/contracts/workflows.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Calendar } from '../calendar/calendar.rules.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { extendedDeadline, remindersBefore } from '../calendar/spans.rules.ts';
import type { Deps } from '../deps.ts';
import { noteForgedSignal, workflowActor } from '../review/forged-signal.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import { ApplicationEntity, ExtensionEntity, WithdrawalEntity } from './application.entity.ts';
import { awaitOutcome } from './await-outcome.ts';
import { mustStillAct } from './must-still-act.ts';
import { behalfIn } from './open-application.ts';
import { ownApplication } from './own-application.ts';
import { summaryOf } from './present-application.ts';

/** 补正延期 (G6): the filer asks for more time, once, before the deadline. `applied` is false when the engine is slow. */
export async function extendCorrection(
  deps: Deps,
  by: Actor,
  id: string,
  { reason }: Extension,
): Promise<{ summary: ApplicationSummary; applied: boolean }> {
  const { actor, where } = ownApplication(by, id);
  const extensionId = await mutate(deps, actor, { action: 'correction.extend' }, async (change) => {
    const application = await change.lock(ApplicationEntity, where);
    await mustStillAct(change, actor, application);
    const { status, correctionDueAt } = application;
    const late = !correctionDueAt || correctionDueAt <= change.now;
    const withdrawn = (await change.em.count(WithdrawalEntity, { applicationId: id })) > 0;
    if (status !== 'returned' || late || withdrawn) {
      throw problem('application.not-open', { params: { status: applicationStatusLabels[status] } });
    }
    const extension = change.create(ExtensionEntity, { id: newId(), applicationId: id, reason, at: change.now });
    change.tell({ op: 'signal', workflowId: id, signal: 'extended', message: { id: extension.id } });
    change.record({ subject: id, data: { version: application.version, ...behalfIn(application) } });
    return extension.id;
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(ExtensionEntity, { id: extensionId, appliedAt: { $ne: null } })) > 0,
  );
  const application = await deps.orm.em.fork().findOneOrFail(ApplicationEntity, { id });
  return { summary: summaryOf(application), applied };
}

/** Settles a recorded extension: the deadline moves from where it stands. Applied twice it is one; an unknown id is a forged signal. */
export function applyExtension(
  deps: Deps,
  { applicationId, extensionId, policy }: Parameters<FilingActivities['applyExtension']>[0],
): Promise<ExtensionEffect> {
  return mutate(deps, workflowActor, { action: 'extension.apply' }, async (change): Promise<ExtensionEffect> => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const extension = await change.em.findOne(ExtensionEntity, { id: extensionId, applicationId });
    if (!extension) {
      noteForgedSignal(deps, change, { applicationId, id: extensionId, about: 'extension' });
      return { applied: false };
    }
    change.record({ subject: applicationId, data: { extensionId } });
    const calendar = await readCalendar(change.em);
    if (!extension.dueAt) {
      // Resubmitted or withdrawn meanwhile: there is no deadline to move.
      if (application.status !== 'returned' || !application.correctionDueAt) return { applied: false };
      const dueAt = extendedDeadline(application.correctionDueAt, policy, calendar);
      Object.assign(extension, { appliedAt: change.now, dueAt });
      Object.assign(application, { correctionDueAt: dueAt, updatedAt: change.now });
      addTimelineEntry(change, application, 'correction_extended', 'filer', { dueAt: dueAt.toISOString() });
      return effectOf({ dueAt, appliedAt: change.now }, policy, calendar);
    }
    return effectOf({ dueAt: extension.dueAt, appliedAt: extension.appliedAt ?? change.now }, policy, calendar);
  });
}

/** From the row alone, so that a retry answers what the first try answered. */
function effectOf(
  { dueAt, appliedAt }: { dueAt: Date; appliedAt: Date },
  policy: CorrectionPolicy,
  calendar: Calendar,
): ExtensionEffect {
  const remindAt = remindersBefore(dueAt, appliedAt, policy, calendar);
  return { applied: true, dueAt: dueAt.toISOString(), remindAt: remindAt.map((at) => at.toISOString()) };
}
