import type { Label } from '../vocabulary.ts';

/** What the form of a transfer says. */
export const transferMessages: Readonly<Record<string, Label>> = {
  'id-number.format': {
    zh: '身份证号码应为 18 位，且出生日期和校验码正确，请对照身份证核对。',
    en: 'An ID number has 18 characters with a real birth date and a valid check character; check it against the card.',
  },
  'transfer.to-self': {
    zh: '移入人不能是移出方本人。',
    en: 'The recipient is somebody other than the initiator.',
  },
  'transfer.form-missing': {
    zh: '请上传加盖公章的《备案移交申请表》。',
    en: 'Upload the sealed “Transfer application form”.',
  },
  'transfer.unconfirmed': {
    zh: '请确认移交该备案：移入人接收后，您不再具有该备案的操作权限。',
    en: 'Confirm the transfer: once accepted, the filing is no longer yours.',
  },
};
