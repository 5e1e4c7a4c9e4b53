import type { PlaceItem } from './dictionaries.ts';
import type { Label, Labels } from './label.ts';

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
export type StructureType = (typeof structureTypes)[number];
export const structureTypeLabels: Labels<StructureType> = {
  dome: { zh: '球机', en: 'Dome' },
  half_dome: { zh: '半球', en: 'Half dome' },
  bullet: { zh: '固定枪机', en: 'Fixed bullet' },
  ptz_bullet: { zh: '遥控枪机', en: 'PTZ bullet' },
  ptz_half_dome: { zh: '遥控半球', en: 'PTZ half dome' },
  panoramic: { zh: '多目全景', en: 'Multi-lens panoramic' },
  split: { zh: '多目分割', en: 'Multi-lens split' },
};
/** The items of art. 7 in full. */
export const placeCategoryLabels: Labels<PlaceItem> = {
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
export type Direction = (typeof directions)[number];
export const directionLabels: Labels<Direction> = {
  east: { zh: '东', en: 'East' },
  south: { zh: '南', en: 'South' },
  west: { zh: '西', en: 'West' },
  north: { zh: '北', en: 'North' },
  southeast: { zh: '东南', en: 'South-east' },
  northeast: { zh: '东北', en: 'North-east' },
  southwest: { zh: '西南', en: 'South-west' },
  northwest: { zh: '西北', en: 'North-west' },
};

/** The same items as the drop-down of the standard sheet names them. What people read is the dictionary 场所类别. */
export const placeShortLabels: Labels<PlaceItem> = {
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

/** How two devices are known to be the same one (N11). */
export const deviceMatches = ['code', 'mac', 'place', 'spot'] as const;
export type DeviceMatch = (typeof deviceMatches)[number];
export const deviceMatchLabels: Labels<DeviceMatch> = {
  code: { zh: '国标编码相同', en: 'Same GB/T 28181 code' },
  mac: { zh: 'MAC地址相同', en: 'Same MAC address' },
  place: { zh: '地址、点位和方位相同', en: 'Same address, point and direction' },
  spot: { zh: '坐标和方位相同', en: 'Same coordinates and direction' },
};
