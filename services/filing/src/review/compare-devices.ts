import type { DeviceDiff } from '@beian/contracts/device-tables.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { filedContent } from '../applications/content.rules.ts';
import { diffDevices } from '../devices/device-diff.rules.ts';
import { findDuplicates } from '../devices/find-duplicates.ts';
import { findOverlaps } from '../devices/find-overlaps.ts';
import { devicesOfVersion } from '../devices/read-devices.ts';

type Compared = Pick<ReviewTaskDetail, 'deviceDiff' | 'overlaps' | 'duplicates'>;

/** What a reviewer is told about devices: those that a resubmission changed (N1), those that others hold too (N11), and the same system filed twice (I30). */
export async function compareDevices(
  em: SqlEntityManager,
  application: ApplicationEntity,
  { before, version }: { before: ApplicationVersion | undefined; version: ApplicationVersion },
): Promise<Compared> {
  const { id: applicationId, kind, countyCode } = application;
  // Of a change each filing has its own, against the filing.
  const deviceDiff = kind !== 'change' && before && (await diffOf(em, before, version));
  if (kind !== 'registration' && kind !== 'change') return { overlaps: [], duplicates: [] };
  const { unit, system } = filedContent(version);
  const { name: systemName, addressDetail } = system;
  return {
    ...(deviceDiff ? { deviceDiff } : {}),
    overlaps: await findOverlaps(em, { applicationId, versionId: version.id }),
    duplicates: await findDuplicates(em, {
      applicationId,
      uscc: unit.uscc,
      countyCode,
      systemName,
      addressDetail,
    }),
  };
}

async function diffOf(
  em: SqlEntityManager,
  before: ApplicationVersion,
  after: ApplicationVersion,
): Promise<DeviceDiff | undefined> {
  if (before.content?.system.deviceTableId === after.content?.system.deviceTableId) return undefined;
  return diffDevices(await devicesOfVersion(em, before.id), await devicesOfVersion(em, after.id));
}
