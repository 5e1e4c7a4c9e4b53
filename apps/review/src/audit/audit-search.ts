import { z } from 'zod';
import { AuditFilter } from '@beian/contracts/audit.ts';
import { auditChains, type AuditChain } from '@beian/contracts/vocabulary.ts';

const { shape } = AuditFilter;

/** Chain and filters as the address bar holds them; what is wrong there is left out. Without a chain it is filing's. */
export const AuditSearch = z.object({
  chain: z.enum(auditChains).optional().catch(undefined),
  actor: shape.actor.catch(undefined),
  action: shape.action.catch(undefined),
  subject: shape.subject.catch(undefined),
  organ: shape.organ.catch(undefined),
  from: shape.from.catch(undefined),
  to: shape.to.catch(undefined),
});
export type AuditSearch = z.output<typeof AuditSearch>;

/** Where the API of a chain is. */
export const pathOf = (chain: AuditChain = 'filing'): string =>
  chain === 'filing' ? '/api/review/audit' : `/api/review/audit/${chain}`;

/** What is set of a search, without the chain. */
export const filterOf = ({ chain: _, ...rest }: AuditSearch): Record<string, string> =>
  Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1])));
