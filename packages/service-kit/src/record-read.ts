import type { Actor } from './actor.ts';
import { mutate, type MutateDeps } from './mutate.ts';

type Read = {
  action: string;
  /** What was read; several in one answer are an entry each. */
  subject: string | readonly string[];
  /** As it was stated. */
  purpose?: string;
  data?: Record<string, unknown>;
  requestId?: string;
};

/** Notes a read of personal data, or of filings by another department, with its purpose (I40); the caller answers only after this has committed. */
export const recordRead = (
  deps: MutateDeps,
  actor: Actor,
  { action, subject, purpose, data, requestId }: Read,
): Promise<void> =>
  mutate(deps, actor, { action, ...(requestId ? { requestId } : {}) }, async (change) => {
    const noted = { ...data, ...(purpose === undefined ? {} : { purpose: withoutNumbers(purpose) }) };
    for (const one of [subject].flat()) change.record({ subject: one, data: noted });
  });

/** A phone or ID number that somebody types into a purpose stays out of the chain: its entries are never deleted. */
const withoutNumbers = (text: string): string => text.replace(/\d[\d\s-]{5,}[\dXx]/g, '***');
