import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { correctableFields, type AppealField, type CorrectableField } from '@beian/contracts/correctable-fields.ts';
import type { FieldDiff } from '@beian/contracts/field-diff.ts';

type NameOf = (documentId: string) => string;
type ContentField = Exclude<CorrectableField, AppealField>;
type Reading = { compared: string | null; shown: string | null };

const plain = (value: string | number | undefined): Reading => {
  const text = value === undefined || value === '' ? null : String(value);
  return { compared: text, shown: text };
};

const masking = (compared: string | undefined, shown: string | undefined): Reading => ({
  compared: compared ?? null,
  shown: shown ?? null,
});

const fileReading = (id: string | undefined, nameOf: NameOf): Reading => ({
  compared: id ?? null,
  shown: id === undefined ? null : nameOf(id),
});

// `compared` decides whether something changed, `shown` is what staff may read: masked for people, a name for files.
function reading(field: ContentField, full: ApplicationContent, masked: ApplicationContent, nameOf: NameOf): Reading {
  const { unit, system } = full;
  const file = (id: string | undefined) => fileReading(id, nameOf);
  switch (field) {
    case 'unit.type':
      // The code: who reads it knows the dictionary.
      return plain(unit.type);
    case 'unit.uscc':
      return plain(unit.uscc);
    case 'unit.name':
      return plain(unit.name);
    case 'unit.headName':
      return masking(unit.headName, masked.unit.headName);
    case 'attachments.business_licence':
    case 'attachments.legal_person_certificate':
    case 'attachments.registration_authorisation':
      return file(unit.attachments.find((one) => `attachments.${one.kind}` === field)?.documentId);
    case 'system.address':
      return plain(`${system.divisionName}${system.addressDetail}`);
    case 'system.hasSnapshot':
      return plain(system.hasSnapshot ? '是' : '否');
    case 'system.safetyOfficerName':
      return masking(system.safetyOfficerName, masked.system.safetyOfficerName);
    case 'system.safetyOfficerPhone':
      return masking(system.safetyOfficerPhone, masked.system.safetyOfficerPhone);
    case 'system.deviceTableId':
      return file(system.deviceTableId);
    case 'system.name':
      return plain(system.name);
    case 'system.deviceCount':
      return plain(system.deviceCount);
    case 'system.retentionDays':
      return plain(system.retentionDays);
    case 'system.firstUseOn':
      return plain(system.firstUseOn);
    case 'system.remarks':
      return plain(system.remarks);
    default:
      return readingOfAsked(field, full, masked, nameOf);
  }
}

type AskedField = Extract<CorrectableField, `change.${string}` | `cancellation.${string}` | `transfer.${string}`>;

// What a business about filings asks for.
function readingOfAsked(
  field: AskedField,
  full: ApplicationContent,
  masked: ApplicationContent,
  nameOf: NameOf,
): Reading {
  const file = (id: string | undefined) => fileReading(id, nameOf);
  switch (field) {
    case 'change.explanation':
      return plain(full.change?.explanation);
    case 'change.authorisationId':
      return file(full.change?.authorisationId);
    case 'change.proofs': {
      const ids = full.change?.proofIds ?? [];
      return { compared: ids.join(), shown: ids.length === 0 ? null : ids.map(nameOf).join('、') };
    }
    case 'cancellation.reason':
      return plain(full.cancellation?.reason);
    case 'cancellation.authorisationId':
      return file(full.cancellation?.authorisationId);
    case 'transfer.recipientName':
      return masking(full.transfer?.recipientName, masked.transfer?.recipientName);
    case 'transfer.recipientIdNumber':
      return masking(full.transfer?.recipientIdNumber, masked.transfer?.recipientIdNumber);
    case 'transfer.description':
      return plain(full.transfer?.description);
    case 'transfer.formId':
      return file(full.transfer?.formId);
  }
}

const isOfContent = (field: CorrectableField): field is ContentField => !field.startsWith('appeal.');

type Side = { full: ApplicationContent; masked: ApplicationContent };

/** The fields that differ between two versions, in the form's order. A change that masking hides still shows as a change. */
export const contentDiff = (before: Side, after: Side, nameOf: NameOf): FieldDiff[] =>
  correctableFields.filter(isOfContent).flatMap((field) => {
    const from = reading(field, before.full, before.masked, nameOf);
    const to = reading(field, after.full, after.masked, nameOf);
    return from.compared === to.compared ? [] : [{ field, before: from.shown, after: to.shown }];
  });
