import type { FilingVersionDetail, FilingVersionSummary } from '@beian/contracts/filings.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { joinContent, maskPersonal } from '../applications/content.rules.ts';
import { filingDiff } from '../changes/change.rules.ts';
import type { Deps } from '../deps.ts';
import { type FilingEntity, FilingVersion } from './filing.entity.ts';
import { personalOfFiling, readableFiling } from './read-filings.ts';
import { devicesAt } from './replace-devices.ts';

/** Rows of a past device table shown at once. */
const shownDevices = 500;

const allVersions = (em: SqlEntityManager, { id }: FilingEntity): Promise<FilingVersion[]> =>
  em.find(FilingVersion, { filingId: id }, { orderBy: { number: 'asc' } });

const spanOf = (versions: readonly FilingVersion[], i: number) => {
  const [version, next] = [versions[i], versions[i + 1]];
  if (!version) throw problem('not-found');
  return {
    number: version.number,
    effectiveFrom: version.effectiveFrom.toISOString(),
    ...(next ? { effectiveTo: next.effectiveFrom.toISOString() } : {}),
  };
};

/** The versions of a filing, newest first, each with the fields that it changed (I24, I26); for its holder and whom the holder lets read. */
export async function listVersions(deps: Deps, by: Actor, number: string): Promise<FilingVersionSummary[]> {
  const em = deps.orm.em.fork();
  const { filing } = await readableFiling(deps, em, requireFiler(by), number);
  const versions = await allVersions(em, filing);
  const contents = versions.map((version) => ({ open: version.content, personal: personalOfFiling(deps, version) }));
  const summaries = versions.map((_, i): FilingVersionSummary => {
    const [before, after] = [contents[i - 1], contents[i]];
    const changed = before && after ? filingDiff(before, after).map(({ field }) => field) : [];
    return { ...spanOf(versions, i), changed };
  });
  return summaries.toReversed();
}

/** One version as it was, people masked, with its devices; for the same. */
export async function getVersion(deps: Deps, by: Actor, number: string, wanted: number): Promise<FilingVersionDetail> {
  const em = deps.orm.em.fork();
  const { filing } = await readableFiling(deps, em, requireFiler(by), number);
  const versions = await allVersions(em, filing);
  const i = versions.findIndex((one) => one.number === wanted);
  const version = versions[i];
  if (!version) throw problem('not-found');
  return {
    ...spanOf(versions, i),
    organ: { code: version.organCode, name: version.organName },
    content: joinContent(version.content, maskPersonal(personalOfFiling(deps, version))),
    devices: await devicesAt(em, { filingId: filing.id, version: wanted, limit: shownDevices }),
  };
}
