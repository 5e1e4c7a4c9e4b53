import { z } from 'zod';

const Count = z.int().min(0);

/** 系统首页 (M025–M032): how much there is of what is one's own, and what waits for oneself. */
export const Home = z
  .object({
    applications: z.object({
      /** Being reviewed. */
      open: Count,
      /** Returned: the filer is asked to correct. */
      returned: Count,
      /** Ended, whichever way. */
      ended: Count,
    }),
    filings: z.object({
      /** Valid or under dispute. */
      held: Count,
      cancelled: Count,
    }),
    /** Transfers that wait for one's own answer (M031). */
    incomingTransfers: Count,
    units: Count,
    drafts: Count,
  })
  .meta({ id: 'Home', description: '首页数据' });
export type Home = z.infer<typeof Home>;
