import { deviceChoices, deviceColumns, DeviceRow } from '@beian/contracts/device-tables.ts';
import {
  coordinateSystems,
  directionLabels,
  indoorsLabels,
  placeCategoryLabels,
  placeShortLabels,
  structureTypeLabels,
  yesNoLabels,
  type Label,
  type PlaceItem,
} from '@beian/contracts/vocabulary.ts';
import { dateOf, numberOf, shown, tidyCell, type Say } from './device-cells.rules.ts';
import { isError, type FoundIssue } from './device-messages.ts';
import { optionFor } from './device-synonyms.rules.ts';

/** Cells of a row by the key of their column. */
export type Cells = Readonly<Record<string, string>>;
export type LintedRow = {
  /** Only when the row has no errors; warnings do not hold it back. */
  device?: DeviceRow;
  /** What no other row may have. */
  identity: { serial?: number | undefined; gbCode?: string | undefined; mac?: string | undefined };
  issues: FoundIssue[];
};
/** A place category as the dictionary calls it: an item of art. 7, or a finer kind below one. */
export type PlaceName = Label & { code: string; item: PlaceItem };
export type RowPlace = { line: number; cellOf: (column: string) => string };

const maxLength: Readonly<Record<string, number>> = { pointName: 100, address: 200, remarks: 200 };
const usualLength = 60;
const words = new Set(['pointName', 'snapshotKind', 'address', 'maker', 'model', 'remarks']);

/** Checks one row of the device table against what its columns mean, and says what mends it. `today` is YYYY-MM-DD; `places` are names besides those of the standard sheet. */
export function lintRow(
  cells: Cells,
  { line, cellOf }: RowPlace,
  today: string,
  places: readonly PlaceName[] = [],
): LintedRow {
  const issues: FoundIssue[] = [];
  const at = (column: string) => ({ row: line, column, cell: cellOf(column) });
  const say: Say = (column, code, params, fix) => {
    const mended = Object.entries(fix ?? {}).map(([key, after]) => ({ ...at(key), before: cells[key] ?? '', after }));
    issues.push({ ...at(column), code, ...(params ? { params } : {}), ...(fix ? { fix: mended } : {}) });
  };
  const values = new Map(deviceColumns.map((column) => [column.key, readCell(column, cells[column.key] ?? '', say)]));
  const text = (column: string): string => values.get(column) ?? '';
  const option = <K extends string>(column: string, ...labels: Readonly<Record<K, Label>>[]): K | undefined =>
    optionOf(column, text(column), labels, say);

  const signPosted = option('signPosted', yesNoLabels);
  if (signPosted === 'no') say('signPosted', 'sign.missing');
  const coordinateSystem = text('coordinateSystem');
  if (coordinateSystem !== '' && !coordinateSystems.some((one) => one === coordinateSystem))
    sayChoice('coordinateSystem', coordinateSystem, say);
  const identity = {
    serial: serialOf(text('serial'), say),
    gbCode: gbCodeOf(text('gbCode'), say),
    mac: macOf(text('mac'), say),
  };
  const candidate = {
    ...identity,
    pointName: text('pointName'),
    structure: option('structure', structureTypeLabels),
    hasSnapshot: option('hasSnapshot', yesNoLabels) === 'yes',
    snapshotKind: text('snapshotKind') || undefined,
    address: text('address'),
    ...placeOf(text('place'), places, say),
    outdoor: option('outdoor', indoorsLabels) === 'outdoors',
    ...coordinatesOf({ longitude: text('longitude'), latitude: text('latitude') }, (key) => key in cells, say),
    direction: option('direction', directionLabels),
    maker: text('maker') || undefined,
    model: text('model') || undefined,
    enabledOn: enabledOf(text('enabledOn'), today, say),
    retentionDays: retentionOf(text('retentionDays'), say),
    signPosted: signPosted === 'yes',
    remarks: text('remarks') || undefined,
  };
  if (issues.some(isError)) return { identity, issues };
  return { device: DeviceRow.parse(candidate), identity, issues };
}

function readCell({ key, required }: (typeof deviceColumns)[number], raw: string, say: Say): string {
  const value = tidyCell(key, raw, say);
  const maximum = maxLength[key] ?? usualLength;
  if (required && value === '') say(key, 'cell.required');
  if (value.length > maximum) say(key, 'cell.too-long', { maximum });
  if (words.has(key) && /^[=@]/.test(value)) {
    const plain = value.replace(/^[=@\s]+/, '');
    say(key, 'cell.formula', {}, plain === '' ? undefined : { [key]: plain });
  }
  return value;
}

function optionOf<K extends string>(
  column: string,
  value: string,
  labels: readonly Readonly<Record<K, Label>>[],
  say: Say,
  more: readonly string[] = [],
): K | undefined {
  if (value === '') return undefined;
  const entries = labels.flatMap((one) => Object.entries<Label>(one));
  const found = entries.find(([key, label]) => [key, label.zh, label.en].includes(value));
  if (found === undefined) sayChoice(column, value, say, more);
  return found?.[0] as K | undefined;
}

function placeOf(value: string, places: readonly PlaceName[], say: Say) {
  const named = places.find(({ code, zh, en }) => value !== '' && [code, zh, en].includes(value));
  if (named) return { place: named.item, ...(named.code === named.item ? {} : { placeKind: named.code }) };
  const names = places.map(({ zh }) => zh);
  return { place: optionOf('place', value, [placeShortLabels, placeCategoryLabels], say, names) };
}

function sayChoice(column: string, value: string, say: Say, more: readonly string[] = []): void {
  const meant = optionFor(column, value);
  const options = [...new Set([...(deviceChoices[column] ?? []), ...more])].join('、');
  say(column, 'cell.choice', { value: shown(value), options }, meant === undefined ? undefined : { [column]: meant });
}

function serialOf(value: string, say: Say): number | undefined {
  const serial = numberOf('serial', value, say);
  if (serial === undefined || (Number.isInteger(serial) && serial >= 1 && serial <= 999_999)) return serial;
  say('serial', 'serial.range');
  return undefined;
}

function gbCodeOf(value: string, say: Say): string | undefined {
  if (value === '') return undefined;
  if (/^\d{20}$/.test(value)) {
    const type = value.slice(10, 13);
    if (!/^13[12]$/.test(type)) say('gbCode', 'gb-code.type', { value: type });
    return value;
  }
  const digits = value.replace(/[-._="']/g, '');
  if (/^\d(\.\d+)?e\+\d+$/i.test(value)) say('gbCode', 'gb-code.rounded');
  else say('gbCode', 'gb-code.format', {}, /^\d{20}$/.test(digits) ? { gbCode: digits } : undefined);
  return undefined;
}

function macOf(value: string, say: Say): string | undefined {
  if (value === '') return undefined;
  const digits = value.replace(/[-:.]/g, '').toUpperCase();
  if (!/^[\dA-F]{12}$/.test(digits) || /^(0+|F+)$/.test(digits)) {
    say('mac', 'mac.format', { value: shown(value) });
    return undefined;
  }
  const mac = digits.replace(/(..)(?!$)/g, '$1-');
  if (mac !== value) say('mac', 'mac.form', { fixed: mac }, { mac });
  return mac;
}

function enabledOf(value: string, today: string, say: Say): string | undefined {
  const date = dateOf('enabledOn', value, say);
  if (date !== undefined && date > today) say('enabledOn', 'date.future');
  return date;
}

function retentionOf(value: string, say: Say): number | undefined {
  const days = numberOf('retentionDays', value, say);
  if (days === undefined) return undefined;
  if (!Number.isInteger(days) || days < 1 || days > 3650) say('retentionDays', 'retention.range');
  else if (days < 30) say('retentionDays', 'retention.short');
  return days;
}

// The bounding box of China, wide enough for its islands.
const isLongitude = (value: number) => value >= 73 && value <= 136;
const isLatitude = (value: number) => value >= 3 && value <= 54;

function coordinatesOf(written: { longitude: string; latitude: string }, has: (column: string) => boolean, say: Say) {
  const longitude = numberOf('longitude', written.longitude, say);
  const latitude = numberOf('latitude', written.latitude, say);
  if ((written.longitude === '') !== (written.latitude === '')) {
    const missing = written.longitude === '' ? 'longitude' : 'latitude';
    const given = missing === 'longitude' ? 'latitude' : 'longitude';
    say(has(missing) ? missing : given, 'coordinates.half');
  }
  if (longitude === undefined || latitude === undefined) return {};
  if (isLongitude(latitude) && isLatitude(longitude)) {
    const swapped = { longitude: written.latitude, latitude: written.longitude };
    say('longitude', 'coordinates.swapped', swapped, swapped);
    return {};
  }
  if (!isLongitude(longitude)) say('longitude', 'longitude.range', { value: longitude });
  if (!isLatitude(latitude)) say('latitude', 'latitude.range', { value: latitude });
  return { longitude, latitude };
}
