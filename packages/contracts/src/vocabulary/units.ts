import type { Labels } from './label.ts';

/** Unit types (单位类型, M039), from the first two characters of the credit code (GB 32100-2015). */
export const unitTypes = [
  'enterprise',
  'individual_business',
  'farmers_cooperative',
  'state_organ',
  'public_institution',
  'mass_organisation',
  'social_organisation',
  'private_non_enterprise',
  'foundation',
  'villagers_committee',
  'other',
] as const;
export type UnitType = (typeof unitTypes)[number];
export const unitTypeLabels: Labels<UnitType> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  individual_business: { zh: '个体工商户', en: 'Individual business' },
  farmers_cooperative: { zh: '农民专业合作社', en: "Farmers' cooperative" },
  state_organ: { zh: '机关', en: 'State organ' },
  public_institution: { zh: '事业单位', en: 'Public institution' },
  mass_organisation: { zh: '群众团体', en: 'Mass organisation' },
  social_organisation: { zh: '社会团体', en: 'Social organisation' },
  private_non_enterprise: { zh: '民办非企业单位', en: 'Private non-enterprise unit' },
  foundation: { zh: '基金会', en: 'Foundation' },
  villagers_committee: { zh: '村（居）民委员会', en: "Villagers' or residents' committee" },
  other: { zh: '其他', en: 'Other' },
};
