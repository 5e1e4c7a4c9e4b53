import { z } from 'zod';
import { OrganCode, Uscc } from '@beian/contracts/common.ts';
import { staffRoles, type AccountKind } from '@beian/contracts/vocabulary.ts';

/** The three doors of the sign-in page (M001–M003). */
export const SignInAs = z.enum(['personal', 'legal', 'staff']);
export type SignInAs = z.infer<typeof SignInAs>;

export const accountKindOf = { personal: 'personal', legal: 'legal_person', staff: 'staff' } as const satisfies Record<
  SignInAs,
  AccountKind
>;

const person = { sub: z.string().min(1), name: z.string().min(1), phone_number: z.string(), id_number: z.string() };

/** What the provider's identity token must say, by the way of signing in. */
export const PersonClaims = z.discriminatedUnion('signed_in_as', [
  z.object({ signed_in_as: z.literal('personal'), ...person }),
  z.object({ signed_in_as: z.literal('legal'), ...person, uscc: Uscc, org_name: z.string().min(1) }),
  z.object({
    signed_in_as: z.literal('staff'),
    ...person,
    staff_no: z.string().min(1),
    roles: z.array(z.enum(staffRoles)).min(1),
    organ_code: OrganCode,
  }),
]);
export type PersonClaims = z.infer<typeof PersonClaims>;
