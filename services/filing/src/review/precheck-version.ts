import { deviceFactsOf } from '@beian/contracts/device-facts.rules.ts';
import { precheck } from '@beian/contracts/precheck.rules.ts';
import type { PrecheckFinding } from '@beian/contracts/precheck.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import { filedContent } from '../applications/content.rules.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import { checkedDevicesOf } from '../devices/read-devices.ts';
import { PaperFilingEntity } from '../paper/paper-filing.entity.ts';

/**
 * 条例预检 of a version of a registration (N4), by the rules that the filer's form goes by. The day is that of the first submission, or on
 * which the papers came in: who corrects a filing has not filed later for it.
 */
export async function precheckVersion(
  em: SqlEntityManager,
  application: ApplicationEntity,
  version: ApplicationVersion,
): Promise<PrecheckFinding[]> {
  const { unit, system } = filedContent(version);
  // The form on paper has no date of first use: nothing is said of one that is missing.
  const paper =
    application.filerKind === 'paper'
      ? await em.findOneOrFail(PaperFilingEntity, { applicationId: application.id })
      : undefined;
  return precheck({
    system,
    unitType: unit.type,
    devices: deviceFactsOf(await checkedDevicesOf(em, version.id)),
    filedOn: paper ? system.firstUseOn && paper.receivedOn : beijingDay(application.submittedAt),
  });
}
