import type { Filer } from '@beian/contracts/attachment.rules.ts';
import type { Jurisdiction } from '@beian/contracts/accounts.ts';
import { wrongChoice } from '@beian/contracts/dictionary.rules.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { SystemInput } from '@beian/contracts/systems.ts';
import type { UnitInput } from '@beian/contracts/units.ts';
import { fieldProblem, Problem, problem, type FieldProblem } from '@beian/service-kit/problem.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { readDictionaries } from '../dictionaries/read-dictionaries.ts';
import { readStoredTable } from '../devices/read-stored-table.ts';
import type { DeviceTable } from '../devices/device-table.rules.ts';
import { checkAttachments } from '../units/check-attachments.ts';
import { documentFault } from './document-fault.rules.ts';

export type CheckedRegistration = { jurisdiction: Jurisdiction; table: DeviceTable };

/**
 * What the schema cannot know: the division and its organ, the attachments, the device table and its count (G9), dates.
 * A unit keeps the type that it has (`formerType`), also one that has been retired since; any other must be in use today.
 * Throws `request.invalid` with every wrong field at once, not only with the first.
 */
export async function checkRegistration(
  deps: Deps,
  by: { actor: Filer; token: string },
  { unit, system, formerType }: { unit: UnitInput; system: SystemInput; formerType?: string },
): Promise<CheckedRegistration> {
  const wrong: FieldProblem[] = [];
  const types = await readDictionaries(deps, 'unit_type');
  const misfit = unit.type === formerType ? undefined : wrongChoice(types, 'unit_type', unit.type);
  if (misfit) wrong.push({ path: ['unit', 'type'], ...misfit });
  const [jurisdiction, table] = await Promise.all([
    collecting(wrong, deps.identity.jurisdiction(system, by.token)),
    collecting(wrong, checkTable(deps, by.token, system)),
    collecting(wrong, checkAttachments(deps, by, unit, types)),
  ]);
  if (system.firstUseOn !== undefined && system.firstUseOn > beijingDay(deps.clock.now())) {
    wrong.push({ path: ['system', 'firstUseOn'], code: 'date.future' });
  }
  if (wrong.length > 0 || !jurisdiction || !table) throw problem('request.invalid', { errors: wrong });
  return { jurisdiction, table };
}

async function checkTable(deps: Deps, token: string, system: SystemInput): Promise<DeviceTable> {
  const path = ['system', 'deviceTableId'];
  const [document]: (StoredDocument | undefined)[] = await deps.documents.find([system.deviceTableId], token);
  const fault = documentFault(document, 'device_table');
  if (!document || fault) throw fieldProblem(path, fault ?? 'attachment.unknown');
  const table = await readStoredTable(deps, document);
  const wrong: FieldProblem[] = [];
  if (table.errors > 0) wrong.push({ path, code: 'device-table.cells', params: { count: table.errors } });
  if (table.rows !== system.deviceCount) {
    const params = { declared: system.deviceCount, rows: table.rows };
    wrong.push({ path: ['system', 'deviceCount'], code: 'device-table.count', params });
  }
  if (wrong.length > 0) throw problem('request.invalid', { errors: wrong });
  return table;
}

/** Keeps the field problems of one check beside those of the others. */
export async function collecting<T>(wrong: FieldProblem[], check: Promise<T>): Promise<T | undefined> {
  try {
    return await check;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'request.invalid') throw error;
    wrong.push(...error.fields);
    return undefined;
  }
}
