import { timingSafeEqual } from 'node:crypto';
import type { Sealer } from '@beian/service-kit/sealing.ts';

/** The six digits of a verification: a keyed hash of its id, so that the database holds nothing from which they follow. */
export function codeOf(sealer: Pick<Sealer, 'lookupHash'>, verificationId: string): string {
  const hash = Number.parseInt(sealer.lookupHash(verificationId, 'email-code').slice(0, 12), 16);
  return String(hash % 1_000_000).padStart(6, '0');
}

/** Whether a code of six digits is that of a verification. */
export const isCodeOf = (sealer: Pick<Sealer, 'lookupHash'>, verificationId: string, code: string): boolean =>
  timingSafeEqual(Buffer.from(codeOf(sealer, verificationId)), Buffer.from(code));
