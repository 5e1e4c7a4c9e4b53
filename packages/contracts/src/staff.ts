import { z } from 'zod';
import { Id, line, listOf, OrganCode, Timestamp } from './common.ts';
import { staffRoles } from './vocabulary.ts';

/** A member of an organ's staff who has signed in before. */
export const Colleague = z
  .object({
    accountId: Id,
    staffNo: z.string(),
    /** What may be done here: the roles of the sign-in without those withdrawn. */
    roles: z.array(z.enum(staffRoles)),
    withdrawnRoles: z.array(z.enum(staffRoles)),
    suspended: z.boolean(),
    /** For who may end it. */
    suspension: z.object({ reason: z.string(), since: Timestamp, by: z.string() }).optional(),
  })
  .meta({ id: 'Colleague', description: '工作人员' });
export type Colleague = z.infer<typeof Colleague>;
export const ColleagueList = listOf(Colleague).meta({ id: 'ColleagueList' });

/** The own organ unless another is named: one below it, for supervisors and operators. */
export const StaffQuery = z.object({ organ: OrganCode.optional() });

export const Suspend = z
  .strictObject({ reason: line(200).meta({ description: '暂停原因' }) })
  .meta({ id: 'Suspend', description: '暂停工作人员' });
export type Suspend = z.infer<typeof Suspend>;

/** The whole list, also of roles that the sign-in does not give now. */
export const WithdrawRoles = z
  .strictObject({ roles: z.array(z.enum(staffRoles)).max(staffRoles.length).meta({ description: '停用的角色' }) })
  .meta({ id: 'WithdrawRoles', description: '停用角色' });
export type WithdrawRoles = z.infer<typeof WithdrawRoles>;
