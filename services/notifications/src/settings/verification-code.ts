import { timingSafeEqual } from 'node:crypto';
import type { Sealer } from '@beian/service-kit/sealing.ts';

const purpose = 'email-code';
const digitsOf = (hash: string): string => String(Number.parseInt(hash.slice(-12), 16) % 1_000_000).padStart(6, '0');

/** The six digits of a verification: a keyed hash of its id, so that the database holds nothing from which they follow. */
export const codeOf = (sealer: Pick<Sealer, 'lookupHash'>, verificationId: string): string =>
  digitsOf(sealer.lookupHash(verificationId, purpose));

/** Whether a code of six digits is that of a verification: also one that was sent just before the key was replaced. */
export const isCodeOf = (sealer: Pick<Sealer, 'lookupHashes'>, verificationId: string, code: string): boolean =>
  sealer
    .lookupHashes(verificationId, purpose)
    .filter((hash) => timingSafeEqual(Buffer.from(digitsOf(hash)), Buffer.from(code))).length > 0;
