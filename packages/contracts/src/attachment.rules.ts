import type { UnitAttachmentKind, UnitType } from './vocabulary.ts';

const licensed: readonly UnitType[] = ['enterprise', 'individual_business', 'farmers_cooperative'];

/** Who files: a person, a legal person with its own credit code, or a clerk for a unit that came with its papers. */
export type Filer = { kind: 'personal' } | { kind: 'legal_person'; uscc: string } | { kind: 'paper' };

/**
 * The attachments that a unit needs (M043–M045, decided by G3): the licence of a business or else the legal-person
 * certificate, and the authorisation whenever the account does not file for its own unit.
 */
export function requiredAttachments(filer: Filer, unit: { type: UnitType; uscc: string }): UnitAttachmentKind[] {
  const proof: UnitAttachmentKind = licensed.includes(unit.type) ? 'business_licence' : 'legal_person_certificate';
  // The clerk has seen who came and with which authorisation: the scan holds it.
  const own = filer.kind === 'paper' || (filer.kind === 'legal_person' && filer.uscc === unit.uscc);
  return own ? [proof] : [proof, 'registration_authorisation'];
}
