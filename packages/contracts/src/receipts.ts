import { z } from 'zod';
import { FilingNumber, OrganRef, Timestamp } from './common.ts';

/** What a signed receipt (N7) says: number, status, organ and date of a filing at the moment of signing, and nothing of unit or people. */
export const ReceiptFacts = z
  .object({
    number: FilingNumber,
    status: z.enum(['completed', 'cancelled']),
    organ: OrganRef,
    registeredAt: Timestamp,
    cancelledAt: Timestamp.optional(),
    signedAt: Timestamp,
  })
  .meta({ id: 'ReceiptFacts', description: '回执签名内容' });
export type ReceiptFacts = z.infer<typeof ReceiptFacts>;

/** POST /api/public/receipts/verification: the token of a QR code or of a PDF. */
export const VerifyReceipt = z
  .strictObject({ receipt: z.string().min(1).max(4000).meta({ description: '回执签名（JWS）' }) })
  .meta({ id: 'VerifyReceipt' });

/** GET /api/public/receipts/keys: the public halves of the keys that sign receipts, those of the past too (RFC 7517). */
export const ReceiptKeys = z
  .object({
    keys: z.array(
      z.object({
        kty: z.literal('OKP'),
        crv: z.literal('Ed25519'),
        x: z.string(),
        kid: z.string(),
        use: z.literal('sig'),
        alg: z.literal('EdDSA'),
      }),
    ),
  })
  .meta({ id: 'ReceiptKeys' });
export type ReceiptKeys = z.infer<typeof ReceiptKeys>;
