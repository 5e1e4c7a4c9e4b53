import { writeXlsx, type CellValue, type DataValidation, type WriteSheet } from 'hucre';
import {
  coordinateSystems,
  deviceColumns,
  directionLabels,
  indoorsLabels,
  placeShortLabels,
  structureTypeLabels,
  yesNoLabels,
} from '@beian/contracts/device-tables.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';

/** Rows that the drop-downs cover: as many as the form accepts devices. */
const lastRow = 20_001;
const zh = (labels: Readonly<Record<string, Label>>) => Object.values(labels).map((label) => label.zh);

const choices: Readonly<Record<string, string[]>> = {
  structure: zh(structureTypeLabels),
  hasSnapshot: zh(yesNoLabels),
  place: zh(placeShortLabels),
  outdoor: zh(indoorsLabels),
  coordinateSystem: [...coordinateSystems],
  direction: zh(directionLabels),
  signPosted: zh(yesNoLabels),
};
const wide = new Set(['pointName', 'address', 'gbCode', 'remarks']);

/** Heading of a column as it stands in the sheet: required ones carry a star. */
const headingOf = (column: (typeof deviceColumns)[number]): string => (column.required ? `${column.zh}*` : column.zh);
const letter = (index: number): string => String.fromCharCode(65 + index);

const example: readonly CellValue[][] = [
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
    '样例',
  ],
];

const sheet = (name: string, rows: CellValue[][], withChoices: boolean): WriteSheet => ({
  name,
  columns: deviceColumns.map((column) => ({
    header: headingOf(column),
    width: wide.has(column.key) ? 26 : 13,
    numFmt: '@',
  })),
  rows: [deviceColumns.map(headingOf), ...rows],
  freezePane: { rows: 1 },
  ...(withChoices ? { dataValidations: deviceColumns.flatMap((column, i) => validation(column.key, i)) } : {}),
});

function validation(key: string, index: number): DataValidation[] {
  const values = choices[key];
  if (!values) return [];
  return [
    {
      type: 'list',
      values,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: '请从下拉列表中选择',
      errorMessage: values.join('、'),
      range: `${letter(index)}2:${letter(index)}${lastRow}`,
    },
  ];
}

/**
 * 《附件:图像采集设备信息表》 (M063): the sheet to fill in and a sheet with examples that is never read.
 * Every cell is text and there are no formulas. `rows` prefills it (corrected files, fixtures).
 */
export const deviceTableTemplate = (rows: string[][] = []): Promise<Uint8Array> =>
  writeXlsx({ sheets: [sheet('设备信息', rows, true), sheet('填写示例', [...example], false)], activeSheet: 0 });
