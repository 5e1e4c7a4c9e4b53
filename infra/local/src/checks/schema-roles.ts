/** Somebody who asks for everything; `own`: the operations that are theirs, which they are asked about in depth, as a regular expression of paths. */
export type Role = { role: string; username?: string; own?: string };

/** The cast of the demo, whose things are there by then. Together their own operations are all that there are. */
export const roles: readonly Role[] = [
  { role: 'nobody', own: '^/(auth|api/public|api/divisions)(/|$)' },
  { role: 'personal filer', username: 'zhangwei', own: '^/api/(units|applications|changes|transfers)(/|$)' },
  {
    role: 'legal person',
    username: 'legal-fz',
    own: '^/api/(filings|delegations|appeals|drafts|documents|device-tables|home|me|inbox|notification-settings)(/|$)',
  },
  { role: 'agent', username: 'lina' },
  { role: 'reviewer', username: 'reviewer-nanshan-1', own: '^/api/(review/(tasks|units|views)|paper-filings)(/|$)' },
  { role: 'senior reviewer', username: 'senior-nanshan', own: '^/api/review/(absences|canned-texts)(/|$)' },
  { role: 'content editor', username: 'editor', own: '^/api/(content|templates)(/|$)' },
  { role: 'auditor', username: 'auditor-gd', own: '^/api/review/audit(/|$)' },
  { role: 'supervisor', username: 'supervisor-shenzhen', own: '^/api/(staff|review/(board|statistics|exports))(/|$)' },
  {
    role: 'operator',
    username: 'operator',
    own: '^/api/(operations|organs|jurisdictions|calendar|dictionaries|review/dictionaries|sharing)(/|$)',
  },
];

/**
 * What ends sessions, or the rights that others are asked with. It comes last, in sessions of its own, when everything else has been asked:
 * staff are suspended, organs are closed, and at the end who asks has signed out.
 */
export const endings = [
  'POST /api/staff/{accountId}/suspension',
  'PUT /api/staff/{accountId}/withdrawn-roles',
  'PATCH /api/organs/{code}',
  'DELETE /api/me/sessions',
  'POST /auth/logout',
];
export const enders: readonly string[] = ['supervisor', 'operator', 'personal filer'];
