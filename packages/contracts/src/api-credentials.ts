import { z } from 'zod';
import { Id, line, listOf, Timestamp } from './common.ts';
import { apiCredentialLimits, apiCredentialStatuses } from './vocabulary.ts';

/** POST /api/me/api-credentials: by which a program of the account signs in. */
export const MakeApiCredential = z
  .strictObject({
    /** Of the program, not of a person. */
    name: line(50).meta({ description: '程序名称' }),
    validDays: z
      .int()
      .min(1)
      .max(apiCredentialLimits.days)
      .default(apiCredentialLimits.usualDays)
      .meta({ description: '有效天数' }),
  })
  .meta({ id: 'MakeApiCredential', description: '新增接口凭证' });
export type MakeApiCredential = z.infer<typeof MakeApiCredential>;

/** As its account reads it; `id` is the `client_id` of POST /auth/token. */
export const ApiCredential = z
  .object({
    id: Id,
    name: z.string(),
    status: z.enum(apiCredentialStatuses),
    createdAt: Timestamp,
    validUntil: Timestamp,
    /** To the minute; absent while nobody has asked for a token with it. */
    lastUsedAt: Timestamp.optional(),
    revokedAt: Timestamp.optional(),
  })
  .meta({ id: 'ApiCredential', description: '接口凭证' });
export type ApiCredential = z.infer<typeof ApiCredential>;
export const ApiCredentialList = listOf(ApiCredential).meta({ id: 'ApiCredentialList' });

/** The answer to who makes one: with the secret, once. A request that is repeated under its Idempotency-Key is answered without it. */
export const MadeApiCredential = z
  .object({
    ...ApiCredential.shape,
    secret: z.string().optional().meta({ description: '密钥，仅此一次' }),
  })
  .meta({ id: 'MadeApiCredential', description: '新增的接口凭证' });
export type MadeApiCredential = z.infer<typeof MadeApiCredential>;
