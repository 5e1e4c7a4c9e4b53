import { z } from 'zod';
import { StatisticsFields } from '@beian/contracts/statistics.ts';

const { shape } = StatisticsFields;

/** The filters of the statistics as the address bar holds them, so that they can be kept and sent; what is wrong there is left out. */
export const StatisticsSearch = z.object({
  organ: shape.organ.catch(undefined),
  division: shape.division.catch(undefined),
  kind: shape.kind.catch(undefined),
  from: shape.from.catch(undefined),
  to: shape.to.catch(undefined),
});
export type StatisticsSearch = z.output<typeof StatisticsSearch>;
