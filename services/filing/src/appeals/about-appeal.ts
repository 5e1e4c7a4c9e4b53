import { fieldProblem } from '@beian/service-kit/problem.ts';
import { disputesHolder, type AppealGround } from '@beian/contracts/vocabulary.ts';
import { aboutFiling } from '../applications/about-filing.ts';
import type { About } from '../applications/open-application.ts';
import type { Deps } from '../deps.ts';
import { mustBeChoice, readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { FilingEntity, FilingVersion, Holding } from '../filings/filing.entity.ts';

type Matter = { ground: AppealGround; filingNumber?: string | undefined; countyCode?: string | undefined };

/**
 * Whom an appeal is for: the organ of the filing that it names, or of the county. A dispute about ownership names a filing of another's;
 * on other grounds an account names one of its own (G1). What others have filed is not copied into the appeal: the appellant reads it.
 */
export async function aboutAppeal(
  deps: Deps,
  by: { accountId: string | null; token: string },
  { ground, filingNumber, countyCode = '' }: Matter,
): Promise<{ about: About; filing?: FilingEntity }> {
  mustBeChoice(await readDictionaries(deps, 'appeal_ground'), 'appeal_ground', ground, ['ground']);
  if (filingNumber === undefined) {
    const { organ, divisionName } = await deps.identity.jurisdiction({ countyCode }, by.token, ['countyCode']);
    return { about: { countyCode, divisionName, organ } };
  }
  const path = ['filingNumber'];
  const em = deps.orm.em.fork();
  const filing = await em.findOne(FilingEntity, { number: filingNumber });
  if (!filing) throw fieldProblem(path, 'appeal.filing-unknown');
  const { accountId } = by;
  const own = accountId !== null && (await em.count(Holding, { filingId: filing.id, accountId, untilAt: null })) > 0;
  if (own && disputesHolder(ground)) throw fieldProblem(path, 'appeal.filing-own');
  if (!own && !disputesHolder(ground) && accountId !== null) throw fieldProblem(path, 'filing.unknown');
  const version = await em.findOneOrFail(FilingVersion, { filingId: filing.id, number: filing.version });
  const whole = aboutFiling(filing, version);
  const { countyCode: county, divisionName, organ } = whole;
  return { filing, about: own ? whole : { countyCode: county, divisionName, organ } };
}
