import type { Labels } from './label.ts';

export const documentKinds = [
  'business_licence',
  'legal_person_certificate',
  'registration_authorisation',
  'change_authorisation',
  'change_proof',
  'cancellation_authorisation',
  'transfer_form',
  'delegation_letter',
  'device_table',
  'appeal_evidence',
  'paper_form',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const documentKindLabels: Labels<DocumentKind> = {
  business_licence: { zh: '营业执照复印件', en: 'Copy of business licence' },
  legal_person_certificate: { zh: '法人登记证书复印件', en: 'Copy of legal-person certificate' },
  registration_authorisation: { zh: '委托办理备案登记授权书', en: 'Authorisation to register' },
  change_authorisation: { zh: '委托办理备案变更授权书', en: 'Authorisation to change' },
  change_proof: { zh: '变更证明材料', en: 'Proof of the change' },
  cancellation_authorisation: { zh: '委托办理备案注销授权书', en: 'Authorisation to cancel' },
  transfer_form: { zh: '备案移交申请表', en: 'Transfer application form' },
  delegation_letter: { zh: '授权委托书', en: 'Letter of authorisation' },
  device_table: { zh: '图像采集设备信息表', en: 'Image-collection device table' },
  appeal_evidence: { zh: '申诉证明材料', en: 'Appeal evidence' },
  paper_form: { zh: '线下备案申请材料扫描件', en: 'Scan of the papers' },
};

/** What is known of malware in a file. What waits for its scan or is infected is shown to nobody. */
export const documentScans = ['not_scanned', 'awaiting_scan', 'clean', 'infected'] as const;
export type DocumentScan = (typeof documentScans)[number];
export const documentScanLabels: Labels<DocumentScan> = {
  not_scanned: { zh: '未查毒', en: 'Not scanned' },
  awaiting_scan: { zh: '等待查毒', en: 'Awaiting scan' },
  clean: { zh: '已查毒', en: 'Scanned' },
  infected: { zh: '含病毒，已隔离，须更换', en: 'Infected and quarantined: replace it' },
};

/** The three attachments of a unit (M043–M045). */
export const unitAttachmentKinds = [
  'business_licence',
  'legal_person_certificate',
  'registration_authorisation',
] as const satisfies readonly DocumentKind[];
export type UnitAttachmentKind = (typeof unitAttachmentKinds)[number];

/** M046: "应小于 100KB" – strictly fewer bytes than this. */
export const attachmentLimitBytes = 102_400;
/** M128: "应小于 10Mb", read as 10 MB (G10) – strictly fewer bytes. */
export const evidenceLimitBytes = 10_485_760;
/** The device table's limit is ours: the manual names none, and 20,000 rows fit in it. */
export const deviceTableLimitBytes = 5_242_880;
/** Bytes that an upload of this kind must stay strictly under. */
export const limitOf = (kind: DocumentKind): number =>
  kind === 'appeal_evidence' || kind === 'paper_form'
    ? evidenceLimitBytes
    : kind === 'device_table'
      ? deviceTableLimitBytes
      : attachmentLimitBytes;
