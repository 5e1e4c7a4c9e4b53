import type { Sealer } from './sealing.ts';

/** Spaces, and the dot of a name of several parts in whatever form it was typed. */
const spaces = /\s+/gu;
const dots = /[·•‧∙・･．.]/gu;

/**
 * The keyed hash by which a transfer finds its recipient (G5): of the ID number and the name, both freed of what people type in
 * different ways. Identity makes it of whoever signs in, filing of whom an initiator names; neither needs to see the other's data.
 */
export function personHash(
  sealer: Pick<Sealer, 'lookupHash'>,
  { name, idNumber }: { name: string; idNumber: string },
): string {
  const plainName = name.normalize('NFKC').replace(spaces, '').replace(dots, '·').toUpperCase();
  const plainNumber = idNumber.normalize('NFKC').replace(spaces, '').toUpperCase();
  return sealer.lookupHash(`${plainNumber}\0${plainName}`, 'person');
}
