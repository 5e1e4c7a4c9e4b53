import type { ApplicationSummary, SubmitApplication } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { requireFiler, type Actor, type Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DraftEntity } from '../drafts/draft.entity.ts';
import { presentUnit } from '../units/list-units.ts';
import { UnitEntity } from '../units/unit.entity.ts';
import { nextAcceptanceNumber } from './acceptance-number.ts';
import { addVersion } from './add-version.ts';
import { ApplicationEntity, TimelineEntity } from './application.entity.ts';
import { checkRegistration, type CheckedRegistration } from './check-registration.ts';
import { summaryOf } from './present-application.ts';

/** 【提交】 (M066): checks everything, then one transaction: application, first version, devices, timeline, audit, event, workflow start. */
export async function submitApplication(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency: Idempotency | undefined },
  submission: SubmitApplication,
): Promise<ApplicationSummary> {
  const actor = requireFiler(by.actor);
  const unit = await ownUnit(deps, actor, submission.unitId);
  const { uscc, type, name, headName, attachments } = unit;
  const unitInput = { uscc, type, name, headName, attachments };
  const content = { unit: unitInput, system: submission.system };
  const checked = await checkRegistration(deps, { actor, token: by.token }, content);

  const act = { action: 'application.submit', idempotency: by.idempotency };
  return mutate(deps, actor, act, async (change) => {
    const application = await createApplication(deps, change, { actor, unit, submission, checked });
    const { organ, divisionName } = checked.jurisdiction;
    const version = await addVersion(deps, change, {
      applicationId: application.id,
      number: 1,
      ...content,
      divisionName,
      table: checked.table,
    });
    change.create(TimelineEntity, {
      id: newId(),
      applicationId: application.id,
      at: change.now,
      kind: 'submitted',
      by: 'filer',
      version: 1,
    });
    if (submission.draftId)
      await change.em.nativeDelete(DraftEntity, { id: submission.draftId, accountId: actor.accountId });
    change.emit('application.submitted', {
      subject: application.id,
      data: {
        applicationId: application.id,
        kind: 'registration',
        version: 1,
        organCode: organ.code,
        accountId: actor.accountId,
        countyCode: submission.system.countyCode,
        documentIds: version.documentIds,
      },
    });
    const receivedAt = change.now.toISOString();
    const division = submission.system.countyCode;
    change.tell({
      op: 'start',
      workflow: 'registration',
      workflowId: application.id,
      input: {
        applicationId: application.id,
        divisionCode: division,
        organCode: organ.code,
        receivedAt,
        policy: deps.policy,
      },
      search: { kind: 'registration', division, receivedAt },
    });
    change.record({ subject: application.id, data: { number: application.number, organ: organ.code } });
    return summaryOf(application);
  });
}

async function ownUnit(deps: Deps, { accountId }: Filer, id: string): Promise<Unit> {
  const unit = await deps.orm.em.fork().findOne(UnitEntity, { id, accountId });
  if (!unit) throw fieldProblem(['unitId'], 'unit.unknown');
  return presentUnit(deps, unit);
}

async function createApplication(
  deps: Deps,
  change: Change,
  given: { actor: Filer; unit: Unit; submission: SubmitApplication; checked: CheckedRegistration },
): Promise<ApplicationEntity> {
  const { actor, unit, submission, checked } = given;
  const { organ, divisionName } = checked.jurisdiction;
  return change.create(ApplicationEntity, {
    id: newId(),
    number: await nextAcceptanceNumber(change.em, change.now),
    kind: submission.kind,
    status: 'submitted',
    accountId: actor.accountId,
    filerKind: actor.kind,
    unitId: unit.id,
    uscc: unit.uscc,
    unitName: unit.name,
    systemName: submission.system.name,
    countyCode: submission.system.countyCode,
    divisionName,
    organCode: organ.code,
    organName: organ.name,
    version: 1,
    submittedAt: change.now,
    updatedAt: change.now,
  });
}
