import { z } from 'zod';
import { Id } from './common.ts';
import type { Label } from './vocabulary.ts';

/** Structure of a camera (GB/T 28181-2022): the code is what the table holds after parsing. */
export const structureTypes = [
  'dome',
  'half_dome',
  'bullet',
  'ptz_bullet',
  'ptz_half_dome',
  'panoramic',
  'split',
] as const;
export const structureTypeLabels: Readonly<Record<(typeof structureTypes)[number], Label>> = {
  dome: { zh: '球机', en: 'Dome' },
  half_dome: { zh: '半球', en: 'Half dome' },
  bullet: { zh: '固定枪机', en: 'Fixed bullet' },
  ptz_bullet: { zh: '遥控枪机', en: 'PTZ bullet' },
  ptz_half_dome: { zh: '遥控半球', en: 'PTZ half dome' },
  panoramic: { zh: '多目全景', en: 'Multi-lens panoramic' },
  split: { zh: '多目分割', en: 'Multi-lens split' },
};
/** Kind of place (条例 art. 7). */
export const placeCategories = ['road', 'gathering', 'transport_hub', 'vehicle', 'service_area'] as const;
export const placeCategoryLabels: Readonly<Record<(typeof placeCategories)[number], Label>> = {
  road: { zh: '城乡主要路段等（第七条第一款）', en: 'Main roads etc. (art. 7 ¶1)' },
  gathering: { zh: '人员聚集场所（第七条第二款第一项）', en: 'Gathering places (art. 7 ¶2 (1))' },
  transport_hub: { zh: '交通枢纽（第七条第二款第二项）', en: 'Transport hubs (art. 7 ¶2 (2))' },
  vehicle: { zh: '公共交通工具（第七条第二款第三项）', en: 'Public vehicles (art. 7 ¶2 (3))' },
  service_area: { zh: '公路服务区（第七条第二款第四项）', en: 'Service areas (art. 7 ¶2 (4))' },
};
export const directions = [
  'east',
  'south',
  'west',
  'north',
  'southeast',
  'northeast',
  'southwest',
  'northwest',
] as const;
export const directionLabels: Readonly<Record<(typeof directions)[number], Label>> = {
  east: { zh: '东', en: 'East' },
  south: { zh: '南', en: 'South' },
  west: { zh: '西', en: 'West' },
  north: { zh: '北', en: 'North' },
  southeast: { zh: '东南', en: 'South-east' },
  northeast: { zh: '东北', en: 'North-east' },
  southwest: { zh: '西南', en: 'South-west' },
  northwest: { zh: '西北', en: 'North-west' },
};

/** The same kinds as the sheet's drop-down names them. */
export const placeShortLabels: Readonly<Record<(typeof placeCategories)[number], Label>> = {
  road: { zh: '城乡主要路段', en: 'Main road' },
  gathering: { zh: '人员聚集场所', en: 'Gathering place' },
  transport_hub: { zh: '交通枢纽', en: 'Transport hub' },
  vehicle: { zh: '公共交通工具', en: 'Public vehicle' },
  service_area: { zh: '公路服务区', en: 'Service area' },
};
export const yesNoLabels = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const satisfies Record<
  string,
  Label
>;
export const indoorsLabels = {
  outdoors: { zh: '室外', en: 'Outdoors' },
  indoors: { zh: '室内', en: 'Indoors' },
} as const satisfies Record<string, Label>;
/** Coordinates are asked for in WGS-84 (GB/T 28181-2022). */
export const coordinateSystems = ['WGS-84'] as const;

/** One device of 《图像采集设备信息表》 (domain.md 6: the minimal table; no passwords, no IP addresses). */
export const DeviceRow = z
  .object({
    /** 1-based, as in the table's first column. */
    serial: z.int(),
    pointName: z.string(),
    structure: z.enum(structureTypes),
    hasSnapshot: z.boolean(),
    snapshotKind: z.string().optional(),
    address: z.string(),
    place: z.enum(placeCategories),
    outdoor: z.boolean(),
    /** Degrees, WGS-84. */
    longitude: z.number().optional(),
    latitude: z.number().optional(),
    direction: z.enum(directions).optional(),
    maker: z.string().optional(),
    model: z.string().optional(),
    /** 20 digits, GB/T 28181 Annex D. */
    gbCode: z.string().optional(),
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
  { key: 'remarks', zh: '备注', en: 'Remarks', required: false },
];

/** One wrong cell. `row` is the sheet's row number (1-based, headings included), `column` the column's key, `cell` like `F12`. */
export const CellIssue = z
  .object({
    row: z.int(),
    column: z.string(),
    cell: z.string(),
    code: z.string(),
    message: z.string(),
    remedy: z.string(),
    severity: z.enum(['error', 'warning']),
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
    issues: z.array(CellIssue),
    /** Issues beyond the first 500 are counted, not listed. */
    moreIssues: z.int(),
  })
  .meta({ id: 'DeviceTableReport', description: '设备信息表检查结果' });
export type DeviceTableReport = z.infer<typeof DeviceTableReport>;
