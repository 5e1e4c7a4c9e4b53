import { heading, pageBreak, paper, paragraph, title } from './paper.ts';
import { authorisationText } from './registration-authorisation.template.ts';

/** 《系统备案材料模板》 (M018): what to hand in and the letters to fill in. */
export const materialTemplates = (): Promise<Uint8Array> =>
  paper('系统备案材料模板', [
    title('系统备案材料模板'),
    heading('材料清单'),
    paragraph('一、《营业执照复印件》或者《法人登记证书复印件》：复印件上加盖单位公章后扫描，小于 100KB。'),
    paragraph('二、《委托办理备案登记授权书》：个人用户办理或者为其他单位办理时提供，见下页模板。'),
    paragraph(
      '三、《图像采集设备信息表》：请在平台下载 xlsx 模板填写，不要改动表头；“填写示例”工作表供参考，不会被读取。',
    ),
    pageBreak(),
    ...authorisationText(),
  ]);
