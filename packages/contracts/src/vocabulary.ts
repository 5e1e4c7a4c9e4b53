/** The words of the field. One name each, used in UI, API, code, database and events. No I/O and no zod here: workflows read this file too. */

export type { Label } from './vocabulary/label.ts';
export * from './vocabulary/businesses.ts';
export * from './vocabulary/dictionaries.ts';
export * from './vocabulary/documents.ts';
export * from './vocabulary/accounts.ts';
export * from './vocabulary/review.ts';
export * from './vocabulary/appeals.ts';
export * from './vocabulary/filings.ts';
export * from './vocabulary/delegations.ts';
export * from './vocabulary/api-credentials.ts';
export * from './vocabulary/timeline.ts';
export * from './vocabulary/transfers.ts';
export * from './vocabulary/notifications.ts';
export * from './vocabulary/devices.ts';
export * from './vocabulary/content.ts';
export * from './vocabulary/statistics.ts';
export * from './vocabulary/operations.ts';
export * from './vocabulary/audit.ts';
export * from './vocabulary/audit-actions.ts';
export * from './vocabulary/access.ts';
