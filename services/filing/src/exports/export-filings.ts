import type { Dictionaries } from '@beian/contracts/dictionaries.ts';
import { entryOf } from '@beian/contracts/dictionary.rules.ts';
import type { FilingExportQuery } from '@beian/contracts/exports.ts';
import { phrase } from '@beian/contracts/problems.ts';
import { filingStatusLabels, retentionClassLabels, type Label } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { maskPersonal, type PersonalContent } from '../applications/content.rules.ts';
import { endOfBeijingDay, startOfBeijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { FilingEntity, FilingVersion } from '../filings/filing.entity.ts';
import { personalOfFiling } from '../filings/read-filings.ts';
import { printedTime } from '../papers/one-page-pdf.ts';
import { allOf, type Condition } from '../review/queue-conditions.ts';
import { amongOrgans } from '../statistics/figures.sql.ts';
import { requireReader, scopeFor } from '../statistics/statistics-scope.ts';
import { findRows } from './find-rows.ts';
import { inPieces, recordExport } from './record-export.ts';
import type { Cell, Sheet } from './write-sheet.ts';

type DeviceCount = { filing_id: string; devices: number; with_snapshot: number; under_30: number };
type Line = {
  filing: FilingEntity;
  version: FilingVersion;
  unitType: Label;
  personal: PersonalContent;
  count: DeviceCount | undefined;
};
type Column = readonly [heading: Label, cell: (line: Line, word: (label: Label) => string) => Cell];

const columns: readonly Column[] = [
  [{ zh: '备案编号', en: 'Filing number' }, ({ filing }) => filing.number],
  [{ zh: '状态', en: 'Status' }, ({ filing }, word) => word(filingStatusLabels[filing.status])],
  [{ zh: '单位名称', en: 'Unit' }, ({ version }) => version.content.unit.name],
  [{ zh: '单位类型', en: 'Kind of unit' }, ({ unitType }, word) => word(unitType)],
  [{ zh: '统一社会信用代码', en: 'Credit code' }, ({ filing }) => filing.uscc],
  [{ zh: '系统名称', en: 'System' }, ({ filing }) => filing.systemName],
  [
    { zh: '所在地址', en: 'Address' },
    ({ version }) => `${version.content.system.divisionName}${version.content.system.addressDetail}`,
  ],
  [{ zh: '备案机关', en: 'Organ' }, ({ filing }) => filing.organName],
  [{ zh: '备案时间', en: 'Registered' }, ({ filing }) => printedTime(filing.registeredAt.toISOString())],
  [
    { zh: '注销时间', en: 'Cancelled' },
    ({ filing }) => (filing.cancelledAt ? printedTime(filing.cancelledAt.toISOString()) : null),
  ],
  [{ zh: '设备', en: 'Devices' }, ({ count }) => count?.devices ?? 0],
  [{ zh: '有抓拍', en: 'With snapshot' }, ({ count }) => count?.with_snapshot ?? 0],
  [retentionClassLabels.under_30, ({ count }) => count?.under_30 ?? 0],
  [{ zh: '单位负责人', en: 'Head of the unit' }, ({ personal }) => personal.headName],
  [{ zh: '安全管理人', en: 'Safety officer' }, ({ personal }) => personal.safetyOfficerName],
  [{ zh: '联系电话', en: 'Phone' }, ({ personal }) => personal.safetyOfficerPhone],
];

/** Filings of the organs that someone oversees (I42), by number; names and phones are masked here, before they leave the service. */
export async function exportFilings(
  deps: Deps,
  { actor, token, requestId }: { actor: Actor; token: string; requestId: string },
  { format, locale, ...filter }: FilingExportQuery,
): Promise<Sheet> {
  const staff = requireReader(actor);
  const scope = await scopeFor(deps, { staff, token }, filter.organ);
  const em = deps.orm.em.fork();
  const { sql, params } = allOf([amongOrgans('f.organ_code', scope), ...conditionsOf(filter)]);
  const { ids, total } = await findRows(em, { id: 'f.id', from: `filing f where ${sql}`, order: 'f.number', params });
  await recordExport(deps, { staff, requestId }, { what: 'filings', format, filter, rows: total });
  const types = await readDictionaries(deps, 'unit_type', em);
  const word = (label: Label) => phrase(label, locale);
  async function* rows(): AsyncGenerator<Cell[]> {
    for (const piece of inPieces(ids, 200)) {
      for (const line of await linesOf(deps, deps.orm.em.fork(), piece, types))
        yield columns.map(([, cell]) => cell(line, word));
    }
  }
  return {
    name: word({ zh: '备案清单', en: 'Filings' }),
    columns: columns.map(([heading]) => word(heading)),
    rows: rows(),
  };
}

function conditionsOf({ division, status, from, to }: Omit<FilingExportQuery, 'format' | 'locale'>): Condition[] {
  return [
    ...(division ? [{ sql: 'f.county_code like ?', params: [`${division}%`] }] : []),
    ...(status ? [{ sql: 'f.status = ?', params: [status] }] : []),
    ...(from ? [{ sql: 'f.registered_at >= ?', params: [startOfBeijingDay(from)] }] : []),
    ...(to ? [{ sql: 'f.registered_at <= ?', params: [endOfBeijingDay(to)] }] : []),
  ];
}

/** Filings by their ids, in the order of their numbers. Three statements. */
async function linesOf(deps: Deps, em: SqlEntityManager, ids: string[], types: Dictionaries): Promise<Line[]> {
  const filings = await em.find(FilingEntity, { id: { $in: ids } }, { orderBy: { number: 'asc' } });
  const versions = await em.find(FilingVersion, {
    $or: filings.map(({ id, version }) => ({ filingId: id, number: version })),
  });
  const counts = await em.execute<DeviceCount[]>(
    `select filing_id, devices, with_snapshot, under_30 from device_count where filing_id in (${ids.map(() => '?').join(', ')})`,
    ids,
  );
  const versionOf = new Map(versions.map((version) => [version.filingId, version]));
  const countOf = new Map(counts.map((count) => [count.filing_id, count]));
  return filings.flatMap((filing) => {
    const version = versionOf.get(filing.id);
    if (!version) return [];
    const { type } = version.content.unit;
    const unitType = entryOf(types, 'unit_type', type)?.label ?? { zh: type, en: type };
    const personal = maskPersonal(personalOfFiling(deps, version));
    return [{ filing, version, unitType, personal, count: countOf.get(filing.id) }];
  });
}
