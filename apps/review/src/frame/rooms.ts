import type { Me } from '@beian/contracts/accounts.ts';
import type { Label, StaffRole } from '@beian/contracts/vocabulary.ts';
import { review } from './texts.ts';

type Room = { to: string; label: Label; roles: readonly StaffRole[] };

const reviewing = ['reviewer', 'senior_reviewer', 'supervisor'] as const;
const editing = ['content_editor'] as const;
const administering = ['supervisor', 'operator'] as const;
/** The rooms of the approval UI and whose they are. Somebody begins in the first that is theirs. */
const rooms: readonly Room[] = [
  { to: '/', label: review.queue, roles: reviewing },
  { to: '/board', label: review.board, roles: ['senior_reviewer', 'supervisor'] },
  { to: '/paper', label: review.paper, roles: reviewing },
  { to: '/absences', label: review.absences, roles: reviewing },
  { to: '/content/faq', label: review.faq, roles: editing },
  { to: '/content/notices', label: review.notices, roles: editing },
  { to: '/content/templates', label: review.templates, roles: editing },
  { to: '/canned-texts', label: review.cannedTexts, roles: [...reviewing, ...editing] },
  { to: '/organs', label: review.organs, roles: administering },
  { to: '/jurisdictions', label: review.jurisdictions, roles: administering },
  { to: '/staff', label: review.staff, roles: administering },
  { to: '/audit', label: review.audit, roles: ['auditor', 'supervisor'] },
  { to: '/statistics', label: review.statistics, roles: [...reviewing, 'auditor'] },
  { to: '/calendar', label: review.calendar, roles: ['operator'] },
  { to: '/dictionaries', label: review.dictionaries, roles: ['operator'] },
  { to: '/sharing', label: review.sharing, roles: ['operator'] },
  { to: '/operations', label: review.operations, roles: ['operator'] },
];

export const roomsOf = (person: Me | null | undefined): readonly Room[] =>
  rooms.filter(({ roles }) => roles.some((role) => person?.roles.includes(role)));

/** The room that a path lies in; a task lies in that of the tasks. None for an address that no page has. */
export const roomAt = (path: string): string | undefined =>
  path === '/' || path.startsWith('/tasks/')
    ? '/'
    : rooms.find(({ to }) => to !== '/' && (path === to || path.startsWith(`${to}/`)))?.to;
