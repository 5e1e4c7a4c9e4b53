import type { NoticeEntry } from '@beian/contracts/applications.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { filedContent } from '../applications/content.rules.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity } from '../filings/filing.entity.ts';
import { addChangeVersion } from './add-change-version.ts';
import { samePlace } from './change.rules.ts';
import { checkContents, type AskedFiling, type CheckedFiling, type Fault, type PathOf } from './check-contents.ts';
import { checkPapers } from './check-papers.ts';
import { correctChange, pathInCorrection, type GivenValues } from './correct-change.rules.ts';
import { noteObservers } from './note-observers.ts';
import { filingsOfChange, type ReadFiling } from './read-change.ts';

type Returned = {
  application: ApplicationEntity;
  before: ApplicationVersion;
  notice: readonly NoticeEntry[];
  given: GivenValues;
};

/** What a correction makes of a change, or of a part of one, filing by filing, and what is wrong with it. */
export async function checkChangeCorrection(
  deps: Deps,
  token: string,
  { application, before, notice, given }: Returned,
) {
  const em = deps.orm.em.fork();
  const read = await filingsOfChange(deps, em, [before]);
  const filings = await em.find(FilingEntity, { id: { $in: read.map((one) => one.filingId) } });
  const { change: askedPapers } = filedContent(before);
  if (!askedPapers) throw new Error(`application ${application.id} is a change without papers`);
  const current = {
    papers: askedPapers,
    filings: read.map(({ filingNumber, after }) => ({ filingNumber, content: after })),
  };
  const { papers, contents, wrong } = correctChange(current, notice, given);
  const asked = read.map((one, i): AskedFiling => {
    const filing = filings.find((candidate) => candidate.id === one.filingId);
    if (!filing) throw new Error(`filing ${one.filingNumber} of a change is gone`);
    return { filing, version: one.base, before: one.before, after: contents[i] ?? one.after };
  });
  const pathOf: PathOf = (number, key) => pathInCorrection(given, number, key);
  const checked = await checkContents(deps, token, asked, pathOf);
  const { organ, faults } = decidingOrgan(application, read, checked.filings, pathOf);
  return { papers, wrong, ...checked, organ, faults: [...checked.faults, ...faults] };
}

/** A correction of a change, or of a part of one (I18): checked like the submission, filing by filing. Throws `request.invalid` with every wrong field. */
export async function prepareChangeCorrection(deps: Deps, by: { actor: Filer; token: string }, returned: Returned) {
  const { application, before, given } = returned;
  const { id: applicationId } = application;
  const { delegationLetterId } = filedContent(before);
  const checked = await checkChangeCorrection(deps, by.token, returned);
  const { papers, wrong, faults, organ } = checked;
  if (wrong.length > 0) throw problem('request.invalid', { errors: wrong });
  const asAgent = Boolean(application.onBehalfOf);
  const letter = delegationLetterId ? { delegationLetterId } : {};
  const errors = [...faults, ...(await checkPapers(deps, { ...by, asAgent }, papers, ['change']))];
  if (errors.length > 0) throw problem('request.invalid', { errors });

  const moving = checked.filings.filter((one) => !samePlace(one.before.open.system, one.after.open.system));
  const { explanation } = given;
  return {
    write: async (change: Change, number: number): Promise<ApplicationVersion> => {
      await noteObservers(
        change,
        applicationId,
        moving.map(({ filing }) => ({ filing, organ })),
      );
      const { filings: corrected, tables } = checked;
      return addChangeVersion(deps, change, {
        applicationId,
        number,
        papers,
        letter,
        asked: corrected,
        tables,
        explanation,
      });
    },
    shown: () => shownOf(checked.filings, organ),
  };
}

type Organ = { code: string; name: string };

/**
 * The organ that decides the correction. A filing whose county the correction changes brings the organ of its new one; one that stays where
 * it was leaves a re-routing as it is. All must agree: what one organ decides cannot fall apart on the way.
 */
function decidingOrgan(
  application: ApplicationEntity,
  read: readonly ReadFiling[],
  filings: readonly CheckedFiling[],
  pathOf: PathOf,
): { organ: Organ; faults: Fault[] } {
  const current = { code: application.organCode, name: application.organName };
  const organs = filings.map((one, i) =>
    read[i]?.after.open.system.countyCode === one.after.open.system.countyCode ? current : one.organ,
  );
  const organ = organs[0] ?? current;
  if (organs.every(({ code }) => code === organ.code)) return { organ, faults: [] };
  const elsewhere = filings.filter((_, i) => organs[i]?.code !== current.code);
  return {
    organ: current,
    faults: elsewhere.map(({ filing }) => ({
      filingNumber: filing.number,
      path: pathOf(filing.number, 'countyCode'),
      code: 'change.other-organ',
    })),
  };
}

function shownOf([first]: readonly CheckedFiling[], organ: Organ): Partial<ApplicationEntity> {
  if (!first) return {};
  const { unit, system } = first.after.open;
  return {
    unitName: unit.name,
    systemName: system.name,
    countyCode: system.countyCode,
    divisionName: system.divisionName,
    organCode: organ.code,
    organName: organ.name,
  };
}
