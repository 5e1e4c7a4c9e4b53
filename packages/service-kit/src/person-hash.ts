import type { Sealer } from './sealing.ts';

/** Spaces, and the dot of a name of several parts in whatever form it was typed. */
const spaces = /\s+/gu;
const dots = /[·•‧∙・･．.]/gu;

type Person = { name: string; idNumber: string };

function plain({ name, idNumber }: Person): string {
  const plainName = name.normalize('NFKC').replace(spaces, '').replace(dots, '·').toUpperCase();
  const plainNumber = idNumber.normalize('NFKC').replace(spaces, '').toUpperCase();
  return `${plainNumber}\0${plainName}`;
}

/**
 * The keyed hash by which a transfer finds its recipient (G5): of the ID number and the name, both freed of what people type in
 * different ways. Identity makes it of whoever signs in, filing of whom an initiator names; neither needs to see the other's data.
 */
export const personHash = (sealer: Pick<Sealer, 'lookupHash'>, person: Person): string =>
  sealer.lookupHash(plain(person), 'person');

/** The same under every key, the oldest first: while keys are replaced a row may still have the older one. */
export const personHashes = (sealer: Pick<Sealer, 'lookupHashes'>, person: Person): string[] =>
  sealer.lookupHashes(plain(person), 'person');
