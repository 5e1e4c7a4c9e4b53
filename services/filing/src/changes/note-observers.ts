import type { Change } from '@beian/service-kit/mutate.ts';
import { ApplicationObserver } from './change.entity.ts';

type Moving = { filing: { organCode: string }; organ: { code: string } };

/** The organs that filings leave read the application from now on (G8); what they read once they may read on. */
export async function noteObservers(change: Change, applicationId: string, filings: readonly Moving[]): Promise<void> {
  const leaving = filings.filter(({ filing, organ }) => filing.organCode !== organ.code);
  const codes = [...new Set(leaving.map(({ filing }) => filing.organCode))];
  if (codes.length === 0) return;
  const known = await change.em.find(ApplicationObserver, { applicationId, organCode: { $in: codes } });
  for (const organCode of codes.filter((code) => known.every((one) => one.organCode !== code)))
    change.create(ApplicationObserver, { applicationId, organCode });
}
