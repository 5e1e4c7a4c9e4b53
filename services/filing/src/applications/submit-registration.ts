import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { RegistrationSubmission } from '@beian/contracts/submissions.ts';
import type { Unit } from '@beian/contracts/units.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { presentUnit } from '../units/list-units.ts';
import { UnitEntity } from '../units/unit.entity.ts';
import { addVersion } from './add-version.ts';
import { checkRegistration } from './check-registration.ts';
import { openApplication } from './open-application.ts';
import { summaryOf } from './present-application.ts';

/** 备案登记 (M066): checks everything, then one transaction: application, first version, devices, timeline, audit, event, workflow start. */
export async function submitRegistration(
  deps: Deps,
  by: { actor: Filer; token: string; idempotency: Idempotency | undefined },
  submission: RegistrationSubmission,
): Promise<ApplicationSummary> {
  const { actor, token } = by;
  const { system } = submission;
  const unit = await ownUnit(deps, actor, submission.unitId);
  const { uscc, type, name, headName, attachments } = unit;
  const content = { unit: { uscc, type, name, headName, attachments }, system };
  const { jurisdiction, table } = await checkRegistration(deps, { actor, token }, { ...content, formerType: type });
  const { organ, divisionName } = jurisdiction;
  const about = {
    unitId: unit.id,
    uscc,
    unitName: name,
    systemName: system.name,
    countyCode: system.countyCode,
    divisionName,
    organ,
  };
  const act = { action: 'application.submit', idempotency: by.idempotency };
  return mutate(deps, actor, act, async (change) => {
    const application = await openApplication(deps, change, submission, { actor, about }, ({ id }) =>
      addVersion(deps, change, { applicationId: id, number: 1, ...content, divisionName, table }),
    );
    return summaryOf(application);
  });
}

async function ownUnit(deps: Deps, { accountId }: Filer, id: string): Promise<Unit> {
  const unit = await deps.orm.em.fork().findOne(UnitEntity, { id, accountId });
  if (!unit) throw fieldProblem(['unitId'], 'unit.unknown');
  return presentUnit(deps, unit);
}
