import type { Application, ApplicationContent } from '@beian/contracts/applications.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { UnitAttachmentKind, UnitType } from '@beian/contracts/vocabulary.ts';

/** What a correction's form holds: the values of the application, new files beside them. */
export type CorrectionForm = {
  uscc: string;
  type: UnitType;
  name: string;
  headName: string;
  files: Partial<Record<UnitAttachmentKind, StoredDocument>>;
  systemName: string;
  place: string | undefined;
  addressDetail: string;
  deviceCount: number | undefined;
  hasSnapshot: 'yes' | 'no';
  retentionDays: number | undefined;
  safetyOfficerName: string;
  safetyOfficerPhone: string;
  firstUseOn: string;
  remarks: string;
  deviceTable: StoredDocument | undefined;
  cancellationReason: string;
  cancellationFile: StoredDocument | undefined;
  /** Typed anew: what was typed comes back masked. */
  recipientName: string;
  recipientIdNumber: string;
  transferDescription: string;
  transferFile: StoredDocument | undefined;
};

/** An application about a unit and a system, which a correction may change: any but an appeal. */
export type Corrected = Application & { content: ApplicationContent };
export const isAboutUnit = (application: Application): application is Corrected => application.content !== undefined;

export function correctionFormOf({ content: { unit, system, cancellation, transfer } }: Corrected): CorrectionForm {
  return {
    uscc: unit.uscc,
    type: unit.type,
    name: unit.name,
    headName: unit.headName,
    files: {},
    systemName: system.name,
    place: system.streetCode ?? system.countyCode,
    addressDetail: system.addressDetail,
    deviceCount: system.deviceCount,
    hasSnapshot: system.hasSnapshot ? 'yes' : 'no',
    retentionDays: system.retentionDays,
    safetyOfficerName: system.safetyOfficerName,
    safetyOfficerPhone: system.safetyOfficerPhone,
    firstUseOn: system.firstUseOn ?? '',
    remarks: system.remarks ?? '',
    deviceTable: undefined,
    cancellationReason: cancellation?.reason ?? '',
    cancellationFile: undefined,
    recipientName: '',
    recipientIdNumber: '',
    transferDescription: transfer?.description ?? '',
    transferFile: undefined,
  };
}

const changed = <T extends object>(before: Record<string, unknown>, after: T): Partial<T> =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== before[key])) as Partial<T>;

/** What is corrected, as the API takes it: only what differs from the application. */
export function correctedBy(application: Corrected, form: CorrectionForm): Record<string, unknown> {
  const { unit: unitNow, system: systemNow } = application.content;
  const unit = changed(unitNow, {
    uscc: form.uscc.trim().toUpperCase(),
    type: form.type,
    name: form.name.trim(),
    headName: form.headName.trim(),
  });
  const before = {
    ...systemNow,
    streetCode: systemNow.streetCode ?? null,
    firstUseOn: systemNow.firstUseOn ?? '',
    remarks: systemNow.remarks ?? '',
  };
  const system = changed(before, {
    name: form.systemName.trim(),
    countyCode: form.place?.slice(0, 6),
    streetCode: form.place?.length === 9 ? form.place : null,
    addressDetail: form.addressDetail.trim(),
    deviceCount: form.deviceCount,
    hasSnapshot: form.hasSnapshot === 'yes',
    retentionDays: form.retentionDays,
    safetyOfficerName: form.safetyOfficerName.trim(),
    safetyOfficerPhone: form.safetyOfficerPhone.trim(),
    deviceTableId: form.deviceTable?.id ?? systemNow.deviceTableId,
    firstUseOn: form.firstUseOn,
    remarks: form.remarks.trim(),
  });
  const cancellation = changed(application.content.cancellation ?? {}, {
    ...(application.content.cancellation ? { reason: form.cancellationReason.trim() } : {}),
    ...(form.cancellationFile ? { authorisationId: form.cancellationFile.id } : {}),
  });
  const transfer = changed(application.content.transfer ?? {}, {
    ...(form.recipientName.trim() ? { recipientName: form.recipientName.trim() } : {}),
    ...(form.recipientIdNumber.trim() ? { recipientIdNumber: form.recipientIdNumber.trim() } : {}),
    ...(application.content.transfer ? { description: form.transferDescription.trim() } : {}),
    ...(form.transferFile ? { formId: form.transferFile.id } : {}),
  });
  const replaced = Object.keys(form.files) as UnitAttachmentKind[];
  const attachments = [
    ...unitNow.attachments.filter((one) => !form.files[one.kind]),
    ...replaced.flatMap((kind) => {
      const document = form.files[kind];
      return document ? [{ kind, documentId: document.id }] : [];
    }),
  ];
  return {
    ...(Object.keys(unit).length > 0 ? { unit } : {}),
    ...(replaced.length > 0 ? { attachments } : {}),
    ...(Object.keys(system).length > 0 ? { system } : {}),
    ...(Object.keys(cancellation).length > 0 ? { cancellation } : {}),
    ...(Object.keys(transfer).length > 0 ? { transfer } : {}),
  };
}
