import { placeCategoryLabels } from './devices.ts';
import type { UnitAttachmentKind } from './documents.ts';
import type { Label, Labels } from './label.ts';

/** Lists of codes that operators keep (I34): 单位类型 M039, 场所类别 art. 7, 不予通过原因 I08, 申诉事由 M123. */
export const dictionaries = ['unit_type', 'place_category', 'rejection_reason', 'appeal_ground'] as const;
export type DictionaryName = (typeof dictionaries)[number];
export const dictionaryLabels: Labels<DictionaryName> = {
  unit_type: { zh: '单位类型', en: 'Unit types' },
  place_category: { zh: '场所类别', en: 'Place categories' },
  rejection_reason: { zh: '不予通过原因', en: 'Reasons of a rejection' },
  appeal_ground: { zh: '申诉事由', en: 'Grounds of an appeal' },
};

/** Codes of entries. What they are called, and which are in use on a day, is data. */
export type UnitType = string;
export type RejectionReason = string;
export type AppealGround = string;

/** The attachment that proves what a unit is (G3): what an entry of 单位类型 asks for. */
export const unitProofs = [
  'business_licence',
  'legal_person_certificate',
] as const satisfies readonly UnitAttachmentKind[];
export type UnitProof = (typeof unitProofs)[number];

/** The kinds of place of art. 7. The regulation names them, so the code does; a finer kind belongs to one of them. */
export const placeItems = ['road', 'gathering', 'transport_hub', 'vehicle', 'service_area'] as const;
export type PlaceItem = (typeof placeItems)[number];

/** The businesses that a reason of a rejection fits. */
export const reasonUses = ['all', 'not_appeal', 'appeal'] as const;
export type ReasonUse = (typeof reasonUses)[number];

export const dictionaryRuleLabels: Labels<UnitProof | PlaceItem | ReasonUse> = {
  business_licence: { zh: '营业执照', en: 'Business licence' },
  legal_person_certificate: { zh: '法人登记证书', en: 'Legal-person certificate' },
  ...placeCategoryLabels,
  all: { zh: '所有业务', en: 'All businesses' },
  not_appeal: { zh: '申诉以外的业务', en: 'All but appeals' },
  appeal: { zh: '仅申诉', en: 'Appeals only' },
};

/** What an entry of each dictionary says besides its name: what the platform does with it, from a closed list. Grounds say nothing. */
export const dictionaryRules = {
  unit_type: unitProofs,
  place_category: placeItems,
  rejection_reason: reasonUses,
  appeal_ground: [],
} as const satisfies Record<DictionaryName, readonly string[]>;
export type DictionaryRule = (typeof dictionaryRules)[DictionaryName][number];
/** What the rule of a dictionary is about. */
export const ruleLabels: Readonly<Partial<Record<DictionaryName, Label>>> = {
  unit_type: { zh: '证明材料', en: 'Proof' },
  place_category: { zh: '所属类别', en: 'Belongs to' },
  rejection_reason: { zh: '适用业务', en: 'For' },
};

/** Grounds on which an appeal disputes who holds a filing: the platform holds it and may move it (N13). All others are general. */
export const disputesHolder = (ground: AppealGround | undefined): boolean => ground === 'ownership';
