import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { PaperSubmission } from '@beian/contracts/paper-filings.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import { addVersion } from '../applications/add-version.ts';
import { checkPaper } from '../applications/check-authorisation.ts';
import { checkRegistration } from '../applications/check-registration.ts';
import { openApplication } from '../applications/open-application.ts';
import { summaryOf } from '../applications/present-application.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { PaperFilingEntity } from './paper-filing.entity.ts';

/**
 * 线下录入 (M020, I35): a clerk of the county's organ enters a filing that came on paper, with the scan of its papers. It goes the way
 * of every registration; nobody holds the filing until its owner claims it (I36), and the clerk does not review the own entry.
 */
export async function submitPaperRegistration(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency: Idempotency | undefined },
  { unit, system, formId, receivedOn }: PaperSubmission,
): Promise<ApplicationSummary> {
  const { token } = by;
  const clerk = requireStaff(by.actor, 'reviewer', 'senior_reviewer');
  if (receivedOn > beijingDay(deps.clock.now())) throw fieldProblem(['receivedOn'], 'date.future');
  await checkPaper(deps, { token }, { kind: 'paper_form', documentId: formId, path: ['formId'] });
  const checked = await checkRegistration(deps, { actor: { kind: 'paper' }, token }, { unit, system });
  const { organ, divisionName } = checked.jurisdiction;
  if (organ.code !== clerk.organ.code) throw fieldProblem(['system', 'countyCode'], 'division.elsewhere');
  const about = {
    uscc: unit.uscc,
    unitName: unit.name,
    systemName: system.name,
    countyCode: system.countyCode,
    divisionName,
    organ,
  };
  const act = { action: 'paper-filing.submit', idempotency: by.idempotency };
  return mutate(deps, clerk, act, async (change) => {
    const { personHashes, accountId: staffAccountId } = clerk;
    const actor = { kind: 'paper', accountId: null, personHashes, staffAccountId } as const;
    const application = await openApplication(deps, change, { kind: 'registration' }, { actor, about }, ({ id }) =>
      addVersion(deps, change, {
        applicationId: id,
        number: 1,
        unit,
        system,
        divisionName,
        table: checked.table,
        paperFormId: formId,
      }),
    );
    change.create(PaperFilingEntity, {
      applicationId: application.id,
      formId,
      receivedOn,
      clerkAccountId: clerk.accountId,
      clerkStaffNo: clerk.staffNo,
    });
    return summaryOf(application);
  });
}
