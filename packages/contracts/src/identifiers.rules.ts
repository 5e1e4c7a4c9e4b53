import type { UnitType } from './vocabulary.ts';

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Shape of a unified social credit code (GB 32100-2015): 18 characters without I O S V Z; characters 3–8 are a division code. */
export const usccPattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * The last character of a code that begins with these 17. The outer `mod 31` matters when the sum is a multiple of 31 (domain.md 2).
 */
export function usccCheckCharacter(body: string): string {
  const sum = usccWeights.reduce((total, weight, i) => total + weight * usccAlphabet.indexOf(body.charAt(i)), 0);
  return usccAlphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * Whether the check character is right. Only ever a warning (N15): real codes exist that fail it.
 */
export const usccCheckHolds = (uscc: string): boolean =>
  usccPattern.test(uscc) && usccCheckCharacter(uscc) === uscc.charAt(17);

const prefixes: Readonly<Record<string, UnitType>> = {
  '11': 'state_organ',
  '12': 'public_institution',
  '13': 'mass_organisation',
  '19': 'state_organ',
  '51': 'social_organisation',
  '52': 'private_non_enterprise',
  '53': 'foundation',
  '54': 'villagers_committee',
  '55': 'villagers_committee',
  '91': 'enterprise',
  '92': 'individual_business',
  '93': 'farmers_cooperative',
};

/** The unit type that the code's first two characters suggest; undefined where domain.md 2 has no gloss. */
export const unitTypeOfUscc = (uscc: string): UnitType | undefined => prefixes[uscc.slice(0, 2)];

/** Mainland mobile number. */
export const mobilePattern = /^1[3-9]\d{9}$/;

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether a citizen's ID number holds (GB 11643-1999): real birth date and check character; the division is not judged. */
export function idNumberHolds(value: string): boolean {
  const id = value.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return false;
  const [year, month, day] = [Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))];
  const birth = new Date(Date.UTC(year, month - 1, day));
  const real = birth.getUTCFullYear() === year && birth.getUTCMonth() === month - 1 && birth.getUTCDate() === day;
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(id.charAt(i)), 0);
  return real && '10X98765432'.charAt(sum % 11) === id.charAt(17);
}
