import { z } from 'zod';
import { applicationKinds, applicationStatuses } from '@beian/contracts/vocabulary.ts';

/** What an address may ask of 业务查询; anything else is as if it were not there. */
export const ApplicationsSearch = z.object({
  kind: z.enum(applicationKinds).optional().catch(undefined),
  status: z.enum(applicationStatuses).optional().catch(undefined),
});
export type ApplicationsSearch = z.infer<typeof ApplicationsSearch>;
