import type { UnitAttachmentKind, UnitProof } from './vocabulary.ts';

/** Who files: a person, a legal person with its own credit code, or a clerk for a unit that came with its papers. */
export type Filer = { kind: 'personal' } | { kind: 'legal_person'; uscc: string } | { kind: 'paper' };

/**
 * The attachments that a unit needs (M043–M045, decided by G3): the proof that its type asks for, as the dictionary of unit types says,
 * and the authorisation whenever the account does not file for its own unit.
 */
export function requiredAttachments(
  filer: Filer,
  { proof, uscc }: { proof: UnitProof; uscc: string },
): UnitAttachmentKind[] {
  // The clerk has seen who came and with which authorisation: the scan holds it.
  const own = filer.kind === 'paper' || (filer.kind === 'legal_person' && filer.uscc === uscc);
  return own ? [proof] : [proof, 'registration_authorisation'];
}
