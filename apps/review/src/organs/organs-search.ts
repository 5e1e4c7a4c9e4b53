import { z } from 'zod';

/** What is searched for in the directory, as the address bar holds it. */
export const OrgansSearch = z.object({ q: z.string().max(50).optional().catch(undefined) });
export type OrgansSearch = z.output<typeof OrgansSearch>;
