import { z } from 'zod';
import { FaqQuery } from '@beian/contracts/content.ts';

const { category, q } = FaqQuery.shape;

/** What is looked for, as the address bar holds it. */
export const FaqSearch = z.object({ category: category.catch(undefined), q: q.catch(undefined) });
export type FaqSearch = z.output<typeof FaqSearch>;
