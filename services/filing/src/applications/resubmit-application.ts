import type { ApplicationSummary, NoticeEntry, Resubmission } from '@beian/contracts/applications.ts';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';
import { requireFiler, type Actor, type Filer, type Staff } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { prepareAppeal } from '../appeals/prepare-appeal.ts';
import { prepareChangeCorrection } from '../changes/prepare-change-correction.ts';
import type { Deps } from '../deps.ts';
import { correctTransfer } from '../transfers/correct-transfer.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import { addFiledVersion } from './add-filed-version.ts';
import { addVersion } from './add-version.ts';
import { ApplicationEntity, type ApplicationVersion, WithdrawalEntity } from './application.entity.ts';
import { checkAuthorisation } from './check-authorisation.ts';
import { checkRegistration } from './check-registration.ts';
import { filedContent, joinContent } from './content.rules.ts';
import { correct, type Corrected } from './correction.rules.ts';
import { noteHandedIn } from './handed-in.ts';
import { mustStillAct } from './must-still-act.ts';
import { behalfIn } from './open-application.ts';
import { personalOf, summaryOf } from './present-application.ts';
import { mustBeReturned, notOpen, returnedApplication } from './returned-application.ts';

export type By = { actor: Filer | Staff; token: string };
/** A checked correction: how its version is written, and what the application shows from then on. */
export type Prepared = {
  write: (change: Change, number: number) => Promise<ApplicationVersion>;
  shown: (application: ApplicationEntity) => Partial<ApplicationEntity>;
};

/** 补正后重新提交 (I18): only cited fields may change; a new version is checked like the first and goes back to review. */
export async function resubmitApplication(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency?: Idempotency | undefined },
  id: string,
  given: Resubmission,
): Promise<ApplicationSummary> {
  const {
    actor,
    where,
    application: seen,
    before,
    notice,
  } = await returnedApplication(deps, by.actor, id, given.baseVersion);
  const correction = { application: seen, before, notice, given };
  const filer = { actor, token: by.token };
  const { write, shown } =
    seen.kind === 'change'
      ? await prepareChangeCorrection(deps, { ...by, actor: requireFiler(actor) }, correction)
      : seen.kind === 'appeal'
        ? await prepareAppeal(deps, filer, correction)
        : await prepareContent(deps, filer, correction);

  const act = { action: 'application.resubmit', idempotency: by.idempotency };
  return mutate(deps, actor, act, async (change) => {
    const application = await change.lock(ApplicationEntity, where);
    await mustStillAct(change, actor, application);
    mustBeReturned(application, given.baseVersion);
    if ((await change.em.count(WithdrawalEntity, { applicationId: id })) > 0) throw notOpen('withdrawn');
    const number = application.version + 1;
    const next = await write(change, number);
    const { personHashes } = actor;
    const staffAccountId = actor.kind === 'staff' ? actor.accountId : undefined;
    noteHandedIn(deps, change, { applicationId: id, version: number }, { personHashes, staffAccountId });
    const status = 'resubmitted';
    const rest = { status, version: number, correctionDueAt: null, updatedAt: change.now } as const;
    Object.assign(application, shown(application), rest);
    addTimelineEntry(change, application, status, 'filer');
    const data = { applicationId: id, kind: application.kind, version: number, organCode: application.organCode };
    change.emit('application.resubmitted', {
      subject: id,
      data: { ...data, accountId: application.accountId ?? null, documentIds: next.documentIds },
    });
    change.tell({ op: 'signal', workflowId: id, signal: 'resubmitted', message: { id: next.id } });
    change.record({ subject: id, data: { version: number, ...behalfIn(application) } });
    return summaryOf(application);
  });
}

type Returned = {
  application: ApplicationEntity;
  before: ApplicationVersion;
  notice: readonly NoticeEntry[];
  given: Resubmission;
};

/** A correction of one content: of a registration, or of what is asked for a filing. */
function prepareContent(deps: Deps, by: By, { application, before, notice, given }: Returned): Promise<Prepared> {
  const current = joinContent(filedContent(before), personalOf(deps, before));
  const { corrected, wrong } = correct(current, notice, given);
  if (wrong.length > 0) throw problem('request.invalid', { errors: wrong });
  return prepareOf(application.kind)(deps, by, { before, corrected, given });
}

export type Correction = { before: ApplicationVersion; corrected: Corrected; given: Resubmission };

function prepareOf(kind: ApplicationKind) {
  switch (kind) {
    case 'registration':
      return prepareRegistration;
    case 'cancellation':
      return prepareCancellation;
    case 'transfer':
      return correctTransfer;
    case 'change':
    case 'appeal':
      throw new Error(`no ${kind} is corrected as one content`);
  }
}

async function prepareRegistration(deps: Deps, by: By, { before, corrected, given }: Correction): Promise<Prepared> {
  const { unit, system } = corrected;
  const { jurisdiction, table } = await checkRegistration(deps, await filerOf(deps, by), {
    unit,
    system,
    formerType: filedContent(before).unit.type,
  });
  const { divisionName, organ } = jurisdiction;
  const { applicationId } = before;
  const { explanation } = given;
  return {
    write: (change, number) =>
      addVersion(deps, change, {
        applicationId,
        number,
        unit,
        system,
        divisionName,
        table,
        explanation,
        paperFormId: before.content?.paperFormId,
      }),
    shown: ({ countyCode }) => ({
      uscc: unit.uscc,
      unitName: unit.name,
      systemName: system.name,
      countyCode: system.countyCode,
      divisionName,
      // Another county is another organ; in the same county a re-routing stays as it is.
      ...(system.countyCode === countyCode ? {} : { organCode: organ.code, organName: organ.name }),
    }),
  };
}

// The papers may have come in with another clerk: this service looks at them in its own name.
const filerOf = async (deps: Deps, { actor, token }: By) =>
  actor.kind === 'staff' ? { actor: { kind: 'paper' } as const, token: await deps.ownToken() } : { actor, token };

async function prepareCancellation(deps: Deps, by: By, { before, corrected, given }: Correction): Promise<Prepared> {
  const { cancellation: request } = corrected;
  if (!request) throw new Error(`application ${before.applicationId} is a cancellation without a request`);
  const path = ['cancellation', 'authorisationId'];
  await checkAuthorisation(
    deps,
    { ...by, actor: requireFiler(by.actor), asAgent: before.content?.delegationLetterId !== undefined },
    { kind: 'cancellation_authorisation', documentId: request.authorisationId, path },
  );
  const { applicationId } = before;
  const asked = { cancellation: request };
  const { explanation } = given;
  return {
    write: async (change, number) =>
      addFiledVersion(deps, change, { applicationId, number, filed: before, asked, explanation }),
    shown: () => ({}),
  };
}
