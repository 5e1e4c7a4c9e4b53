import { z } from 'zod';
import { CalendarDate, Id, line, listOf, Timestamp, Uscc } from './common.ts';
import { IdNumber } from './transfers.ts';
import { delegationRoles, delegationStatuses } from './vocabulary.ts';

const granted = {
  uscc: Uscc,
  /** The person need not have an account yet: whoever signs in with this name and number is meant. */
  granteeName: line(50).meta({ description: '受托人姓名' }),
  granteeIdNumber: IdNumber.meta({ description: '受托人身份证号码' }),
  /** First and last day in Beijing; today when left out. */
  validFrom: CalendarDate.optional().meta({ description: '有效期起' }),
  validUntil: CalendarDate.meta({ description: '有效期止' }),
};
const Agent = z.strictObject({
  role: z.literal('agent'),
  ...granted,
  letterId: z
    .uuid({ error: ({ input }) => (input === undefined ? 'delegation.letter-missing' : undefined) })
    .meta({ description: '授权委托书' }),
});
const Reader = z.strictObject({ role: z.literal('reader'), ...granted });

/** POST /api/delegations (I02, M005): over every filing of the unit that the account holds; an agent needs the letter, a reader has none. */
export const GrantDelegation = z
  .discriminatedUnion('role', [Agent, Reader])
  .meta({ id: 'GrantDelegation', description: '授权' });
export type GrantDelegation = z.infer<typeof GrantDelegation>;

const delegation = {
  id: Id,
  role: z.enum(delegationRoles),
  status: z.enum(delegationStatuses),
  uscc: Uscc,
  unitName: z.string(),
  validFrom: CalendarDate,
  validUntil: CalendarDate,
};

/** A delegation as its holder reads it: the person masked. */
export const Delegation = z
  .object({
    ...delegation,
    granteeName: z.string(),
    granteeIdNumber: z.string(),
    letterId: Id.optional(),
    createdAt: Timestamp,
    revokedAt: Timestamp.optional(),
  })
  .meta({ id: 'Delegation', description: '授权记录' });
export type Delegation = z.infer<typeof Delegation>;
export const DelegationList = listOf(Delegation).meta({ id: 'DelegationList' });

/** The same as the person reads it who may act. */
export const IncomingDelegation = z
  .object({
    ...delegation,
    /** Name of the holder: of a person masked, of a legal person its unit's. */
    from: z.string().optional(),
  })
  .meta({ id: 'IncomingDelegation', description: '受托记录' });
export type IncomingDelegation = z.infer<typeof IncomingDelegation>;
export const IncomingDelegationList = listOf(IncomingDelegation).meta({ id: 'IncomingDelegationList' });

/** For whom somebody reads or acts who does not hold a filing. */
export const ActingFor = z
  .object({ role: z.enum(delegationRoles), unitName: z.string(), validUntil: CalendarDate })
  .meta({ id: 'ActingFor', description: '受托身份' });
export type ActingFor = z.infer<typeof ActingFor>;
