import type { DictionaryName, DictionaryRule } from '@beian/contracts/vocabulary.ts';

type First = readonly [code: string, zh: string, en: string, rule: DictionaryRule | null];

/** What the dictionaries begin with, in order. Unit types follow the first two characters of the credit code (GB 32100-2015); the articles are those of State Council Order 799. */
export const firstEntries: Readonly<Record<DictionaryName, readonly First[]>> = {
  unit_type: [
    ['enterprise', '企业', 'Enterprise', 'business_licence'],
    ['individual_business', '个体工商户', 'Individual business', 'business_licence'],
    ['farmers_cooperative', '农民专业合作社', "Farmers' cooperative", 'business_licence'],
    ['state_organ', '机关', 'State organ', 'legal_person_certificate'],
    ['public_institution', '事业单位', 'Public institution', 'legal_person_certificate'],
    ['mass_organisation', '群众团体', 'Mass organisation', 'legal_person_certificate'],
    ['social_organisation', '社会团体', 'Social organisation', 'legal_person_certificate'],
    ['private_non_enterprise', '民办非企业单位', 'Private non-enterprise unit', 'legal_person_certificate'],
    ['foundation', '基金会', 'Foundation', 'legal_person_certificate'],
    ['villagers_committee', '村（居）民委员会', "Villagers' or residents' committee", 'legal_person_certificate'],
    ['other', '其他', 'Other', 'legal_person_certificate'],
  ],
  place_category: [
    ['road', '城乡主要路段', 'Main road', 'road'],
    ['gathering', '人员聚集场所', 'Gathering place', 'gathering'],
    ['transport_hub', '交通枢纽', 'Transport hub', 'transport_hub'],
    ['vehicle', '公共交通工具', 'Public vehicle', 'vehicle'],
    ['service_area', '公路服务区', 'Service area', 'service_area'],
  ],
  rejection_reason: [
    ['no_filing_duty', '不属于应当备案的系统（条例第九条）', 'Not subject to filing (art. 9)', 'not_appeal'],
    ['not_managing_unit', '申请单位不是系统管理单位（条例第七条）', 'Not the managing unit (art. 7)', 'not_appeal'],
    [
      'forbidden_place',
      '涉及禁止安装的区域、部位（条例第八条）',
      'Devices in a forbidden place (art. 8)',
      'not_appeal',
    ],
    ['duplicate_filing', '系统已备案，重复提交', 'The system is already filed', 'not_appeal'],
    ['false_information', '备案信息不真实（条例第二十九条）', 'False information (art. 29)', 'all'],
    ['not_appealable', '不属于申诉受理范围', 'Nothing that can be appealed against', 'appeal'],
    ['evidence_insufficient', '证明材料不足', 'The evidence does not suffice', 'appeal'],
    ['other', '其他原因', 'Other reason', 'all'],
  ],
  appeal_ground: [
    ['login', '用户注册登录问题', 'Registration or sign-in', null],
    ['ownership', '备案信息归属', 'Who a filing belongs to', null],
    ['other', '其他情况', 'Something else', null],
  ],
};
