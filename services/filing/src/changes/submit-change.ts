import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangeSubmission } from '@beian/contracts/changes.ts';
import type { PartInput } from '@beian/contracts/workflows.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { openApplication, type About, type Behalf } from '../applications/open-application.ts';
import { summaryOf } from '../applications/present-application.ts';
import type { Deps } from '../deps.ts';
import { heldFilings } from '../filings/held-filings.ts';
import { behalfOf, letterOf, mayAct, type Right } from '../filings/right-over-filing.ts';
import { nameFiling, namingTheOpenBusiness, occupyFiling } from '../filings/occupy-filing.ts';
import { addChangeVersion } from './add-change-version.ts';
import { groupByOrgan } from './change.rules.ts';
import { checkChange, mustBeRight, type CheckedChange } from './check-change.ts';
import type { CheckedFiling } from './check-contents.ts';
import { noteObservers } from './note-observers.ts';

type Filed = Pick<CheckedChange, 'filings' | 'tables'> & { submission: ChangeSubmission; actor: Filer };
/** With the letter of the agent who files it. */
type Lettered = Filed & { letter: ReturnType<typeof letterOf> };

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
      const right = await mustBeAsChecked(change, filed);
      const groups = groupByOrgan(filings);
      const about = aboutChange(filings);
      const opening = { actor, about, behalf: behalfOf(right) };
      const letter = letterOf(right);
      const application = await openApplication(deps, change, submission, opening, async (opened) =>
        groups.length === 1
          ? fill(deps, change, opened, { ...filed, letter })
          : divide(deps, change, opened, { filed: { ...filed, letter }, behalf: opening.behalf, groups }),
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

/** The filings are still in one hand and still what was checked; locked until the commit. Answers the right over them. */
async function mustBeAsChecked(change: Change, { actor, filings, submission }: Filed): Promise<Right> {
  const asked = { now: change.now, suffices: mayAct, lock: true };
  const locked = await heldFilings(change.em, actor, submission.filingNumbers, asked);
  const [first] = locked.values();
  for (const { filing, version } of filings) {
    const now = locked.get(filing.number);
    if (now?.version.number !== version.number || now.filing.status !== 'valid') throw problem('filing.stale');
    if (behalfOf(now.right)?.onBehalfOf !== (first && behalfOf(first.right)?.onBehalfOf)) throw problem('filing.stale');
  }
  if (!first) throw problem('filing.stale');
  return first.right;
}

/** One organ decides all of it. */
async function fill(deps: Deps, change: Change, { id: applicationId }: ApplicationEntity, filed: Lettered) {
  const { filings: asked, submission, tables, letter } = filed;
  for (const { filing } of asked) occupyFiling(change, applicationId, filing);
  await noteObservers(change, applicationId, asked);
  const papers = papersOf(submission);
  return addChangeVersion(deps, change, { applicationId, number: 1, papers, letter, asked, tables });
}

/** Several organs decide: a part for each. The whole is in review from its first moment; its parts begin with its workflow. */
async function divide(
  deps: Deps,
  change: Change,
  whole: ApplicationEntity,
  { filed, behalf, groups }: { filed: Lettered; behalf: Behalf | undefined; groups: CheckedFiling[][] },
): Promise<{ documentIds: string[]; parts: PartInput[] }> {
  const { submission, actor, filings: asked, tables, letter } = filed;
  const parts: PartInput[] = [];
  for (const [i, filings] of groups.entries()) {
    const opening = { actor, about: aboutChange(filings), behalf, part: { of: whole, number: i + 1 } };
    const part = await openApplication(deps, change, { kind: 'change' }, opening, (opened) =>
      fill(deps, change, opened, { ...filed, filings }),
    );
    parts.push({ applicationId: part.id, divisionCode: part.countyCode, organCode: part.organCode });
  }
  for (const { filing } of asked) nameFiling(change, whole.id, filing);
  whole.status = 'in_review';
  const version = {
    applicationId: whole.id,
    number: 1,
    papers: papersOf(submission),
    letter,
    asked,
    tables,
    whole: true,
  };
  const { documentIds } = await addChangeVersion(deps, change, version);
  return { documentIds, parts };
}

const papersOf = ({ explanation, authorisationId, proofIds }: ChangeSubmission) => ({
  explanation,
  ...(authorisationId ? { authorisationId } : {}),
  proofIds,
});
