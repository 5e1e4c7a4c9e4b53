import { z } from 'zod';
import type { Filing, FilingQuery } from '@beian/contracts/filings.ts';
import { requireFiler, type Actor, type Filer } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { joinContent, maskPersonal, type PersonalContent } from '../applications/content.rules.ts';
import { contains } from '../applications/list-applications.ts';
import type { Deps } from '../deps.ts';
import type { RightRole } from '../delegations/delegation.rules.ts';
import { FilingEntity, FilingVersion, Holding } from './filing.entity.ts';
import { ApplicationFiling } from './occupy-filing.ts';
import { mayRead, readableHolders, rightOverFiling, rightsOverFilings, type Right } from './right-over-filing.ts';

const Personal = z.object({ headName: z.string(), safetyOfficerName: z.string(), safetyOfficerPhone: z.string() });

/** Opens the personal part of a filing's version. */
export const personalOfFiling = (deps: Pick<Deps, 'sealer'>, version: FilingVersion): PersonalContent =>
  Personal.parse(deps.sealer.unseal(version.sealed, { table: 'filing_version', column: 'sealed', row: version.id }));

type OpenBusiness = NonNullable<Filing['openBusiness']>;

/** I27: a valid filing reads as changing or transferring while that business is open on it. */
function shownStatus({ status }: FilingEntity, open: OpenBusiness | undefined): Filing['status'] {
  if (status !== 'valid') return status;
  return open?.kind === 'change' ? 'changing' : open?.kind === 'transfer' ? 'transferring' : status;
}

type Around = { busy: Map<string, OpenBusiness>; own: Set<string> };
type Shown = { filing: FilingEntity; version: FilingVersion; right: Right; around: Around };

/** For whom the reader reads or acts; nothing for the holder. */
function actingFor(right: Right, version: FilingVersion): Pick<Filing, 'actingFor'> {
  if (right.role === 'holder' || right.role === 'lapsed') return {};
  const { role, delegation } = right;
  return { actingFor: { role, unitName: version.content.unit.name, validUntil: delegation.validUntil } };
}

const present = (deps: Deps, { filing, version, right, around: { busy, own } }: Shown): Filing => {
  const open = busy.get(filing.id);
  const personal = personalOfFiling(deps, version);
  return {
    number: filing.number,
    status: shownStatus(filing, open),
    ...(own.has(filing.applicationId) ? { applicationId: filing.applicationId } : {}),
    version: filing.version,
    organ: { code: filing.organCode, name: filing.organName },
    content: joinContent(version.content, maskPersonal(personal)),
    registeredAt: filing.registeredAt.toISOString(),
    ...(filing.cancelledAt ? { cancelledAt: filing.cancelledAt.toISOString() } : {}),
    ...(open ? { openBusiness: open } : {}),
    ...actingFor(right, version),
  };
};

const heldBy = async (em: SqlEntityManager, accountIds: string[]): Promise<string[]> => {
  const held = { accountId: { $in: accountIds }, untilAt: null };
  return (await em.find(Holding, held, { fields: ['filingId'] })).map((holding) => holding.filingId);
};

/** What belongs to the filings: the business that is open on each, and which registrations the account filed itself. */
async function around(em: SqlEntityManager, { accountId }: Filer, filings: FilingEntity[]): Promise<Around> {
  const registrations = { id: { $in: filings.map((one) => one.applicationId) }, accountId };
  const filed = await em.find(ApplicationEntity, registrations, { fields: ['id'] });
  return { busy: await openBusinesses(em, filings), own: new Set(filed.map((one) => one.id)) };
}

/** The business that is open on each of the filings, by the filing's id. */
export async function openBusinesses(
  em: SqlEntityManager,
  filings: FilingEntity[],
): Promise<Map<string, OpenBusiness>> {
  const rows = await em.find(ApplicationFiling, { filingId: { $in: filings.map((one) => one.id) }, open: true });
  const applications = await em.find(ApplicationEntity, { id: { $in: rows.map((row) => row.applicationId) } });
  return new Map(
    rows.flatMap(({ filingId, applicationId }) => {
      const application = applications.find((one) => one.id === applicationId);
      return application ? [[filingId, { kind: application.kind, applicationNumber: application.number }]] : [];
    }),
  );
}

/** 备案信息查询 (M076–M082): filings that the account holds or that the person may read in a holder's place (I02), of a unit and by system name; people masked. */
export async function listFilings(deps: Deps, by: Actor, { uscc, systemName }: FilingQuery): Promise<Filing[]> {
  const actor = requireFiler(by);
  const now = deps.clock.now();
  const em = deps.orm.em.fork();
  const held = await heldBy(em, await readableHolders(em, actor, uscc, now));
  const filings = await em.find(
    FilingEntity,
    { id: { $in: held }, uscc, systemName: { $ilike: contains(systemName) } },
    { orderBy: { id: 'desc' }, limit: 200 },
  );
  const versions = await em.find(FilingVersion, {
    $or: filings.map((filing) => ({ filingId: filing.id, number: filing.version })),
  });
  const known = await around(em, actor, filings);
  const rights = await rightsOverFilings(em, actor, filings, { now });
  return filings.flatMap((filing) => {
    const version = versions.find((candidate) => candidate.filingId === filing.id);
    const right = rights.get(filing.id);
    if (!version || !right || !reads(right)) return [];
    return [present(deps, { filing, version, right, around: known })];
  });
}

const reads = ({ role }: Right): boolean => (mayRead as readonly RightRole[]).includes(role);

/** A filing that the filer may read, and by which right; anyone else's is `not-found`. */
export async function readableFiling(
  deps: Pick<Deps, 'clock'>,
  em: SqlEntityManager,
  actor: Filer,
  number: string,
): Promise<{ filing: FilingEntity; right: Right }> {
  const filing = await em.findOne(FilingEntity, { number });
  const right = filing && (await rightOverFiling(em, actor, filing, { now: deps.clock.now() }));
  if (!filing || !right || !reads(right)) throw problem('not-found');
  return { filing, right };
}

/** One filing by its number, for its holder and whom the holder lets read. */
export async function getFiling(deps: Deps, by: Actor, number: string): Promise<Filing> {
  const actor = requireFiler(by);
  const em = deps.orm.em.fork();
  const { filing, right } = await readableFiling(deps, em, actor, number);
  const version = await em.findOneOrFail(FilingVersion, { filingId: filing.id, number: filing.version });
  return present(deps, { filing, version, right, around: await around(em, actor, [filing]) });
}

/** The version of a filing that held at an instant; `not-found` before it was filed. */
async function versionAt(em: SqlEntityManager, { id }: FilingEntity, at: Date): Promise<FilingVersion> {
  const where = { filingId: id, effectiveFrom: { $lte: at } };
  const version = await em.findOne(FilingVersion, where, { orderBy: { number: 'desc' } });
  if (!version) throw problem('not-found');
  return version;
}

/** The same as it was at an instant (I24): version, organ and status of then. `not-found` before it was filed. */
export async function getFilingAt(deps: Deps, by: Actor, number: string, at: Date): Promise<Filing> {
  const em = deps.orm.em.fork();
  const actor = requireFiler(by);
  const { filing, right } = await readableFiling(deps, em, actor, number);
  const version = await versionAt(em, filing, at);
  // What is open today was not open then.
  const { own } = await around(em, actor, [filing]);
  const { cancelledAt, ...now } = present(deps, { filing, version, right, around: { own, busy: new Map() } });
  const cancelled = filing.cancelledAt !== null && filing.cancelledAt !== undefined && filing.cancelledAt <= at;
  return {
    ...now,
    status: cancelled ? 'cancelled' : 'valid',
    version: version.number,
    organ: { code: version.organCode, name: version.organName },
    ...(cancelled && cancelledAt ? { cancelledAt } : {}),
  };
}
