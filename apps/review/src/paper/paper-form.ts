import { requiredAttachments } from '@beian/contracts/attachment.rules.ts';
import type { Dictionaries } from '@beian/contracts/dictionaries.ts';
import { proofOf } from '@beian/contracts/dictionary.rules.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { UnitAttachmentKind, UnitType } from '@beian/contracts/vocabulary.ts';

/** What the form holds at any moment, right or wrong. */
export type PaperForm = {
  uscc: string;
  type: UnitType | undefined;
  unitName: string;
  headName: string;
  proofs: Partial<Record<UnitAttachmentKind, StoredDocument | undefined>>;
  systemName: string;
  place: string | undefined;
  addressDetail: string;
  deviceCount: number | undefined;
  hasSnapshot: 'yes' | 'no' | undefined;
  retentionDays: number | undefined;
  safetyOfficerName: string;
  safetyOfficerPhone: string;
  remarks: string;
  deviceTable: StoredDocument | undefined;
  form: StoredDocument | undefined;
  receivedOn: string;
};

export const emptyPaper = (): PaperForm => ({
  uscc: '',
  type: undefined,
  unitName: '',
  headName: '',
  proofs: {},
  systemName: '',
  place: undefined,
  addressDetail: '',
  deviceCount: undefined,
  hasSnapshot: undefined,
  retentionDays: undefined,
  safetyOfficerName: '',
  safetyOfficerPhone: '',
  remarks: '',
  deviceTable: undefined,
  form: undefined,
  receivedOn: '',
});

/** The proofs that the unit's type asks for (G3). */
export function neededProofs({ type, uscc }: PaperForm, all: Dictionaries): UnitAttachmentKind[] {
  const proof = type && proofOf(all, type);
  return proof ? requiredAttachments({ kind: 'paper' }, { proof, uscc }) : [];
}

/** The form as POST /api/paper-filings takes it. */
export const bodyOf = (form: PaperForm, all: Dictionaries): Record<string, unknown> => ({
  unit: {
    uscc: form.uscc,
    type: form.type,
    name: form.unitName,
    headName: form.headName,
    attachments: neededProofs(form, all).flatMap((kind) => {
      const document = form.proofs[kind];
      return document ? [{ kind, documentId: document.id }] : [];
    }),
  },
  system: {
    name: form.systemName,
    countyCode: form.place?.slice(0, 6),
    ...(form.place?.length === 9 ? { streetCode: form.place } : {}),
    addressDetail: form.addressDetail,
    deviceCount: form.deviceCount,
    hasSnapshot: form.hasSnapshot === undefined ? undefined : form.hasSnapshot === 'yes',
    retentionDays: form.retentionDays,
    safetyOfficerName: form.safetyOfficerName,
    safetyOfficerPhone: form.safetyOfficerPhone,
    ...(form.remarks ? { remarks: form.remarks } : {}),
    deviceTableId: form.deviceTable?.id,
  },
  formId: form.form?.id,
  receivedOn: form.receivedOn,
});

/** The element of a field by the path that the API names it with. */
export const idOf = (path: string): string =>
  path === 'system.countyCode' || path === 'system.streetCode'
    ? 'paper-place-county'
    : `paper-${path.replaceAll('.', '-')}`;
