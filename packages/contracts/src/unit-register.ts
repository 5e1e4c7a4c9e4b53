import { z } from 'zod';
import { EntryCode, FilingNumber, Timestamp, Uscc } from './common.ts';
import { filingStatuses } from './vocabulary.ts';

/** A unit as its filings know it, by credit code: its names one after the other, and its filings under the reader's organ (I28). */
export const RegisteredUnit = z
  .object({
    uscc: Uscc,
    names: z.array(z.object({ name: z.string(), type: EntryCode, since: Timestamp })),
    filings: z.array(
      z.object({
        number: FilingNumber,
        systemName: z.string(),
        status: z.enum(filingStatuses),
        registeredAt: Timestamp,
      }),
    ),
  })
  .meta({ id: 'RegisteredUnit', description: '单位登记' });
export type RegisteredUnit = z.infer<typeof RegisteredUnit>;
