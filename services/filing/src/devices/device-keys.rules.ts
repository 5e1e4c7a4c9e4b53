import type { DeviceRow } from '@beian/contracts/device-tables.ts';

/**
 * Text of a place as it is compared: width, case, spaces and punctuation do not matter. Migration 0008 gives the database the same rule
 * (`place_text`), and a test holds them together.
 */
export const placeText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(/[ ,.;:()_/#、。—–·-]/g, '');

/** Where a device is and which way it looks (N11). */
export const placeKeyOf = ({ address, pointName, direction }: DeviceRow): string =>
  [placeText(address), placeText(pointName), direction ?? ''].join('|');
