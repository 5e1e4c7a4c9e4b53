import { z } from 'zod';
import { FilingNumber, OrganRef, Timestamp } from './common.ts';
import { applicationStatuses } from './vocabulary/businesses.ts';

const signed = { organ: OrganRef, signedAt: Timestamp };
/** Of a filing: what its certificate (I23) says. */
const FilingFacts = z.object({
  number: FilingNumber,
  status: z.enum(['completed', 'cancelled']),
  registeredAt: Timestamp,
  cancelledAt: Timestamp.optional(),
  ...signed,
});

/** An acceptance number (受理号), that of a part of a change too. */
export const acceptanceNumberPattern = /^SL\d{14}(-\d+)?$/;
/** Of an application: what its receipt says, of its acceptance (I16) or of a transfer that is done (I50). */
const ApplicationFacts = z.object({
  number: z.string().regex(acceptanceNumberPattern),
  status: z.enum(applicationStatuses),
  submittedAt: Timestamp,
  ...signed,
});

/** What a signed receipt (N7) says: number, status, organ and date at the moment of signing, and nothing of unit or people. */
export const ReceiptFacts = z
  .union([FilingFacts, ApplicationFacts])
  .meta({ id: 'ReceiptFacts', description: '回执签名内容：备案或申请的编号、状态、机关和日期' });
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
