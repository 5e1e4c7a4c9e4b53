import type { ApplicationKind } from './vocabulary.ts';

/** `{county6}{kind2}{serial6}{check1}`, 15 digits (domain.md 5). The kind is the one that created the filing. */
export const filingNumberPattern = /^\d{15}$/;
const kindCodes: Partial<Record<ApplicationKind, string>> = { registration: '01' };
export const maxFilingSerial = 999_999;

/** ISO 7064 MOD 11,10 check digit over a string of decimal digits. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Writes the number of the `serial`-th filing (1..999,999) of a county. Throws RangeError outside of that. */
export function formatFilingNumber(countyCode: string, serial: number): string {
  if (!/^\d{6}$/.test(countyCode) || !Number.isInteger(serial) || serial < 1 || serial > maxFilingSerial) {
    throw new RangeError(`no filing number for county ${countyCode}, serial ${serial}`);
  }
  const body = `${countyCode}${kindCodes.registration}${String(serial).padStart(6, '0')}`;
  return body + checkDigit(body);
}

/** Whether the text has the shape of a filing number and its check digit holds. */
export const filingNumberHolds = (value: string): boolean =>
  filingNumberPattern.test(value) && checkDigit(value.slice(0, 14)) === value.charAt(14);
