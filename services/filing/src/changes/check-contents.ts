import { maxChangedTables, type ChangedSystem } from '@beian/contracts/changes.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import { Problem, type FieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { documentFault } from '../applications/document-fault.rules.ts';
import { readStoredTable } from '../devices/read-stored-table.ts';
import type { HeldFiling } from '../filings/held-filings.ts';
import { filingDiff, samePlace, type FilingContent } from './change.rules.ts';

type Organ = { code: string; name: string };
/** A filing with what is asked for it. */
export type AskedFiling = Omit<HeldFiling, 'right'> & { before: FilingContent; after: FilingContent };
/** The same with the organ that decides it and the address in words. */
export type CheckedFiling = AskedFiling & { organ: Organ };
/** Something wrong with one filing. */
export type Fault = FieldProblem & { filingNumber: string };
/** Where the request names a field of a filing, or the filing itself. */
export type PathOf = (filingNumber: string, key?: keyof ChangedSystem) => PropertyKey[];
export type CheckedContents = { filings: CheckedFiling[]; tables: Map<string, DeviceRow[]>; faults: Fault[] };

/**
 * Checks what would become of filings: the division and its organ, street and county, the device tables that are new and their counts (G9),
 * and that each filing changes at all. Each address is asked for once, each table read once. Finds every fault, throws for none.
 */
export async function checkContents(
  deps: Deps,
  token: string,
  asked: readonly AskedFiling[],
  pathOf: PathOf,
): Promise<CheckedContents> {
  const faults: Fault[] = [];
  const say = ({ filing }: AskedFiling, code: string, key?: keyof ChangedSystem, params?: FieldProblem['params']) =>
    void faults.push({
      filingNumber: filing.number,
      path: pathOf(filing.number, key),
      code,
      ...(params ? { params } : {}),
    });
  const places = await findPlaces(deps, token, asked);
  const tables = await readTables(deps, token, asked);

  const filings = asked.map((one): CheckedFiling => {
    const { filing, before, after } = one;
    const was = before.open.system;
    const { system } = after.open;
    const moves = !samePlace(was, system);
    const home = { organ: { code: filing.organCode, name: filing.organName }, divisionName: was.divisionName };
    const place = moves ? places.get(placeKey(system)) : home;
    if (moves && system.streetCode?.startsWith(system.countyCode) === false) {
      say(one, 'division.street-elsewhere', 'streetCode');
    } else if (!place) say(one, 'division.unknown', 'countyCode');
    const table = tables.get(system.deviceTableId);
    const rows = table?.rows ?? was.deviceCount;
    if (table?.wrong) say(one, table.wrong.code, 'deviceTableId', table.wrong.params);
    else if (rows !== system.deviceCount) {
      const key = system.deviceCount === was.deviceCount ? 'deviceTableId' : 'deviceCount';
      say(one, 'device-table.count', key, { declared: system.deviceCount, rows });
    }
    if (!moves && filingDiff(before, after).length === 0)
      say(one, 'change.nothing', undefined, { filing: filing.number });
    const { organ, divisionName } = place ?? home;
    return { ...one, after: placedAt(after, divisionName), organ: { code: organ.code, name: organ.name } };
  });
  const good = [...tables].flatMap(([id, { devices }]) => (devices ? [[id, devices] as const] : []));
  return { filings, tables: new Map(good), faults };
}

const placeKey = ({ countyCode, streetCode }: { countyCode: string; streetCode?: string | undefined }) =>
  `${countyCode} ${streetCode ?? ''}`;

type Place = { organ: Organ; divisionName: string };

const placedAt = ({ open, personal }: FilingContent, divisionName: string): FilingContent => ({
  open: { ...open, system: { ...open.system, divisionName } },
  personal,
});

/** The addresses that filings move to. One that does not exist is left out. */
async function findPlaces(deps: Deps, token: string, asked: readonly AskedFiling[]): Promise<Map<string, Place>> {
  const moving = asked.filter(({ before, after }) => !samePlace(before.open.system, after.open.system));
  const wanted = new Map(moving.map(({ after }) => [placeKey(after.open.system), after.open.system]));
  const found = await Promise.all(
    [...wanted].map(async ([key, { countyCode, streetCode }]) => {
      const place = await deps.identity.jurisdiction({ countyCode, streetCode }, token).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'request.invalid') return undefined;
        throw error;
      });
      return place ? [[key, place] as const] : [];
    }),
  );
  return new Map(found.flat());
}

type ReadTable = { rows: number; devices?: DeviceRow[]; wrong?: { code: string; params?: FieldProblem['params'] } };

/** The device tables that are new to their filings, one after the other: a change may bring several large ones. */
async function readTables(deps: Deps, token: string, asked: readonly AskedFiling[]): Promise<Map<string, ReadTable>> {
  const replacing = asked.filter(
    ({ before, after }) => before.open.system.deviceTableId !== after.open.system.deviceTableId,
  );
  const ids = [...new Set(replacing.map(({ after }) => after.open.system.deviceTableId))];
  const known: StoredDocument[] = await deps.documents.find(ids, token);
  const tables = new Map<string, ReadTable>();
  for (const [i, id] of ids.entries()) {
    const document = known.find((one) => one.id === id);
    const fault = documentFault(document, 'device_table');
    if (i >= maxChangedTables) {
      tables.set(id, { rows: 0, wrong: { code: 'change.too-many-tables', params: { maximum: maxChangedTables } } });
    } else if (!document || fault) {
      tables.set(id, { rows: 0, wrong: { code: fault ?? 'attachment.unknown' } });
    } else {
      const { rows, devices, errors } = await readStoredTable(deps, document);
      const wrong = errors > 0 ? { wrong: { code: 'device-table.cells', params: { count: errors } } } : {};
      tables.set(id, { rows, devices, ...wrong });
    }
  }
  return tables;
}
