import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { correctableFields, type CorrectableField } from '@beian/contracts/correctable-fields.ts';
import type { FieldDiff } from '@beian/contracts/field-diff.ts';
import { unitTypeLabels } from '@beian/contracts/vocabulary.ts';

type NameOf = (documentId: string) => string;
type Reading = { compared: string | null; shown: string | null };

const plain = (value: string | number | undefined): Reading => {
  const text = value === undefined || value === '' ? null : String(value);
  return { compared: text, shown: text };
};

// `compared` decides whether something changed, `shown` is what staff may read: masked for people, a name for files.
function reading(
  field: CorrectableField,
  full: ApplicationContent,
  masked: ApplicationContent,
  nameOf: NameOf,
): Reading {
  const { unit, system } = full;
  const file = (id: string | undefined): Reading => ({
    compared: id ?? null,
    shown: id === undefined ? null : nameOf(id),
  });
  const files = (ids: readonly string[]): Reading => ({
    compared: ids.join(),
    shown: ids.length === 0 ? null : ids.map(nameOf).join('、'),
  });
  switch (field) {
    case 'unit.type':
      return plain(unitTypeLabels[unit.type].zh);
    case 'unit.uscc':
      return plain(unit.uscc);
    case 'unit.name':
      return plain(unit.name);
    case 'unit.headName':
      return { compared: unit.headName, shown: masked.unit.headName };
    case 'attachments.business_licence':
    case 'attachments.legal_person_certificate':
    case 'attachments.registration_authorisation':
      return file(unit.attachments.find((one) => `attachments.${one.kind}` === field)?.documentId);
    case 'system.address':
      return plain(`${system.divisionName}${system.addressDetail}`);
    case 'system.hasSnapshot':
      return plain(system.hasSnapshot ? '是' : '否');
    case 'system.safetyOfficerName':
      return { compared: system.safetyOfficerName, shown: masked.system.safetyOfficerName };
    case 'system.safetyOfficerPhone':
      return { compared: system.safetyOfficerPhone, shown: masked.system.safetyOfficerPhone };
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
    case 'change.explanation':
      return plain(full.change?.explanation);
    case 'change.authorisationId':
      return file(full.change?.authorisationId);
    case 'change.proofs':
      return files(full.change?.proofIds ?? []);
    case 'cancellation.reason':
      return plain(full.cancellation?.reason);
    case 'cancellation.authorisationId':
      return file(full.cancellation?.authorisationId);
  }
}

type Side = { full: ApplicationContent; masked: ApplicationContent };

/** The fields that differ between two versions, in the form's order. A change that masking hides still shows as a change. */
export const contentDiff = (before: Side, after: Side, nameOf: NameOf): FieldDiff[] =>
  correctableFields.flatMap((field) => {
    const from = reading(field, before.full, before.masked, nameOf);
    const to = reading(field, after.full, after.masked, nameOf);
    return from.compared === to.compared ? [] : [{ field, before: from.shown, after: to.shown }];
  });
