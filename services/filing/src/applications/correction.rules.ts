import type { ApplicationContent, NoticeEntry, Resubmission } from '@beian/contracts/applications.ts';
import type { CancellationRequest } from '@beian/contracts/cancellations.ts';
import { fieldOfKey, unlockedBy } from '@beian/contracts/correctable-fields.ts';
import type { SystemInput } from '@beian/contracts/systems.ts';
import type { TransferRequest } from '@beian/contracts/transfers.ts';
import type { UnitInput } from '@beian/contracts/units.ts';

export type WrongField = { path: string[]; code: string };
export type Corrected = {
  unit: UnitInput;
  system: SystemInput;
  cancellation?: CancellationRequest;
  transfer?: TransferRequest;
};

/**
 * Lays a correction over the current content (N3). `wrong` names what is given and not cited, and what is cited and neither
 * changed nor explained.
 */
export function correct(
  current: ApplicationContent,
  notice: readonly NoticeEntry[],
  given: Resubmission,
): { corrected: Corrected; wrong: WrongField[] } {
  const unlocked = unlockedBy(notice.map((entry) => entry.field));
  const corrected = merged(current, given);
  const changed = changedKeys(current, corrected);
  const refused = (part: 'unit' | 'system' | 'change' | 'cancellation' | 'transfer', keys: string[]): WrongField[] =>
    keys.filter((key) => !unlocked[part].includes(key)).map((key) => ({ path: [part, key], code: 'field.not-cited' }));
  const wrong = [
    ...refused('unit', Object.keys(given.unit ?? {})),
    ...refused('system', Object.keys(given.system ?? {})),
    ...refused('cancellation', Object.keys(given.cancellation ?? {})),
    ...refused('change', Object.keys(given.change ?? {})),
    ...refused('transfer', Object.keys(given.transfer ?? {})),
    ...changed
      .filter((key) => key.startsWith('attachments.') && !unlocked.attachments.includes(key.slice(12)))
      .map((key) => ({ path: key.split('.'), code: 'field.not-cited' })),
  ];
  if (!given.explanation) {
    const touched = changed.map(fieldOfKey);
    const left = notice.filter((entry) => !touched.includes(entry.field));
    wrong.push(...left.map((entry) => ({ path: entry.field.split('.'), code: 'field.not-corrected' })));
  }
  return { corrected, wrong };
}

function merged(current: ApplicationContent, given: Resubmission): Corrected {
  const { divisionName: _, ...currentSystem } = current.system;
  const { streetCode, ...system } = { ...currentSystem, ...given.system };
  return {
    unit: { ...current.unit, ...given.unit, attachments: given.attachments ?? current.unit.attachments },
    system: { ...system, ...(streetCode ? { streetCode } : {}) },
    ...(current.cancellation ? { cancellation: { ...current.cancellation, ...given.cancellation } } : {}),
    ...(current.transfer ? { transfer: { ...current.transfer, ...given.transfer } } : {}),
  };
}

/** Keys whose value is another, as `unit.name`, `attachments.business_licence`, `system.deviceCount`. */
function changedKeys(before: ApplicationContent, after: Corrected): string[] {
  const differing = (part: string, a: object, b: object) => {
    const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
    const keys = [...new Set([...left.keys(), ...right.keys()])];
    return keys.filter((key) => left.get(key) !== right.get(key)).map((key) => `${part}.${key}`);
  };
  const byKind = (unit: Pick<UnitInput, 'attachments'>) =>
    Object.fromEntries(unit.attachments.map((attachment) => [attachment.kind, attachment.documentId]));
  const { attachments: _a, ...unitBefore } = before.unit;
  const { attachments: _b, ...unitAfter } = after.unit;
  const { divisionName: _c, ...systemBefore } = before.system;
  return [
    ...differing('unit', unitBefore, unitAfter),
    ...differing('attachments', byKind(before.unit), byKind(after.unit)),
    ...differing('system', systemBefore, after.system),
    ...differing('cancellation', before.cancellation ?? {}, after.cancellation ?? {}),
    ...differing('transfer', before.transfer ?? {}, after.transfer ?? {}),
  ];
}
