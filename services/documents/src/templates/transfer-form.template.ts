import { form, heading, paper, paragraph, right, title } from './paper.ts';

/** 《备案移交申请表》 (M113, M115): who hands over, who takes over, which filing and why. */
export const transferForm = (): Promise<Uint8Array> =>
  paper('备案移交申请表', [
    title('备案移交申请表'),
    heading('一、备案信息'),
    form([['备案编号', '15 位数字'], ['系统名称'], ['管理单位名称'], ['统一社会信用代码', '18 位']]),
    heading('二、移出方'),
    form([['移出方姓名'], ['移出方身份证号码'], ['移出方联系电话']]),
    heading('三、移入人'),
    form([['移入人姓名'], ['移入人身份证号码'], ['移入人联系电话']]),
    heading('四、移交说明'),
    form([['移交说明', '移交的原因和范围']]),
    paragraph('以上信息真实、准确。移交经公安机关审核、移入人确认接收后完成，移出方不再具有该备案信息的操作权限。'),
    right('管理单位（公章）：____________________'),
    right('移出方（签字）：____________________'),
    right('移入人（签字）：____________________'),
    right('______年____月____日'),
  ]);
