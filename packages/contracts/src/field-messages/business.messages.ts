import type { Label } from '../vocabulary.ts';

/** What the forms of the businesses say. */
export const businessMessages: Readonly<Record<string, Label>> = {
  'division.county': { zh: '请选择到区（县）。', en: 'Choose down to the county or district.' },
  'division.format': { zh: '请填写有效的行政区划代码。', en: 'Give a valid code of a division.' },
  'division.unknown': { zh: '所选行政区划不存在，请重新选择。', en: 'No such division; choose again.' },
  'division.street-elsewhere': {
    zh: '街道不属于所选区县，请重新选择。',
    en: 'The street is not in the chosen county; choose again.',
  },
  'declaration.required': {
    zh: '请确认对备案信息的真实性负责（条例第十四条）。',
    en: 'Confirm that the information is true (art. 14).',
  },
  'cancellation.unconfirmed': { zh: '请确认注销该备案。', en: 'Confirm that the filing is to be cancelled.' },
  'attachment.twice': { zh: '同一种附件只能上传一份。', en: 'Only one file of each kind.' },
  'attachment.missing': { zh: '请上传加盖公章的《{name}》。', en: 'Upload the sealed “{name}”.' },
  'attachment.infected': {
    zh: '文件含病毒，已被隔离，请更换。',
    en: 'The file is infected and quarantined; replace it.',
  },
  'attachment.unknown': { zh: '文件不存在或已失效，请重新上传。', en: 'The file is unknown; upload it again.' },
  'attachment.kind': {
    zh: '文件种类不符，请在对应位置重新上传。',
    en: 'The file is of another kind; upload it in its place.',
  },
  'filing.twice': { zh: '同一备案编号只能出现一次。', en: 'Name each filing once.' },
  'filing.busy': {
    zh: '备案 {filing} 正在办理{kind}（受理号 {number}），办结后才能变更。',
    en: 'A {kind} of filing {filing} is open ({number}); it must end first.',
  },
  'filing.not-valid': {
    zh: '备案 {filing} 当前状态为“{status}”，不能变更。',
    en: 'Filing {filing} is “{status}” and cannot be changed.',
  },
  'change.nothing': {
    zh: '备案 {filing} 没有任何变化，请修改或者删除。',
    en: 'Nothing changes for filing {filing}: change it or leave it out.',
  },
  'change.other-unit': {
    zh: '备案 {filing} 属于另一单位，一次变更只能包含同一单位的备案。',
    en: 'Filing {filing} is of another unit; a change is about filings of one unit.',
  },
  'change.other-holder': {
    zh: '备案 {filing} 由另一账号持有，一次变更只能包含同一持有人的备案。',
    en: 'Filing {filing} has another holder; a change is about filings of one holder.',
  },
  'change.not-listed': { zh: '该备案不在本次变更的备案编号中。', en: 'This filing is not among those of the change.' },
  'change.too-many-tables': {
    zh: '一次变更最多更换 {maximum} 份设备信息表，请分批提交。',
    en: 'A change brings at most {maximum} device tables; submit the rest separately.',
  },
  'change.other-organ': {
    zh: '该地址由另一公安机关受理，请撤回本部分后重新申请，或者选择原机关辖区内的地址。',
    en: 'Another organ is in charge of this address: withdraw this part and submit it anew, or keep to the area of its organ.',
  },
  'filing.unknown': { zh: '备案编号不存在，或不属于当前账号。', en: 'No such filing of this account.' },
  'unit.unknown': { zh: '单位不存在，请重新选择。', en: 'No such unit; choose again.' },
  'device-table.count': {
    zh: '填报的设备数量为 {declared}，设备信息表中有 {rows} 行，两者应一致。',
    en: 'The form declares {declared} devices, the table has {rows} rows; they must agree.',
  },
  'device-table.fix-unknown': {
    zh: '选中的问题在该表中没有可用的修正，请重新检查后再试。',
    en: 'A chosen issue has no fix in this table; check the table again.',
  },
  'device-table.cells': {
    zh: '设备信息表有 {count} 处错误，请按检查结果修改后重新上传。',
    en: 'The device table has {count} errors; mend them and upload again.',
  },
  'claim-code.format': {
    zh: '认领码为四组、每组四位的数字或大写字母，例如 AB12-CD34-EF56-GH78，请对照线下备案回执核对。',
    en: 'A claim code has four groups of four digits or capitals, such as AB12-CD34-EF56-GH78; check it against the notice.',
  },
  'claim.refused': {
    zh: '备案编号与认领码不符，或该备案已被认领。请核对，或到受理机关重新领取认领码。',
    en: 'Number and claim code do not fit, or the filing has been claimed. Check them, or ask the organ for a new code.',
  },
  'division.elsewhere': {
    zh: '该地址不属于本机关管辖，请核对或告知管理单位向所在地机关备案。',
    en: 'This address is under another organ: check it, or send the unit there.',
  },
  'division.beyond-organ': {
    zh: '该区域超出本机关辖区，请选择辖区内的行政区划。',
    en: 'This is beyond the area of your organ: choose a division within it.',
  },
  'filing-number.format': { zh: '备案编号应为 15 位数字，请核对。', en: 'A filing number has 15 digits; check it.' },
};
