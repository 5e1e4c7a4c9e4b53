import { z } from 'zod';
import { EntryCode, Id, OrganRef } from './common.ts';
import { StoredDocument } from './documents.ts';
import { DeviceFacts } from './precheck.ts';
import {
  coordinateSystems,
  deviceMatches,
  directionLabels,
  directions,
  indoorsLabels,
  placeItems,
  placeShortLabels,
  structureTypeLabels,
  structureTypes,
  yesNoLabels,
  type Label,
} from './vocabulary.ts';

/** One device of 《图像采集设备信息表》: no more than the law asks for; no passwords, no IP addresses. */
export const DeviceRow = z
  .object({
    /** 1-based, as in the table's first column. */
    serial: z.int(),
    pointName: z.string(),
    structure: z.enum(structureTypes),
    hasSnapshot: z.boolean(),
    snapshotKind: z.string().optional(),
    address: z.string(),
    /** The item of art. 7. */
    place: z.enum(placeItems),
    /** An entry of 场所类别 below that item, when the sheet names one. */
    placeKind: EntryCode.optional(),
    outdoor: z.boolean(),
    /** Degrees, WGS-84. */
    longitude: z.number().optional(),
    latitude: z.number().optional(),
    direction: z.enum(directions).optional(),
    maker: z.string().optional(),
    model: z.string().optional(),
    /** 20 digits, GB/T 28181 Annex D. */
    gbCode: z.string().optional(),
    /** `XX-XX-XX-XX-XX-XX`, upper case. */
    mac: z.string().optional(),
    enabledOn: z.iso.date(),
    retentionDays: z.int(),
    signPosted: z.boolean(),
    remarks: z.string().optional(),
  })
  .meta({ id: 'DeviceRow', description: '图像采集设备' });
export type DeviceRow = z.infer<typeof DeviceRow>;

/** Columns in the template's order; `required` ones carry a star in the heading. */
export const deviceColumns: readonly { key: string; zh: string; en: string; required: boolean }[] = [
  { key: 'serial', zh: '序号', en: 'No.', required: true },
  { key: 'pointName', zh: '点位名称', en: 'Point name', required: true },
  { key: 'structure', zh: '设备类型', en: 'Device type', required: true },
  { key: 'hasSnapshot', zh: '是否抓拍', en: 'Snapshot', required: true },
  { key: 'snapshotKind', zh: '抓拍类型', en: 'Snapshot kind', required: false },
  { key: 'address', zh: '安装地址', en: 'Address', required: true },
  { key: 'place', zh: '场所类别', en: 'Place category', required: true },
  { key: 'outdoor', zh: '室内外', en: 'In or out of doors', required: true },
  { key: 'longitude', zh: '经度', en: 'Longitude', required: false },
  { key: 'latitude', zh: '纬度', en: 'Latitude', required: false },
  { key: 'coordinateSystem', zh: '坐标系', en: 'Coordinate system', required: false },
  { key: 'direction', zh: '监视方位', en: 'Direction', required: false },
  { key: 'maker', zh: '厂商', en: 'Maker', required: false },
  { key: 'model', zh: '型号', en: 'Model', required: false },
  { key: 'gbCode', zh: '国标编码', en: 'GB/T 28181 code', required: false },
  { key: 'enabledOn', zh: '启用日期', en: 'In use since', required: true },
  { key: 'retentionDays', zh: '存储天数', en: 'Retention (days)', required: true },
  { key: 'signPosted', zh: '提示标识已设', en: 'Sign posted', required: true },
  { key: 'mac', zh: 'MAC地址', en: 'MAC address', required: false },
  { key: 'remarks', zh: '备注', en: 'Remarks', required: false },
];

const zhOf = (labels: Readonly<Record<string, Label>>): string[] => Object.values(labels).map((label) => label.zh);
/** What the drop-down of a column offers. */
export const deviceChoices: Readonly<Record<string, readonly string[]>> = {
  structure: zhOf(structureTypeLabels),
  hasSnapshot: zhOf(yesNoLabels),
  place: zhOf(placeShortLabels),
  outdoor: zhOf(indoorsLabels),
  coordinateSystem: coordinateSystems,
  direction: zhOf(directionLabels),
  signPosted: zhOf(yesNoLabels),
};

/** What mends an issue: the cells that it changes, most often one; both when coordinates are swapped. */
export const CellFix = z
  .object({
    cells: z.array(
      z.object({ row: z.int(), column: z.string(), cell: z.string(), before: z.string(), after: z.string() }),
    ),
  })
  .meta({ id: 'CellFix', description: '单元格修正' });
export type CellFix = z.infer<typeof CellFix>;

/** One wrong cell. `row` is the sheet's row number (1-based, headings included), `column` the column's key, `cell` like `F12`. */
export const CellIssue = z
  .object({
    /** The same for the same file: what a request for a corrected file names. */
    id: z.string(),
    row: z.int(),
    column: z.string(),
    cell: z.string(),
    code: z.string(),
    message: z.string(),
    remedy: z.string(),
    severity: z.enum(['error', 'warning']),
    /** Absent when only a person can know what is right. */
    fix: CellFix.optional(),
  })
  .meta({ id: 'CellIssue', description: '单元格问题' });
export type CellIssue = z.infer<typeof CellIssue>;

/** POST /api/device-tables/check: an uploaded device table against the count that the form declares (G9). */
export const CheckDeviceTable = z
  .strictObject({ documentId: Id, deviceCount: z.int().min(1).optional() })
  .meta({ id: 'CheckDeviceTable' });
export type CheckDeviceTable = z.infer<typeof CheckDeviceTable>;
export const DeviceTableReport = z
  .object({
    ok: z.boolean(),
    rows: z.int(),
    declared: z.int().optional(),
    countAgrees: z.boolean(),
    /** All of them, listed or not. */
    errors: z.int(),
    warnings: z.int(),
    /** Issues that have a fix, listed or not. */
    fixable: z.int(),
    /** The first 500, errors before warnings, in the order of the rows. */
    issues: z.array(CellIssue),
    moreIssues: z.int(),
    /** What the pre-check reads of the table (N4): of the rows without errors. */
    facts: DeviceFacts,
  })
  .meta({ id: 'DeviceTableReport', description: '设备信息表检查结果' });
export type DeviceTableReport = z.infer<typeof DeviceTableReport>;

/** Issues that a report lists. */
export const maxListedIssues = 500;

/** POST /api/device-tables/corrected: a new file with fixes applied, all or those of the named issues; the upload stays as it is (N1). */
export const CorrectDeviceTable = z
  .strictObject({
    documentId: Id,
    deviceCount: z.int().min(1).optional(),
    fixes: z.union([z.literal('all'), z.array(z.string().max(60)).min(1).max(maxListedIssues)]),
  })
  .meta({ id: 'CorrectDeviceTable', description: '修正设备信息表' });
export type CorrectDeviceTable = z.infer<typeof CorrectDeviceTable>;
export const CorrectedDeviceTable = z
  .object({ document: StoredDocument, applied: z.int(), report: DeviceTableReport })
  .meta({ id: 'CorrectedDeviceTable', description: '修正后的设备信息表' });
export type CorrectedDeviceTable = z.infer<typeof CorrectedDeviceTable>;

/** What changed between two versions of a device table, device by device (N1). Counts are complete; lists end at 200. */
export const DeviceDiff = z
  .object({
    counts: z.object({ added: z.int(), removed: z.int(), changed: z.int(), unchanged: z.int() }),
    added: z.array(DeviceRow),
    removed: z.array(DeviceRow),
    /** `fields` are the keys of the columns that differ. */
    changed: z.array(z.object({ before: DeviceRow, after: DeviceRow, fields: z.array(z.string()) })),
  })
  .meta({ id: 'DeviceDiff', description: '设备变化' });
export type DeviceDiff = z.infer<typeof DeviceDiff>;

/** Another filing or open application that holds devices of this one (N11). The first 50 pairs are listed. */
export const DeviceOverlap = z
  .object({
    of: z.enum(['filing', 'application']),
    number: z.string(),
    systemName: z.string(),
    organ: OrganRef,
    total: z.int(),
    devices: z.array(z.object({ serial: z.int(), otherSerial: z.int(), match: z.enum(deviceMatches) })),
  })
  .meta({ id: 'DeviceOverlap', description: '重复设备' });
export type DeviceOverlap = z.infer<typeof DeviceOverlap>;

/** Another filing or open application of the same unit for what seems to be the same system (I30). */
export const SystemDuplicate = DeviceOverlap.pick({ of: true, number: true, systemName: true, organ: true }).meta({
  id: 'SystemDuplicate',
  description: '疑似重复备案',
});
export type SystemDuplicate = z.infer<typeof SystemDuplicate>;
