/** Where programs sign in: with what they send, never with a cookie. */
export const tokenPath = '/auth/token';

/** Where other departments ask what is filed. */
export const sharedFilingsPath = '/api/sharing/filings';

export type Upstream = 'identity' | 'documents' | 'filing' | 'public-query' | 'notifications';

/** Which service answers for which path; the longest prefix first. What is not here is not forwarded, least of all `/internal`. */
const table: readonly (readonly [prefix: string, upstream: Upstream])[] = [
  ['/auth', 'identity'],
  ['/api/me/access-log', 'filing'],
  ['/api/me', 'identity'],
  ['/api/organs', 'identity'],
  ['/api/jurisdictions', 'identity'],
  ['/api/divisions', 'identity'],
  ['/api/staff', 'identity'],
  ['/api/sharing/credentials', 'identity'],
  ['/api/documents', 'documents'],
  ['/api/templates', 'documents'],
  ['/api/home', 'filing'],
  ['/api/units', 'filing'],
  ['/api/applications', 'filing'],
  ['/api/changes', 'filing'],
  ['/api/drafts', 'filing'],
  ['/api/filings', 'filing'],
  [sharedFilingsPath, 'filing'],
  ['/api/delegations', 'filing'],
  ['/api/transfers', 'filing'],
  ['/api/paper-filings', 'filing'],
  ['/api/device-tables', 'filing'],
  ['/api/review/audit/identity', 'identity'],
  ['/api/review/audit/documents', 'documents'],
  ['/api/review/audit/public-query', 'public-query'],
  ['/api/review/audit/notifications', 'notifications'],
  ['/api/review', 'filing'],
  ['/api/operations/services/identity', 'identity'],
  ['/api/operations/services/documents', 'documents'],
  ['/api/operations/services/public-query', 'public-query'],
  ['/api/operations/services/notifications', 'notifications'],
  ['/api/operations', 'filing'],
  ['/api/appeals', 'filing'],
  ['/api/public/appeals', 'filing'],
  ['/api/public/receipts', 'filing'],
  ['/api/calendar', 'filing'],
  ['/api/dictionaries', 'filing'],
  ['/api/public', 'public-query'],
  ['/api/inbox', 'notifications'],
  ['/api/notification-settings', 'notifications'],
  ['/api/content', 'public-query'],
];

/** The service of a path, or undefined. Prefixes end at a slash: `/api/meadow` is nobody's. */
export const upstreamOf = (path: string): Upstream | undefined =>
  table.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1];
