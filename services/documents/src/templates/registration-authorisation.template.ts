import { paragraph, paper, right, title } from './paper.ts';
import type { Paragraph } from 'docx';

/** The letter's text, also part of the collected templates. */
export const authorisationText = (): Paragraph[] => [
  title('委托办理备案登记授权书'),
  paragraph('____________________公安局（分局）：'),
  paragraph(
    '我单位____________________（统一社会信用代码：____________________）系公共安全视频图像信息系统____________________(系统名称)的管理单位，现委托____________________(受托人姓名或者单位名称，证件号码:____________________)代为办理该系统的备案登记事项。',
  ),
  paragraph('委托期限：自______年____月____日起至______年____月____日止。'),
  paragraph('受托人在上述权限和期限内提交的备案信息，我单位均予认可，并对其真实性负责。'),
  right('委托单位（公章）：____________________'),
  right('单位负责人（签字）：____________________'),
  right('受托人（签字）：____________________'),
  right('______年____月____日'),
];

/** 《委托办理备案登记授权书》 (M045, M047). */
export const registrationAuthorisation = (): Promise<Uint8Array> =>
  paper('委托办理备案登记授权书', authorisationText());
