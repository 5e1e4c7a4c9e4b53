import type { ChangePreview, ChangeRequest, PreviewedFiling } from '@beian/contracts/changes.ts';
import type { DeviceDiff } from '@beian/contracts/device-tables.ts';
import type { Locale } from '@beian/contracts/problems.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { describeField, problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { diffDevices } from '../devices/device-diff.rules.ts';
import { devicesOfFiling } from '../devices/read-devices.ts';
import { filingDiff } from './change.rules.ts';
import { checkChange } from './check-change.ts';
import { precheckChange } from './precheck-change.ts';

/**
 * The dry run of a change (N12): for each filing what would differ, who decides, and what is wrong with it, in the order asked for.
 * Throws `request.invalid` for what is wrong with the request as a whole.
 */
export async function previewChange(
  deps: Deps,
  by: { actor: Actor; token: string; locale: Locale },
  request: ChangeRequest,
): Promise<ChangePreview> {
  const { general, faults, filings, tables } = await checkChange(
    deps,
    { ...by, actor: requireFiler(by.actor) },
    request,
  );
  if (general.length > 0) throw problem('request.invalid', { errors: general });
  const em = deps.orm.em.fork();
  const devices = new Map<string, DeviceDiff>();
  for (const { filing, after } of filings) {
    const table = tables.get(after.open.system.deviceTableId);
    if (table) devices.set(filing.number, diffDevices(await devicesOfFiling(em, filing.id), table));
  }
  const shown = request.filingNumbers.map((filingNumber): PreviewedFiling => {
    const errors = faults
      .filter((fault) => fault.filingNumber === filingNumber)
      .map((fault) => describeField(fault, by.locale));
    const one = filings.find(({ filing }) => filing.number === filingNumber);
    if (!one) return { filingNumber, diff: [], errors, precheck: [] };
    const { filing, before, after, organ } = one;
    const diff = devices.get(filingNumber);
    return {
      filingNumber,
      systemName: filing.systemName,
      organ,
      ...(organ.code === filing.organCode ? {} : { movesFrom: { code: filing.organCode, name: filing.organName } }),
      diff: filingDiff(before, after),
      ...(diff ? { devices: diff } : {}),
      errors,
      precheck: precheckChange(one, tables.get(after.open.system.deviceTableId)),
    };
  });
  return { ok: faults.length === 0, filings: shown };
}
