import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangeSubmission } from '@beian/contracts/changes.ts';
import type { PartInput } from '@beian/contracts/workflows.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { openApplication, type About } from '../applications/open-application.ts';
import { summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { heldFilings } from '../filings/held-filings.ts';
import { listFiling, namingTheOpenBusiness, occupyFiling } from '../filings/occupy-filing.ts';
import { addChangeVersion } from './add-change-version.ts';
import { groupByOrgan } from './change.rules.ts';
import { checkChange, mustBeRight, type CheckedChange } from './check-change.ts';
import type { CheckedFiling } from './check-contents.ts';
import { noteObservers } from './note-observers.ts';

type Filed = Pick<CheckedChange, 'filings' | 'tables'> & { submission: ChangeSubmission; actor: Filer };

/**
 * 变更 (M083–M099, G2): one application for up to 200 filings of a unit. One transaction opens it and occupies every filing (G7). When
 * several organs decide, each decides a part of its own, which is an application with a number like `SL…-1`.
 */
export async function submitChange(
  deps: Deps,
  by: { actor: Filer; token: string; idempotency: Idempotency | undefined },
  submission: ChangeSubmission,
): Promise<ApplicationSummary> {
  const { actor, token } = by;
  const { filingNumbers } = submission;
  const checked = await checkChange(deps, { actor, token }, submission);
  mustBeRight(checked);
  const { filings, tables } = checked;
  const filed: Filed = { submission, actor, filings, tables };

  const act = { action: 'application.submit', idempotency: by.idempotency };
  return namingTheOpenBusiness(deps, filingNumbers, () =>
    mutate(deps, actor, act, async (change) => {
      await mustBeAsChecked(change, filed);
      const groups = groupByOrgan(filings);
      const about = aboutChange(filings);
      const application = await openApplication(deps, change, submission, { actor, about }, async (opened) =>
        groups.length === 1 ? fill(deps, change, opened, filed) : divide(deps, change, opened, { filed, groups }),
      );
      return summaryOf(application, filingNumbers);
    }),
  );
}

/** What the queue and the lists show of a change: its first filing, for the organ that decides. */
function aboutChange(filings: readonly CheckedFiling[]): About {
  const [first] = filings;
  if (!first) throw new Error('a change of no filing');
  const { unit, system } = first.after.open;
  return {
    uscc: unit.uscc,
    unitName: unit.name,
    systemName: system.name,
    countyCode: system.countyCode,
    divisionName: system.divisionName,
    organ: first.organ,
  };
}

/** The filings are still the account's and still what was checked; locked until the commit. */
async function mustBeAsChecked(change: Change, { actor, filings, submission }: Filed): Promise<void> {
  const now = await heldFilings(change.em, actor, submission.filingNumbers, { lock: true });
  for (const { filing, version } of filings) {
    const locked = now.get(filing.number);
    if (locked?.version.number !== version.number || locked.filing.status !== 'valid') throw problem('filing.stale');
  }
}

/** One organ decides all of it. */
async function fill(deps: Deps, change: Change, { id: applicationId }: ApplicationEntity, filed: Filed) {
  const { filings: asked, submission, tables } = filed;
  for (const { filing } of asked) occupyFiling(change, applicationId, filing);
  await noteObservers(change, applicationId, asked);
  return addChangeVersion(deps, change, { applicationId, number: 1, papers: papersOf(submission), asked, tables });
}

/** Several organs decide: a part for each. The whole is in review from its first moment; its parts begin with its workflow. */
async function divide(
  deps: Deps,
  change: Change,
  whole: ApplicationEntity,
  { filed, groups }: { filed: Filed; groups: CheckedFiling[][] },
): Promise<{ documentIds: string[]; parts: PartInput[] }> {
  const { submission, actor, filings: asked, tables } = filed;
  const parts: PartInput[] = [];
  for (const [i, filings] of groups.entries()) {
    const opening = { actor, about: aboutChange(filings), part: { of: whole, number: i + 1 } };
    const part = await openApplication(deps, change, { kind: 'change' }, opening, (opened) =>
      fill(deps, change, opened, { ...filed, filings }),
    );
    parts.push({ applicationId: part.id, divisionCode: part.countyCode, organCode: part.organCode });
  }
  for (const { filing } of asked) listFiling(change, whole.id, filing);
  whole.status = 'in_review';
  const version = { applicationId: whole.id, number: 1, papers: papersOf(submission), asked, tables, whole: true };
  const { documentIds } = await addChangeVersion(deps, change, version);
  return { documentIds, parts };
}

const papersOf = ({ explanation, authorisationId, proofIds }: ChangeSubmission) => ({
  explanation,
  ...(authorisationId ? { authorisationId } : {}),
  proofIds,
});
