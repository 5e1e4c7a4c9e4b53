import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for a cookie or an API credential. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of such a secret. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
