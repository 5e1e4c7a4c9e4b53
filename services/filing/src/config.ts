import { z } from 'zod';
import { defaultPolicy, type Policy } from '@beian/contracts/workflows.ts';
import { sharedKeys } from '@beian/service-kit/config.ts';
import { openServiceKeys } from '@beian/service-kit/open-service.ts';

const Span = z.strictObject({
  amount: z.number().positive(),
  unit: z.enum(['working_days', 'calendar_days', 'seconds']),
});
const ReviewPolicy = z.strictObject({ due: Span, remindAfter: z.array(Span), escalateAfter: z.array(Span) });
const DeadlinePolicy = z.strictObject({ due: Span, remindBefore: z.array(Span) });
const PolicySchema = z.strictObject({
  review: ReviewPolicy.default(defaultPolicy.review),
  correction: DeadlinePolicy.default(defaultPolicy.correction),
  acceptance: DeadlinePolicy.default(defaultPolicy.acceptance),
  appeal: ReviewPolicy.default(defaultPolicy.appeal),
  suspension: z.strictObject({ longest: Span }).default(defaultPolicy.suspension),
});

export const config = openServiceKeys.extend({
  PUBLIC_BASE_URL: sharedKeys.PUBLIC_BASE_URL,
  DOCUMENTS_URL: sharedKeys.DOCUMENTS_URL,
  PUBLIC_QUERY_URL: sharedKeys.PUBLIC_QUERY_URL,
  SEALING_KEYS: sharedKeys.SEALING_KEYS,
  LOOKUP_KEY: sharedKeys.LOOKUP_KEY,
  TEMPORAL_ADDRESS: sharedKeys.TEMPORAL_ADDRESS,
  TEMPORAL_NAMESPACE: sharedKeys.TEMPORAL_NAMESPACE,
  TEMPORAL_UI_URL: z
    .url()
    .optional()
    .describe('address of the Temporal Web UI as operators open it; without one they get no links'),
  POLICY: z
    .string()
    .optional()
    .transform((text): Policy => (text === undefined ? defaultPolicy : PolicySchema.parse(JSON.parse(text))))
    .describe('durations of every stage as JSON; the default is functions.md G6'),
});
export type Config = z.output<typeof config>;
