import type { ApplicationContent } from '@beian/contracts/applications.ts';
import type { CancellationRequest } from '@beian/contracts/cancellations.ts';
import type { ChangePapers } from '@beian/contracts/changes.ts';
import type { SystemInput } from '@beian/contracts/systems.ts';
import type { TransferRequest } from '@beian/contracts/transfers.ts';
import type { UnitInput } from '@beian/contracts/units.ts';
import { maskIdNumber, maskName, maskPhone } from '@beian/service-kit/masking.ts';

/** The part of a version that names nobody, kept as JSON. */
export type OpenContent = {
  unit: Omit<UnitInput, 'headName'>;
  system: Omit<SystemInput, 'safetyOfficerName' | 'safetyOfficerPhone'> & { divisionName: string };
  /** Scan of the papers, of a filing that came on paper. */
  paperFormId?: string;
  /** The letter of the agent who submitted it, for the reviewer. */
  delegationLetterId?: string;
  /** Of a cancellation. */
  cancellation?: CancellationRequest;
  /** Of a change. */
  change?: ChangePapers;
  /** Of a transfer. */
  transfer?: Pick<TransferRequest, 'description' | 'formId'>;
};
/** The part that names people, kept sealed. */
export type PersonalContent = {
  headName: string;
  safetyOfficerName: string;
  safetyOfficerPhone: string;
  /** Of a transfer. */
  recipient?: Recipient;
};
export type Recipient = { name: string; idNumber: string };

/** Takes names and phones out of what was submitted. */
export function splitContent(
  unit: UnitInput,
  system: SystemInput,
  divisionName: string,
): { open: OpenContent; personal: PersonalContent } {
  const { headName, ...openUnit } = unit;
  const { safetyOfficerName, safetyOfficerPhone, ...openSystem } = system;
  return {
    open: { unit: openUnit, system: { ...openSystem, divisionName } },
    personal: { headName, safetyOfficerName, safetyOfficerPhone },
  };
}

/** Unit and system of a version. An appeal has none: whoever asks for them takes it for another business. */
export function filedContent({ id, content }: { id: string; content?: OpenContent | null }): OpenContent {
  if (!content) throw new Error(`version ${id} has no unit and system`);
  return content;
}

/** Puts both parts together again. */
export const joinContent = (open: OpenContent, personal: PersonalContent): ApplicationContent => ({
  unit: { ...open.unit, headName: personal.headName },
  system: {
    ...open.system,
    safetyOfficerName: personal.safetyOfficerName,
    safetyOfficerPhone: personal.safetyOfficerPhone,
  },
  ...(open.cancellation ? { cancellation: open.cancellation } : {}),
  ...(open.change ? { change: open.change } : {}),
  ...(open.transfer && personal.recipient ? { transfer: joinTransfer(open.transfer, personal.recipient) } : {}),
});

const joinTransfer = (
  { description, formId }: NonNullable<OpenContent['transfer']>,
  { name, idNumber }: Recipient,
): TransferRequest => ({ recipientName: name, recipientIdNumber: idNumber, description, formId });

/** As the filer reads it: in full, but for the recipient of a transfer, who is somebody else. */
export const maskRecipient = (personal: PersonalContent): PersonalContent => ({
  ...personal,
  ...(personal.recipient
    ? { recipient: { name: maskName(personal.recipient.name), idNumber: maskIdNumber(personal.recipient.idNumber) } }
    : {}),
});

/** Masked as others than the filer read it (M081, M082). */
export const maskPersonal = (personal: PersonalContent): PersonalContent => ({
  ...maskRecipient(personal),
  headName: maskName(personal.headName),
  safetyOfficerName: maskName(personal.safetyOfficerName),
  safetyOfficerPhone: maskPhone(personal.safetyOfficerPhone),
});

/** The whole with people masked. */
export const maskContent = (content: ApplicationContent): ApplicationContent => ({
  ...content,
  unit: { ...content.unit, headName: maskName(content.unit.headName) },
  system: {
    ...content.system,
    safetyOfficerName: maskName(content.system.safetyOfficerName),
    safetyOfficerPhone: maskPhone(content.system.safetyOfficerPhone),
  },
});

/** The documents of a change besides the tables of its filings. */
export const papersOf = (change: ChangePapers | undefined): string[] =>
  change ? [...(change.authorisationId ? [change.authorisationId] : []), ...change.proofIds] : [];

/** Every document that a version refers to. */
export const documentIdsOf = (open: OpenContent): string[] => [
  ...open.unit.attachments.map((attachment) => attachment.documentId),
  open.system.deviceTableId,
  ...(open.paperFormId ? [open.paperFormId] : []),
  ...(open.delegationLetterId ? [open.delegationLetterId] : []),
  ...(open.cancellation?.authorisationId ? [open.cancellation.authorisationId] : []),
  ...papersOf(open.change),
  ...(open.transfer ? [open.transfer.formId] : []),
];
