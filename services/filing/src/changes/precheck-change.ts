import { deviceFactsOf } from '@beian/contracts/device-facts.rules.ts';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import { findingsAbout, precheck } from '@beian/contracts/precheck.rules.ts';
import type { PrecheckFinding } from '@beian/contracts/precheck.ts';
import { filingDiff, type FilingContent } from './change.rules.ts';

/** 条例预检 of one filing of a change (N4): of the fields that change, and of the devices where their table is a new one. */
export function precheckChange(
  { before, after }: { before: FilingContent; after: FilingContent },
  newDevices?: readonly DeviceRow[],
): PrecheckFinding[] {
  const { unit, system } = after.open;
  const findings = precheck({
    system,
    unitType: unit.type,
    ...(newDevices ? { devices: deviceFactsOf(newDevices) } : {}),
  });
  return findingsAbout(
    findings,
    filingDiff(before, after).map(({ field }) => field),
  );
}
