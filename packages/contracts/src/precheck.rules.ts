import { fieldOfKey } from './correctable-fields.ts';
import { minimumRetentionDays } from './device-facts.rules.ts';
import { filingDeadline } from './filing-deadline.rules.ts';
import {
  precheckCodes,
  type DeviceFacts,
  type DeviceGroup,
  type PrecheckCode,
  type PrecheckFinding,
} from './precheck.ts';
import { precheckTexts } from './precheck-texts.ts';
import { placesOutsideArticle7, privatePlacesIn, secretNeighboursIn } from './private-places.rules.ts';
import type { SystemInput } from './systems.ts';
import type { UnitType } from './vocabulary.ts';

/** What is checked: a form may have fields that are not filled in yet. */
export type Prechecked = {
  system: {
    [K in 'name' | 'addressDetail' | 'hasSnapshot' | 'retentionDays' | 'firstUseOn' | 'remarks']?:
      | SystemInput[K]
      | undefined;
  };
  unitType?: UnitType | undefined;
  /** Absent while the table is not read, and where it stays as it is. */
  devices?: DeviceFacts | undefined;
  /** Day of the filing in Beijing. Absent for a change: its system is filed already. */
  filedOn?: string | undefined;
};

/** No limit of the law: from here on art. 17 is worth a reminder. */
const longRetentionDays = 365;
/** Units that are no part of the government. */
const nonGovernment: readonly UnitType[] = [
  'enterprise',
  'individual_business',
  'farmers_cooperative',
  'social_organisation',
  'private_non_enterprise',
  'foundation',
];
const tableField = '/system/deviceTableId';

/** 条例预检 (N4): what a filing says that the regulation is about, warnings first. Nothing is refused for it: filer and reviewer read the same list. */
export function precheck(checked: Prechecked): PrecheckFinding[] {
  const { devices } = checked;
  const found = [
    ...placeFindings(checked),
    ...retentionFindings(checked),
    ...(checked.filedOn === undefined ? [] : firstUseFindings(checked, checked.filedOn)),
    ...(devices ? deviceFindings(checked, devices) : []),
  ];
  return found.toSorted((a, b) => precheckCodes.indexOf(a.code) - precheckCodes.indexOf(b.code));
}

/** The findings about the fields that a change changes (`system.address` and the like). */
export const findingsAbout = (findings: readonly PrecheckFinding[], changed: readonly string[]): PrecheckFinding[] =>
  findings.filter(({ fields }) =>
    fields.some((pointer) => changed.includes(fieldOfKey(pointer.slice(1).replace('/', '.')))),
  );

const finding = (
  code: PrecheckCode,
  fields: readonly string[],
  params: PrecheckFinding['params'] = {},
  group?: DeviceGroup,
): PrecheckFinding => ({
  code,
  article: precheckTexts[code].article,
  severity: precheckTexts[code].severity,
  fields: [...fields],
  params,
  ...(group && group.total > 0 ? { devices: group } : {}),
});

/** Findings in words: of the system's texts and of the device table together. */
function worded(code: PrecheckCode, { system }: Prechecked, wordsOf: (text: string) => string[], group?: DeviceGroup) {
  const texts = (['name', 'addressDetail', 'remarks'] as const).map((key) => ({
    pointer: `/system/${key}`,
    words: wordsOf(system[key] ?? ''),
  }));
  const hits = texts.filter(({ words }) => words.length > 0);
  const inTable = group !== undefined && group.total > 0;
  if (hits.length === 0 && !inTable) return [];
  const words = [...new Set([...hits.flatMap((hit) => hit.words), ...(group?.words ?? [])])].join('、');
  const fields = [...hits.map(({ pointer }) => pointer), ...(inTable ? [tableField] : [])];
  return [finding(code, fields, { words }, group)];
}

function placeFindings(checked: Prechecked): PrecheckFinding[] {
  const { system, devices } = checked;
  const inside = (kind: 'forbidden' | 'private') => (text: string) =>
    privatePlacesIn(text).flatMap((mention) => (mention.kind === kind ? [mention.word] : []));
  const elsewhere = placesOutsideArticle7(system.name ?? '');
  return [
    ...worded('place.forbidden', checked, inside('forbidden'), devices?.forbidden),
    ...worded('place.may-be-private', checked, inside('private'), devices?.mayBePrivate),
    ...worded('place.secret-neighbour', checked, secretNeighboursIn, devices?.secretNeighbours),
    ...(elsewhere.length > 0
      ? [finding('place.outside-article-7', ['/system/name'], { words: elsewhere.join('、') })]
      : []),
  ];
}

function retentionFindings({ system: { retentionDays: days } }: Prechecked): PrecheckFinding[] {
  const fields = ['/system/retentionDays'];
  if (days === undefined) return [];
  if (days < minimumRetentionDays) return [finding('retention.short', fields, { days })];
  return days > longRetentionDays ? [finding('retention.long', fields, { days })] : [];
}

function firstUseFindings({ system: { firstUseOn }, devices }: Prechecked, filedOn: string): PrecheckFinding[] {
  const field = '/system/firstUseOn';
  const earliest = devices?.earliestEnabledOn;
  if (firstUseOn === undefined) {
    const deadline = earliest === undefined ? undefined : filingDeadline(earliest).deadline;
    if (earliest === undefined || deadline === undefined || filedOn <= deadline)
      return [finding('first-use.not-stated', [field])];
    return [finding('first-use.devices-late', [field, tableField], { date: earliest, deadline })];
  }
  const { deadline, transition } = filingDeadline(firstUseOn);
  const late = transition ? 'first-use.transition-late' : 'first-use.late';
  return [
    ...(filedOn > deadline ? [finding(late, [field], { date: firstUseOn, deadline })] : []),
    ...(earliest !== undefined && earliest < firstUseOn
      ? [finding('first-use.devices-earlier', [field, tableField], { date: firstUseOn, earliest })]
      : []),
  ];
}

function deviceFindings({ system, unitType }: Prechecked, devices: DeviceFacts): PrecheckFinding[] {
  const counted = (code: PrecheckCode, group: DeviceGroup): PrecheckFinding[] =>
    group.total > 0 ? [finding(code, [tableField], { count: group.total, words: group.words.join('、') }, group)] : [];
  const { retentionDays: days, hasSnapshot } = system;
  const { shortestRetention: shortest, snapshots } = devices;
  const differs = days !== undefined && shortest !== undefined && shortest < days;
  return [
    ...counted('retention.devices-short', devices.shortRetention),
    ...counted('sign.missing', devices.unsigned),
    ...counted('place.beside-private', devices.beside),
    ...counted('place.small-vehicle', devices.smallVehicles),
    ...(unitType && nonGovernment.includes(unitType) ? counted('place.roads', devices.roads) : []),
    ...(differs
      ? [finding('retention.devices-differ', ['/system/retentionDays', tableField], { days, shortest })]
      : []),
    ...(hasSnapshot !== undefined && devices.total > 0 && hasSnapshot !== snapshots > 0
      ? [finding('snapshot.devices-differ', ['/system/hasSnapshot', tableField], { count: snapshots })]
      : []),
  ];
}
