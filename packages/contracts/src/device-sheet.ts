import { deviceChoices, deviceColumns } from './device-tables.ts';

/** Rows that the drop-downs cover: as many as the form accepts devices, below the headings. */
const lastRow = 20_001;
const wide = new Set(['pointName', 'address', 'gbCode', 'remarks']);

/** Heading of a column as it stands in the sheet: required ones carry a star. */
const headingOf = (column: (typeof deviceColumns)[number]): string => (column.required ? `${column.zh}*` : column.zh);
const letterOf = (index: number): string => String.fromCharCode(65 + index);

/**
 * The sheet of 《图像采集设备信息表》 as plain data, for a spreadsheet writer: the empty template and filled tables are written from it.
 * Every column is text, and there are no formulas: what a filer typed stays what it is.
 */
export function deviceSheet(name: string, rows: readonly (readonly string[])[], withChoices = true) {
  return {
    name,
    columns: deviceColumns.map((column) => ({
      header: headingOf(column),
      width: wide.has(column.key) ? 26 : 13,
      numFmt: '@',
    })),
    rows: [deviceColumns.map(headingOf), ...rows.map((row) => [...row])],
    freezePane: { rows: 1 },
    ...(withChoices ? { dataValidations: deviceColumns.flatMap(({ key }, i) => dropDown(key, letterOf(i))) } : {}),
  };
}

function dropDown(key: string, letter: string) {
  const values = deviceChoices[key];
  if (!values) return [];
  return [
    {
      type: 'list' as const,
      values: [...values],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: '请从下拉列表中选择',
      errorMessage: values.join('、'),
      range: `${letter}2:${letter}${lastRow}`,
    },
  ];
}
