import { z } from 'zod';
import { listOf, Timestamp } from './common.ts';
import { auditChains, deadLetterKinds } from './vocabulary.ts';

/** 死信 (I43): an event or message that a service gave up. Ids and codes; nothing of what it was about. */
export const DeadLetter = z
  .object({
    service: z.enum(auditChains),
    id: z.string(),
    kind: z.enum(deadLetterKinds),
    /** Who could not handle it. */
    consumer: z.string().optional(),
    /** `beian.filing.registered`, or the name of a signal; absent where it could not be read. */
    type: z.string().optional(),
    /** What it is about: an id or a filing's number. */
    subject: z.string().optional(),
    /** The kind of failure: a problem's code, a constraint, or where in the code it happened. */
    reason: z.string(),
    /** How often it was tried. */
    deliveries: z.int(),
    at: Timestamp,
  })
  .meta({ id: 'DeadLetter', description: '死信' });
export type DeadLetter = z.infer<typeof DeadLetter>;
export const DeadLetterList = listOf(DeadLetter).meta({ id: 'DeadLetterList' });
export type DeadLetterList = z.infer<typeof DeadLetterList>;

/** What came of a replay: `reason` when it failed again and stays. An unsent one is sent again with what waits behind it. */
export const ReplayOutcome = z
  .object({ replayed: z.boolean(), reason: z.string().optional() })
  .meta({ id: 'ReplayOutcome', description: '重放结果' });
export type ReplayOutcome = z.infer<typeof ReplayOutcome>;
