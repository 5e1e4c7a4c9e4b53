import type { Actor } from './actor.ts';
import { mutate, type MutateDeps } from './mutate.ts';

type Read = {
  action: string;
  subject: string;
  /** As it was stated. */
  purpose?: string;
  data?: Record<string, unknown>;
  requestId?: string;
};

/** Notes a read of personal data with its purpose (I40); the caller answers only after this has committed. */
export const recordRead = (
  deps: MutateDeps,
  actor: Actor,
  { action, subject, purpose, data, requestId }: Read,
): Promise<void> =>
  mutate(deps, actor, { action, ...(requestId ? { requestId } : {}) }, async (change) =>
    change.record({
      subject,
      data: { ...data, ...(purpose === undefined ? {} : { purpose: withoutNumbers(purpose) }) },
    }),
  );

/** A phone or ID number that somebody types into a purpose stays out of the chain: its entries are never deleted. */
const withoutNumbers = (text: string): string => text.replace(/\d[\d\s-]{5,}[\dXx]/g, '***');
