import type { StaffRole } from '@beian/contracts/vocabulary.ts';

/** What somebody may do here: the sign-in gives roles, the platform may withdraw some (I03). */
export const effectiveRoles = ({
  roles,
  withdrawnRoles,
}: {
  roles: readonly StaffRole[];
  withdrawnRoles: readonly StaffRole[];
}): StaffRole[] => roles.filter((role) => !withdrawnRoles.includes(role));
