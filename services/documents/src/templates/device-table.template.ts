import { writeXlsx } from 'hucre';
import { deviceSheet } from '@beian/contracts/device-sheet.ts';

const example: readonly string[][] = [
  [
    '1',
    '正门东侧',
    '固定枪机',
    '是',
    '人脸',
    '文心五路 33 号正门东侧',
    '人员聚集场所',
    '室外',
    '113.936142',
    '22.517823',
    'WGS-84',
    '东',
    '海康威视',
    'DS-2CD3T',
    '44030500001310000001',
    '2025-03-01',
    '30',
    '是',
    '',
    '',
  ],
  [
    '2',
    '一层中庭',
    '半球',
    '否',
    '',
    '文心五路 33 号一层中庭',
    '人员聚集场所',
    '室内',
    '',
    '',
    '',
    '',
    '大华',
    'DH-IPC',
    '',
    '2025-03-01',
    '60',
    '是',
    '',
    '样例',
  ],
];

/** 《附件:图像采集设备信息表》 (M063): the sheet to fill in and a sheet with examples that is never read. `rows` prefills it. */
export const deviceTableTemplate = (rows: readonly string[][] = []): Promise<Uint8Array> =>
  writeXlsx({ sheets: [deviceSheet('设备信息', rows), deviceSheet('填写示例', example, false)], activeSheet: 0 });
