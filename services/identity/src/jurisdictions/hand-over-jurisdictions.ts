import { newId } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { JurisdictionEntity } from './jurisdiction.entity.ts';

/** Whatever an organ is responsible for goes to another one from today; what is past stays as it was. */
export async function handOverJurisdictions(
  change: Change,
  { from, to, today }: { from: string; to: string; today: string },
): Promise<void> {
  const still = { $or: [{ effectiveTo: null }, { effectiveTo: { $gt: today } }] };
  const rules = await change.em.find(JurisdictionEntity, { organCode: from, ...still });
  const begun = rules.filter((rule) => rule.effectiveFrom < today);
  for (const rule of rules) if (!begun.includes(rule)) rule.organCode = to;
  const following = begun.map(({ divisionCode, effectiveTo }) => ({ divisionCode, effectiveTo: effectiveTo ?? null }));
  for (const rule of begun) rule.effectiveTo = today;
  // The old ones end before the new ones begin, also for the constraint.
  await change.em.flush();
  for (const rule of following) {
    change.create(JurisdictionEntity, { id: newId(), organCode: to, effectiveFrom: today, ...rule });
  }
}
