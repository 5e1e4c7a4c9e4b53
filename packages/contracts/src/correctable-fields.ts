import type { ApplicationKind, Label } from './vocabulary.ts';

/** Fields that a notice may cite (N3). A path names the same thing in notices, diffs and forms. */
export const correctableFields = [
  'unit.uscc',
  'unit.type',
  'unit.name',
  'unit.headName',
  'attachments.business_licence',
  'attachments.legal_person_certificate',
  'attachments.registration_authorisation',
  'system.name',
  'system.address',
  'system.deviceCount',
  'system.hasSnapshot',
  'system.retentionDays',
  'system.safetyOfficerName',
  'system.safetyOfficerPhone',
  'system.deviceTableId',
  'system.firstUseOn',
  'system.remarks',
  'change.explanation',
  'change.authorisationId',
  'change.proofs',
  'cancellation.reason',
  'cancellation.authorisationId',
  'transfer.recipientName',
  'transfer.recipientIdNumber',
  'transfer.description',
  'transfer.formId',
  'appeal.description',
  'appeal.evidenceIds',
] as const;
export type CorrectableField = (typeof correctableFields)[number];
/** Those of an appeal, which has no unit and system. */
export type AppealField = Extract<CorrectableField, `appeal.${string}`>;

export const correctableFieldLabels: Readonly<Record<CorrectableField, Label>> = {
  'unit.uscc': { zh: '统一社会信用代码', en: 'Unified social credit code' },
  'unit.type': { zh: '单位类型', en: 'Unit type' },
  'unit.name': { zh: '单位名称', en: 'Unit name' },
  'unit.headName': { zh: '单位负责人姓名', en: 'Name of the head of unit' },
  'attachments.business_licence': { zh: '营业执照复印件', en: 'Copy of business licence' },
  'attachments.legal_person_certificate': { zh: '法人登记证书复印件', en: 'Copy of legal-person certificate' },
  'attachments.registration_authorisation': { zh: '委托办理备案登记授权书', en: 'Authorisation to register' },
  'system.name': { zh: '系统名称', en: 'System name' },
  'system.address': { zh: '所在地址', en: 'Address' },
  'system.deviceCount': { zh: '公共安全区域图像采集设备数量', en: 'Number of image-collection devices' },
  'system.hasSnapshot': { zh: '图像采集设备是否具备抓拍图片功能', en: 'Devices can take snapshots' },
  'system.retentionDays': { zh: '视频图像信息存储期限', en: 'Retention of video (days)' },
  'system.safetyOfficerName': { zh: '安全负责人姓名', en: 'Name of the safety officer' },
  'system.safetyOfficerPhone': { zh: '安全负责人手机号', en: "Safety officer's mobile number" },
  'system.deviceTableId': { zh: '图像采集设备信息表', en: 'Image-collection device table' },
  'system.firstUseOn': { zh: '系统投入使用日期', en: 'Date of first use' },
  'system.remarks': { zh: '备注信息', en: 'Remarks' },
  'change.explanation': { zh: '变更说明', en: 'Explanation of the change' },
  'change.authorisationId': { zh: '委托办理备案变更授权书', en: 'Authorisation to change' },
  'change.proofs': { zh: '相关证明材料', en: 'Proof documents' },
  'cancellation.reason': { zh: '注销原因', en: 'Reason for cancelling' },
  'cancellation.authorisationId': { zh: '委托办理备案注销授权书', en: 'Authorisation to cancel' },
  'transfer.recipientName': { zh: '移入人姓名', en: "Recipient's name" },
  'transfer.recipientIdNumber': { zh: '移入人身份证号码', en: "Recipient's ID number" },
  'transfer.description': { zh: '移交说明', en: 'Description of the transfer' },
  'transfer.formId': { zh: '备案移交申请表', en: 'Transfer application form' },
  'appeal.description': { zh: '申诉说明', en: 'What the appeal says' },
  'appeal.evidenceIds': { zh: '证明材料', en: 'Evidence' },
};

/** Businesses with a form of their own: what they are about is filed already. */
const ownForms: readonly string[] = ['cancellation', 'transfer', 'appeal'] satisfies ApplicationKind[];
const partOf = (field: CorrectableField): string => field.slice(0, field.indexOf('.'));

/** The fields that a notice about an application of a kind may cite: those that its filer filled in. */
export const correctableFieldsOf = (kind: ApplicationKind): readonly CorrectableField[] =>
  correctableFields.filter((field) => {
    if (kind === 'change') return partOf(field) === 'change' || changeableFields.includes(field);
    return ownForms.includes(kind) ? partOf(field) === kind : ![...ownForms, 'change'].includes(partOf(field));
  });

/** The closed list of what a change may change (M083). */
export const changeableFields: readonly CorrectableField[] = [
  'unit.name',
  'unit.headName',
  'system.name',
  'system.address',
  'system.deviceCount',
  'system.hasSnapshot',
  'system.retentionDays',
  'system.safetyOfficerName',
  'system.safetyOfficerPhone',
  'system.deviceTableId',
  'system.remarks',
];

/** Keys of the forms that may be corrected. */
export type Unlocked = Record<
  'unit' | 'attachments' | 'system' | 'change' | 'cancellation' | 'transfer' | 'appeal',
  string[]
>;

// What cannot be corrected alone: an address is one field to people and three to the form; the table and the count must agree (G9);
// code and type of a unit decide which attachments it needs (G3); name and number say together who the recipient is (G5).
const together: Partial<Record<CorrectableField, readonly string[]>> = {
  'system.address': ['system.countyCode', 'system.streetCode', 'system.addressDetail'],
  'system.deviceCount': ['system.deviceCount', 'system.deviceTableId'],
  'system.deviceTableId': ['system.deviceCount', 'system.deviceTableId'],
  'change.proofs': ['change.proofIds'],
  'transfer.recipientName': ['transfer.recipientName', 'transfer.recipientIdNumber'],
  'transfer.recipientIdNumber': ['transfer.recipientName', 'transfer.recipientIdNumber'],
  'unit.uscc': ['unit.uscc', 'attachments.registration_authorisation'],
  'unit.type': ['unit.type', 'attachments.business_licence', 'attachments.legal_person_certificate'],
};

/** What the citations of a notice unlock: the only keys that a resubmission may hold. */
export function unlockedBy(fields: readonly CorrectableField[]): Unlocked {
  const keys = [...new Set(fields.flatMap((field) => together[field] ?? [field]))];
  const of = (part: string) => keys.flatMap((key) => (key.startsWith(`${part}.`) ? [key.slice(part.length + 1)] : []));
  return {
    unit: of('unit'),
    attachments: of('attachments'),
    system: of('system'),
    change: of('change'),
    cancellation: of('cancellation'),
    transfer: of('transfer'),
    appeal: of('appeal'),
  };
}

/** The correctable field that a key of the form belongs to. */
export const fieldOfKey = (key: string): string =>
  ['system.countyCode', 'system.streetCode', 'system.addressDetail'].includes(key)
    ? 'system.address'
    : key === 'change.proofIds'
      ? 'change.proofs'
      : key;
