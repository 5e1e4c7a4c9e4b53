import type { Actor } from './actor.ts';
import { mutate, type MutateDeps } from './mutate.ts';

/** Notes a read of personal data with its purpose (I40); the caller answers only after this has committed. */
export const recordRead = (
  deps: MutateDeps,
  actor: Actor,
  read: { action: string; subject: string; purpose: string; requestId?: string },
): Promise<void> =>
  mutate(
    deps,
    actor,
    { action: read.action, ...(read.requestId ? { requestId: read.requestId } : {}) },
    async (change) => change.record({ subject: read.subject, data: { purpose: read.purpose } }),
  );
