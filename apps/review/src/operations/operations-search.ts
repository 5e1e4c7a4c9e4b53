import { z } from 'zod';

/** What operators look for, as the address bar holds it. */
export const OperationsSearch = z.object({ number: z.string().max(40).optional().catch(undefined) });
export type OperationsSearch = z.output<typeof OperationsSearch>;
