import { writeXlsx } from 'hucre';
import { deviceSheet } from '@beian/contracts/device-sheet.ts';

/** A filled device table in the template's layout. Every cell is a text cell: `=1+1` stays the four characters that it was. */
export const writeDeviceTable = (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [deviceSheet('设备信息', rows)] });
