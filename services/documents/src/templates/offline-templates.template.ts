import { form, heading, pageBreak, paper, paragraph, right, title } from './paper.ts';
import { authorisationText } from './registration-authorisation.template.ts';

/** 《系统线下备案材料模板》 (M019, M020): the paper channel asks for the same facts as the portal. */
export const offlineTemplates = (): Promise<Uint8Array> =>
  paper('系统线下备案材料模板', [
    title('公共安全视频图像信息系统备案基本信息表'),
    heading('一、单位基本情况'),
    form([
      ['统一社会信用代码', '18 位'],
      ['单位类型', '企业 / 个体工商户 / 机关 / 事业单位 / 社会团体 / 其他'],
      ['单位名称'],
      ['单位负责人姓名'],
    ]),
    heading('二、系统基本信息'),
    form([
      ['系统名称'],
      ['所在地址', '省       市       区（县）       街道（乡镇）'],
      ['具体地址'],
      ['公共安全区域图像采集设备数量', '      台'],
      ['图像采集设备是否具备抓拍图片功能', '□ 是    □ 否'],
      ['视频图像信息存储期限', '      天（不少于 30 日）'],
      ['系统投入使用日期', '______年____月____日'],
      ['安全负责人姓名'],
      ['安全负责人手机号'],
      ['备注信息'],
    ]),
    paragraph('本单位承诺以上信息真实、准确，并按照《公共安全视频图像信息系统管理条例》第十四条的规定对其真实性负责。'),
    right('单位（公章）：____________________'),
    right('经办人（签字）：____________________'),
    right('______年____月____日'),
    paragraph(
      '请同时提交：营业执照或者法人登记证书复印件（加盖公章）、委托办理备案登记授权书、《图像采集设备信息表》（可打印）、经办人身份证件。交所在地县级公安机关或者政务服务中心窗口。',
    ),
    pageBreak(),
    ...authorisationText(),
  ]);
