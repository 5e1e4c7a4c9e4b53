import type { Me } from '@beian/contracts/accounts.ts';
import type { Label, StaffRole } from '@beian/contracts/vocabulary.ts';
import { review } from './texts.ts';

type Room = { to: string; label: Label; roles: readonly StaffRole[] };

const reviewing = ['reviewer', 'senior_reviewer', 'supervisor'] as const;
/** The rooms of the approval UI and whose they are. Somebody begins in the first that is theirs. */
const rooms: readonly Room[] = [
  { to: '/', label: review.queue, roles: reviewing },
  { to: '/paper', label: review.paper, roles: reviewing },
  { to: '/organs', label: review.organs, roles: ['supervisor', 'operator'] },
  { to: '/jurisdictions', label: review.jurisdictions, roles: ['supervisor', 'operator'] },
  { to: '/staff', label: review.staff, roles: ['supervisor', 'operator'] },
];

export const roomsOf = (person: Me | null | undefined): readonly Room[] =>
  rooms.filter(({ roles }) => roles.some((role) => person?.roles.includes(role)));

/** The room that a path lies in: that of the tasks unless another says so. */
export const roomAt = (path: string): string =>
  rooms.find(({ to }) => to !== '/' && (path === to || path.startsWith(`${to}/`)))?.to ?? '/';
