import type { CannedText } from '@beian/contracts/canned-texts.ts';

type NationalText = Omit<CannedText, 'id' | 'national' | 'editable'>;

/** What every organ begins with (I11). The articles are those of State Council Order 799. */
export const nationalTexts: readonly NationalText[] = [
  { use: 'opinion', outcome: 'approve', text: '材料齐全，填报信息与提交材料一致，予以备案。', kind: 'registration' },
  { use: 'opinion', outcome: 'approve', text: '注销原因属实，予以注销。', kind: 'cancellation' },
  { use: 'opinion', outcome: 'approve', text: '材料齐全，符合要求，予以通过。' },
  { use: 'opinion', outcome: 'return', text: '经审核，部分内容需要补正，请按照补正告知逐项修改后重新提交。' },
  { use: 'opinion', outcome: 'reroute', text: '该系统所在地不属于本机关管辖，转有管辖权的公安机关办理。' },
  {
    use: 'notice',
    field: 'system.retentionDays',
    text: '视频图像信息存储期限不足三十日（条例第十七条）。',
    advice: '请按实际存储期限填写；不足三十日的，整改后再提交。',
  },
  {
    use: 'notice',
    field: 'system.deviceTableId',
    text: '设备信息表与填报的设备数量或安装位置不一致。',
    advice: '请核对每台设备，重新上传设备信息表。',
  },
  {
    use: 'notice',
    field: 'system.address',
    text: '所在地址不完整，无法确定系统位置。',
    advice: '请填写到门牌号，并选择正确的街道。',
  },
  {
    use: 'notice',
    field: 'system.safetyOfficerPhone',
    text: '安全负责人手机号无法接通。',
    advice: '请核对手机号，填写能够联系到安全负责人的号码。',
  },
  {
    use: 'notice',
    field: 'attachments.business_licence',
    text: '营业执照复印件未加盖公章，或者影像不清晰。',
    advice: '请加盖公章后重新扫描上传。',
  },
  {
    use: 'notice',
    field: 'attachments.legal_person_certificate',
    text: '法人登记证书复印件未加盖公章，或者影像不清晰。',
    advice: '请加盖公章后重新扫描上传。',
  },
  {
    use: 'notice',
    field: 'attachments.registration_authorisation',
    text: '授权书未加盖公章，或者载明的被授权人、授权期限不完整。',
    advice: '请下载模板，填写完整并加盖公章后重新上传。',
  },
  {
    use: 'notice',
    field: 'unit.name',
    text: '单位名称与营业执照（法人登记证书）不一致。',
    advice: '请按证照填写单位全称。',
  },
  {
    use: 'notice',
    field: 'cancellation.reason',
    text: '注销原因不明确。',
    advice: '请写明系统拆除或者停用的时间和原因。',
    kind: 'cancellation',
  },
  {
    use: 'rejection',
    reasonCode: 'no_filing_duty',
    text: '该系统安装在非公共场所或者不属于条例第七条规定的公共场所，依照条例第九条不需要备案。',
  },
  {
    use: 'rejection',
    reasonCode: 'not_managing_unit',
    text: '申请单位不是该系统的管理单位（条例第七条），请由系统管理单位办理备案。',
  },
  {
    use: 'rejection',
    reasonCode: 'forbidden_place',
    text: '系统包含安装在条例第八条禁止安装的区域、部位的图像采集设备，请立即拆除，并按规定处理已采集的信息。',
  },
  {
    use: 'rejection',
    reasonCode: 'duplicate_filing',
    text: '该系统已完成备案，无需重复提交；信息有变化的，请办理备案变更。',
  },
  {
    use: 'rejection',
    reasonCode: 'false_information',
    text: '经核实，填报信息与实际情况不符（条例第二十九条），请据实填报后重新申请。',
  },
];
