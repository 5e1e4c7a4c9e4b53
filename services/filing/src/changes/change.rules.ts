import type { ChangedSystem, ChangedUnit, ChangeRequest } from '@beian/contracts/changes.ts';
import type { FieldDiff } from '@beian/contracts/field-diff.ts';
import type { ApplicationStatus } from '@beian/contracts/vocabulary.ts';
import type { PartsOutcome } from '@beian/contracts/workflows.ts';
import { joinContent, maskPersonal, type OpenContent, type PersonalContent } from '../applications/content.rules.ts';
import { contentDiff } from '../review/content-diff.rules.ts';

/** The content of one filing, as it is or as it is asked for. */
export type FilingContent = { open: OpenContent; personal: PersonalContent };
type Asked = Pick<ChangeRequest, 'filingNumbers' | 'system' | 'perFiling'>;

const given = <T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as never;

/** What is asked for one filing: what holds for all, and over it what is its own. */
export function systemAskedFor(asked: Asked, filingNumber: string): ChangedSystem {
  const own = asked.perFiling?.find((one) => one.filingNumber === filingNumber)?.system ?? {};
  const { streetCode, ...shared } = asked.system ?? {};
  // A street of the shared address is none of another county.
  const street = own.countyCode === undefined && streetCode !== undefined ? { streetCode } : {};
  return { ...shared, ...street, ...given(own) };
}

/** Lays what is asked for over the content of a filing. Another county gives up the street unless one is named; `divisionName` stays as it was. */
export function changedContent(
  { open, personal }: FilingContent,
  unit: ChangedUnit,
  system: ChangedSystem,
): FilingContent {
  const { safetyOfficerName, safetyOfficerPhone, streetCode, remarks, ...rest } = system;
  const { streetCode: streetNow, remarks: remarksNow, ...kept } = open.system;
  const moved = system.countyCode !== undefined && system.countyCode !== kept.countyCode;
  const street = streetCode === undefined ? (moved ? undefined : streetNow) : streetCode;
  const words = remarks ?? remarksNow;
  return {
    open: {
      ...open,
      unit: { ...open.unit, ...(unit.name === undefined ? {} : { name: unit.name }) },
      system: {
        ...kept,
        ...given(rest),
        ...(street ? { streetCode: street } : {}),
        ...(words ? { remarks: words } : {}),
      },
    },
    personal: {
      headName: unit.headName ?? personal.headName,
      safetyOfficerName: safetyOfficerName ?? personal.safetyOfficerName,
      safetyOfficerPhone: safetyOfficerPhone ?? personal.safetyOfficerPhone,
    },
  };
}

type Place = { countyCode: string; streetCode?: string | undefined };
export const samePlace = (a: Place, b: Place): boolean =>
  a.countyCode === b.countyCode && a.streetCode === b.streetCode;

const sideOf = ({ open, personal }: FilingContent) => ({
  full: joinContent(open, personal),
  masked: joinContent(open, maskPersonal(personal)),
});

/** What differs between two contents of a filing, people masked. A file is only told to be another one, unless `nameOf` knows its name. */
export function filingDiff(
  before: FilingContent,
  after: FilingContent,
  nameOf: (documentId: string) => string | undefined = () => undefined,
): FieldDiff[] {
  const known = before.open.system.deviceTableId;
  return contentDiff(
    sideOf(before),
    sideOf(after),
    (id) => nameOf(id) ?? (id === known ? '原设备信息表' : '新设备信息表'),
  );
}

/** Where a request says what is wrong with a filing: its own field, the one that holds for all, or its number. */
export function pathInRequest(asked: Asked, filingNumber: string, key?: keyof ChangedSystem): PropertyKey[] {
  if (key !== undefined) {
    const own = asked.perFiling?.findIndex((one) => one.filingNumber === filingNumber && one.system[key] !== undefined);
    if (own !== undefined && own >= 0) return ['perFiling', own, 'system', key];
    if (asked.system?.[key] !== undefined) return ['system', key];
  }
  return ['filingNumbers', asked.filingNumbers.indexOf(filingNumber)];
}

/** Filings by the organ that decides them, in the order in which the organs come up. */
export function groupByOrgan<T extends { organ: { code: string } }>(filings: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of filings) groups.set(one.organ.code, [...(groups.get(one.organ.code) ?? []), one]);
  return [...groups.values()];
}

/** How a change of several parts has ended; undefined while one is open. Completed when one part was. */
export function outcomeOfParts(statuses: readonly ApplicationStatus[]): PartsOutcome['status'] | undefined {
  const ends = ['completed', 'rejected', 'expired', 'withdrawn'] as const;
  if (!statuses.every((status) => ends.some((end) => end === status))) return undefined;
  return ends.find((end) => statuses.includes(end));
}
