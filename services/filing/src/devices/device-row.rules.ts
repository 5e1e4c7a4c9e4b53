import {
  deviceColumns,
  DeviceRow,
  directionLabels,
  indoorsLabels,
  placeCategoryLabels,
  placeShortLabels,
  structureTypeLabels,
  yesNoLabels,
} from '@beian/contracts/device-tables.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';
import type { DeviceIssueCode, FoundIssue } from './device-messages.ts';

type Cells = Readonly<Record<string, string>>;
export type LintedRow = { row?: DeviceRow; issues: FoundIssue[] };

const maxLength: Readonly<Record<string, number>> = { pointName: 100, address: 200, remarks: 200 };
const usualLength = 60;

/** Digits, letters and signs of the full-width forms as ASCII. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('　', ' ');

const keyOf = (labels: Readonly<Record<string, Label>>, value: string): string | undefined =>
  Object.entries(labels).find(([key, label]) => [key, label.zh, label.en].includes(value))?.[0];

/**
 * Checks one row of the device table against what its columns mean. `line` is the sheet's row number, `today` is YYYY-MM-DD.
 * A row is returned only when it has no errors; warnings do not hold it back.
 */
export function lintRow(cells: Cells, line: number, today: string): LintedRow {
  const issues: FoundIssue[] = [];
  const say = (column: string, code: DeviceIssueCode, params?: Record<string, string | number>) =>
    void issues.push({ row: line, column, code, ...(params ? { params } : {}) });
  const raw = (column: string): string => (cells[column] ?? '').trim();

  for (const { key, required } of deviceColumns) {
    const value = raw(key);
    const maximum = maxLength[key] ?? usualLength;
    if (required && value === '') say(key, 'cell.required');
    if (value.length > maximum) say(key, 'cell.too-long', { maximum });
  }

  const choice = <K extends string>(
    column: string,
    labels: Readonly<Record<K, Label>>,
    more: Readonly<Record<string, Label>> = labels,
  ): K | undefined => {
    const value = raw(column);
    if (value === '') return undefined;
    const key = keyOf(labels, value) ?? keyOf(more, value);
    if (key === undefined) {
      const options = Object.values<Label>(labels)
        .map((label) => label.zh)
        .join('、');
      say(column, 'cell.choice', { value: value.slice(0, 20), options });
    }
    return key as K | undefined;
  };
  const number = (column: string): number | undefined => {
    const value = raw(column);
    if (value === '') return undefined;
    const half = halfWidth(value);
    if (!/^-?\d+(\.\d+)?$/.test(half)) {
      say(column, 'cell.number', { value: value.slice(0, 20) });
      return undefined;
    }
    if (half !== value) say(column, 'cell.full-width', { fixed: half });
    return Number(half);
  };

  const coordinates = lintCoordinates(number('longitude'), number('latitude'), say);
  const retentionDays = number('retentionDays');
  if (retentionDays !== undefined && (!Number.isInteger(retentionDays) || retentionDays < 1 || retentionDays > 3650))
    say('retentionDays', 'retention.range');
  else if (retentionDays !== undefined && retentionDays < 30) say('retentionDays', 'retention.short');
  const enabledOn = dateOf(halfWidth(raw('enabledOn')));
  if (raw('enabledOn') !== '' && enabledOn === undefined)
    say('enabledOn', 'date.format', { value: raw('enabledOn').slice(0, 20) });
  if (enabledOn !== undefined && enabledOn > today) say('enabledOn', 'date.future');
  const gbCode = halfWidth(raw('gbCode'));
  if (gbCode !== '' && !/^\d{20}$/.test(gbCode)) say('gbCode', 'gb-code.format');
  else if (gbCode !== '' && !/^13[12]$/.test(gbCode.slice(10, 13)))
    say('gbCode', 'gb-code.type', { value: gbCode.slice(10, 13) });
  const signPosted = choice('signPosted', yesNoLabels);
  if (signPosted === 'no') say('signPosted', 'sign.missing');

  const candidate = {
    serial: number('serial'),
    pointName: raw('pointName'),
    structure: choice('structure', structureTypeLabels),
    hasSnapshot: choice('hasSnapshot', yesNoLabels) === 'yes',
    snapshotKind: raw('snapshotKind') || undefined,
    address: raw('address'),
    place: choice('place', placeShortLabels, placeCategoryLabels),
    outdoor: choice('outdoor', indoorsLabels) === 'outdoors',
    ...coordinates,
    direction: choice('direction', directionLabels),
    maker: raw('maker') || undefined,
    model: raw('model') || undefined,
    gbCode: gbCode || undefined,
    enabledOn,
    retentionDays,
    signPosted: signPosted === 'yes',
    remarks: raw('remarks') || undefined,
  };
  const parsed = DeviceRow.safeParse(candidate);
  return parsed.success ? { row: parsed.data, issues } : { issues };
}

type Say = (column: string, code: DeviceIssueCode, params?: Record<string, string | number>) => void;

// The bounding box of China, wide enough for its islands.
const isLongitude = (value: number) => value >= 73 && value <= 136;
const isLatitude = (value: number) => value >= 3 && value <= 54;

function lintCoordinates(longitude: number | undefined, latitude: number | undefined, say: Say) {
  if (longitude === undefined && latitude === undefined) return {};
  if (longitude === undefined || latitude === undefined) {
    say(longitude === undefined ? 'longitude' : 'latitude', 'coordinates.half');
    return {};
  }
  if (isLongitude(latitude) && isLatitude(longitude)) {
    say('longitude', 'coordinates.swapped', { longitude: latitude, latitude: longitude });
    return {};
  }
  if (!isLongitude(longitude)) say('longitude', 'longitude.range', { value: longitude });
  if (!isLatitude(latitude)) say('latitude', 'latitude.range', { value: latitude });
  return { longitude, latitude };
}

/** YYYY-MM-DD of `2025-03-01`, `2025/3/1`, `2025.3.1`, `2025年3月1日` or an ISO time; undefined when it is no real date. */
function dateOf(text: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T.*)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
