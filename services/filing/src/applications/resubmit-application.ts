import type { ApplicationSummary, Resubmission } from '@beian/contracts/applications.ts';
import { applicationStatusLabels } from '@beian/contracts/vocabulary.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { addVersion } from './add-version.ts';
import { ApplicationEntity, ApplicationVersion, TimelineEntity, WithdrawalEntity } from './application.entity.ts';
import { checkRegistration } from './check-registration.ts';
import { joinContent } from './content.rules.ts';
import { correct } from './correction.rules.ts';
import { personalOf, summaryOf } from './present-application.ts';

/** 补正后重新提交 (I18): only cited fields may change; a new version is checked like the first and goes back to review. */
export async function resubmitApplication(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency?: Idempotency | undefined },
  id: string,
  given: Resubmission,
): Promise<ApplicationSummary> {
  const actor = requireFiler(by.actor);
  const { accountId } = actor;
  const em = deps.orm.em.fork();
  const seen = await em.findOne(ApplicationEntity, { id, accountId });
  if (!seen) throw problem('not-found');
  mustBeReturned(seen, given.baseVersion);
  const version = await em.findOneOrFail(ApplicationVersion, { applicationId: id, number: seen.version });
  const current = joinContent(version.content, personalOf(deps, version));
  const decision = await em.findOneOrFail(
    DecisionEntity,
    { applicationId: id, outcome: 'return', appliedAt: { $ne: null } },
    { orderBy: { id: 'desc' } },
  );
  const { corrected, wrong } = correct(current, decision.notice, given);
  if (wrong.length > 0) throw problem('request.invalid', { errors: wrong });
  const { jurisdiction, table } = await checkRegistration(deps, { actor, token: by.token }, corrected);

  const act = { action: 'application.resubmit', idempotency: by.idempotency };
  return mutate(deps, actor, act, async (change) => {
    const application = await change.lock(ApplicationEntity, { id, accountId });
    mustBeReturned(application, given.baseVersion);
    if ((await change.em.count(WithdrawalEntity, { applicationId: id })) > 0) throw notOpen('withdrawn');
    const { divisionName, organ } = jurisdiction;
    const number = application.version + 1;
    const next = await addVersion(deps, change, {
      applicationId: id,
      number,
      ...corrected,
      divisionName,
      table,
      explanation: given.explanation,
    });
    // Another county is another organ; in the same county a re-routing stays as it is.
    const moved = corrected.system.countyCode !== application.countyCode;
    Object.assign(application, {
      status: 'resubmitted',
      version: number,
      uscc: corrected.unit.uscc,
      unitName: corrected.unit.name,
      systemName: corrected.system.name,
      countyCode: corrected.system.countyCode,
      divisionName,
      ...(moved ? { organCode: organ.code, organName: organ.name } : {}),
      correctionDueAt: null,
      updatedAt: change.now,
    });
    change.create(TimelineEntity, {
      id: newId(),
      applicationId: id,
      at: change.now,
      kind: 'resubmitted',
      by: 'filer',
      version: number,
    });
    const data = { applicationId: id, kind: application.kind, version: number, organCode: application.organCode };
    change.emit('application.resubmitted', {
      subject: id,
      data: { ...data, accountId, documentIds: next.documentIds },
    });
    change.tell({ op: 'signal', workflowId: id, signal: 'resubmitted', message: { id: next.id } });
    change.record({ subject: id, data: { version: number } });
    return summaryOf(application);
  });
}

const notOpen = (status: ApplicationEntity['status']) =>
  problem('application.not-open', { params: { status: applicationStatusLabels[status] } });

function mustBeReturned(application: ApplicationEntity, baseVersion: number): void {
  if (application.status !== 'returned') throw notOpen(application.status);
  if (application.version !== baseVersion) throw problem('application.version-stale');
}
