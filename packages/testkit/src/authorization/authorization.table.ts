import type { Cast } from '../one-of-each.ts';

/** Who has no business with the things of others, in the order of the table's columns; last a program of the filer's, and another department. */
export const outsiders = [
  ...(['nobody', 'filer', 'unit', 'agent', 'neighbour', 'auditor', 'operator'] as const),
  ...(['program', 'department'] as const),
] as const;
/**
 * `in`: does what was asked, with what is the caller's own. 401, 403, 404: refused so. 422: what the body names is not the caller's.
 * `lapsed`: one of the two, for whose letter has run out is told that. `person`: refused, for it is no person who asks.
 */
export type Answer = 'in' | 401 | 403 | 404 | 422 | 'lapsed' | 'person';
export type Rule = { insider: keyof Cast; answers: readonly Answer[] };
type Row = readonly [insider: keyof Cast, ...answers: Answer[]];

/** One rule for each kind of thing: who reaches it, and what everybody else gets. */
const rules = {
  //                   reached by    nobody filer unit agent neighbour auditor operator
  everybody: ['owner', 'in', 'in', 'in', 'in', 'in', 'in', 'in'],
  whoeverIsSignedIn: ['owner', 401, 'in', 'in', 'in', 'in', 'in', 'in'],
  itsReader: ['owner', 401, 404, 404, 404, 404, 404, 404],
  anyFiler: ['owner', 401, 'in', 'in', 'in', 403, 403, 403],
  itsFiler: ['owner', 401, 404, 404, 404, 403, 403, 403],
  itsFilerOrClerk: ['owner', 401, 404, 404, 404, 404, 403, 403],
  itsRecipient: ['recipient', 401, 404, 404, 404, 403, 403, 403],
  aFilerWithOwnThings: ['owner', 401, 422, 422, 'lapsed', 403, 403, 403],
  ownerOnPaper: ['paperOwner', 401, 422, 422, 422, 403, 403, 403],
  uploader: ['owner', 401, 'in', 'in', 'in', 'in', 403, 403],
  uploaderOfIt: ['owner', 401, 422, 422, 422, 422, 403, 403],
  anyStaff: ['reviewer', 401, 403, 403, 403, 'in', 'in', 'in'],
  anyReviewer: ['lead', 401, 403, 403, 403, 'in', 403, 403],
  itsReviewer: ['reviewer', 401, 403, 403, 403, 404, 403, 403],
  itsLead: ['lead', 401, 403, 403, 403, 404, 403, 403],
  reviewerWithOwnThings: ['reviewer', 401, 403, 403, 403, 422, 403, 403],
  administrator: ['lead', 401, 403, 403, 403, 404, 403, 'in'],
  reader: ['lead', 401, 403, 403, 403, 'in', 'in', 403],
  editor: ['editor', 401, 403, 403, 403, 403, 403, 403],
  operator: ['operator', 401, 403, 403, 403, 403, 403, 'in'],
  department: ['department', 401, 403, 403, 403, 403, 403, 403],
  // Of a message that was given up: there is none, which operators alone are told.
  operatorWhoAsksInVain: ['operator', 401, 403, 403, 403, 403, 403, 404],
} satisfies Record<string, Row>;

const operated = ['documents', 'filing', 'identity', 'notifications', 'public-query'];

const operations: Record<keyof typeof rules, readonly string[]> = {
  everybody: [
    'GET /api/calendar',
    'GET /api/dictionaries',
    'GET /api/divisions',
    'GET /api/organs',
    'GET /api/organs/{code}',
    'GET /api/public/faq',
    'GET /api/public/filings',
    'GET /api/public/notices',
    'GET /api/public/notices/{id}',
    'GET /api/public/verify/{number}',
    'GET /api/public/receipts/keys',
    'GET /api/templates',
    'GET /api/templates/{name}',
    'GET /api/templates/{name}/versions',
    'GET /api/templates/{name}/versions/{id}',
    'GET /auth/callback',
    'GET /auth/login',
    'POST /api/public/appeals',
    'POST /api/public/appeals/tracking',
    'POST /api/public/challenges',
    'POST /api/public/receipts/verification',
    'POST /auth/logout',
    'POST /auth/token',
  ],
  whoeverIsSignedIn: [
    'GET /api/inbox',
    'GET /api/inbox/stream',
    'GET /api/me',
    'POST /api/inbox/read-all',
    'DELETE /api/me/sessions',
  ],
  itsReader: [
    'GET /api/documents/{id}',
    'GET /api/documents/{id}/content',
    'POST /api/documents/{id}/links',
    'POST /api/inbox/{id}/read',
  ],
  anyFiler: [
    'GET /api/applications',
    'GET /api/delegations',
    'GET /api/delegations/incoming',
    'GET /api/drafts',
    'GET /api/filings',
    'GET /api/home',
    'GET /api/me/access-log',
    'GET /api/me/api-credentials',
    'GET /api/notification-settings',
    'GET /api/transfers/incoming',
    'GET /api/units',
    'PUT /api/notification-settings',
    'POST /api/appeals/claim',
    'POST /api/me/api-credentials',
    'POST /api/notification-settings/code',
    'POST /api/notification-settings/verification',
    'DELETE /api/drafts/{id}',
  ],
  itsFiler: [
    'GET /api/drafts/{id}',
    'GET /api/filings/{number}',
    'GET /api/filings/{number}/receipt.pdf',
    'GET /api/filings/{number}/versions',
    'GET /api/filings/{number}/versions/{version}',
    'GET /api/units/{id}',
    'PUT /api/drafts/{id}',
    'POST /api/delegations/{id}/revocation',
    'POST /api/me/api-credentials/{id}/revocation',
    'POST /api/transfers/{applicationId}/revocation',
  ],
  itsFilerOrClerk: [
    'GET /api/applications/{id}',
    'GET /api/applications/{id}/receipt.pdf',
    'POST /api/applications/{id}/extension',
    'POST /api/applications/{id}/resubmission',
    'POST /api/applications/{id}/resubmission/preview',
    'POST /api/applications/{id}/withdrawal',
  ],
  itsRecipient: ['GET /api/transfers/{applicationId}/receipt.pdf', 'POST /api/transfers/{applicationId}/answer'],
  aFilerWithOwnThings: [
    'POST /api/applications',
    'POST /api/changes/preview',
    'POST /api/delegations',
    'POST /api/units',
  ],
  ownerOnPaper: ['POST /api/filings/claims'],
  uploader: ['POST /api/documents'],
  uploaderOfIt: ['POST /api/device-tables/check', 'POST /api/device-tables/corrected'],
  anyStaff: ['GET /api/jurisdictions', 'GET /api/staff'],
  anyReviewer: [
    'GET /api/paper-filings',
    'GET /api/review/absences',
    'GET /api/review/board',
    'GET /api/review/canned-texts',
    'GET /api/review/exports/tasks',
    'GET /api/review/tasks',
    'GET /api/review/views',
    'POST /api/review/canned-texts',
    'POST /api/review/tasks/approval',
    'POST /api/review/tasks/assignment',
    'POST /api/review/views',
  ],
  itsReviewer: [
    'GET /api/review/tasks/{id}',
    'GET /api/review/units/{uscc}',
    'PUT /api/review/views/{id}',
    'POST /api/paper-filings/{id}/claim-code',
    'POST /api/review/tasks/{id}/claim',
    'POST /api/review/tasks/{id}/decision',
    'POST /api/review/tasks/{id}/notes',
    'POST /api/review/tasks/{id}/personal-data',
    'POST /api/review/tasks/{id}/release',
    'POST /api/review/tasks/{id}/resumption',
    'POST /api/review/tasks/{id}/suspension',
    'DELETE /api/review/absences/{id}',
    'DELETE /api/review/views/{id}',
  ],
  itsLead: [
    'PUT /api/review/canned-texts/{id}',
    'POST /api/review/tasks/{id}/assignment',
    'POST /api/review/tasks/{id}/urging',
    'DELETE /api/review/canned-texts/{id}',
  ],
  reviewerWithOwnThings: ['POST /api/paper-filings', 'POST /api/review/absences'],
  operatorWhoAsksInVain: operated.map((service) => `POST /api/operations/services/${service}/dead-letters/replay`),
  administrator: [
    'PUT /api/staff/{accountId}/withdrawn-roles',
    'POST /api/staff/{accountId}/suspension',
    'DELETE /api/staff/{accountId}/suspension',
  ],
  reader: [
    'GET /api/review/audit',
    'GET /api/review/audit/documents',
    'GET /api/review/audit/documents/export',
    'GET /api/review/audit/export',
    'GET /api/review/audit/identity',
    'GET /api/review/audit/identity/export',
    'GET /api/review/audit/notifications',
    'GET /api/review/audit/notifications/export',
    'GET /api/review/audit/public-query',
    'GET /api/review/audit/public-query/export',
    'GET /api/review/exports/filings',
    'GET /api/review/exports/statistics',
    'GET /api/review/statistics',
    'POST /api/review/audit/documents/verification',
    'POST /api/review/audit/identity/verification',
    'POST /api/review/audit/notifications/verification',
    'POST /api/review/audit/public-query/verification',
    'POST /api/review/audit/verification',
  ],
  department: ['GET /api/sharing/filings', 'GET /api/sharing/filings/{number}'],
  editor: [
    'GET /api/content/faq',
    'GET /api/content/faq/{id}',
    'GET /api/content/notices',
    'GET /api/content/notices/{id}',
    'PUT /api/content/faq/{id}',
    'PUT /api/content/faq/{id}/publication',
    'PUT /api/content/faq/order',
    'PUT /api/content/notices/{id}',
    'PUT /api/content/notices/{id}/publication',
    'POST /api/content/faq',
    'POST /api/content/notices',
    'POST /api/templates/{name}/versions',
    'DELETE /api/content/faq/{id}',
    'DELETE /api/content/notices/{id}',
    'DELETE /api/templates/{name}/versions/{id}',
  ],
  operator: [
    'GET /api/operations/applications',
    ...operated.map((service) => `GET /api/operations/services/${service}`),
    ...operated.map((service) => `GET /api/operations/services/${service}/dead-letters`),
    'GET /api/sharing/credentials',
    'PUT /api/calendar/{date}',
    'PUT /api/review/dictionaries/{dictionary}/entries/{code}',
    'PUT /api/review/dictionaries/{dictionary}/entries/{code}/retirement',
    'PATCH /api/organs/{code}',
    'POST /api/jurisdictions',
    'POST /api/organs',
    'POST /api/review/dictionaries/{dictionary}/entries',
    'POST /api/sharing/credentials',
    'POST /api/sharing/credentials/{id}/revocation',
    'DELETE /api/calendar/{date}',
    'DELETE /api/jurisdictions/{id}',
    'DELETE /api/review/dictionaries/{dictionary}/entries/{code}/retirement',
  ],
};

/** What a program is answered otherwise than the filer for whom it asks. */
const programs: Readonly<Record<string, Answer>> = {
  'GET /api/me/api-credentials': 'person',
  'POST /api/me/api-credentials': 'person',
  'POST /api/me/api-credentials/{id}/revocation': 'person',
  'DELETE /api/me/sessions': 'person',
  'POST /api/delegations': 'person',
  // A cancellation and a transfer are for persons, the other applications are not.
  'POST /api/applications': 'lapsed',
};

/** A department reads what is shared and what everybody may: all else is refused before anybody looks for it. */
function ofDepartment(insider: keyof Cast, [nobody]: readonly Answer[]): Answer {
  if (insider === 'department') return 'in';
  return nobody === 'in' ? 'in' : 403;
}

/** The rule of every operation, as `POST /api/units`. */
export const table: ReadonlyMap<string, Rule> = new Map(
  Object.entries(operations).flatMap(([name, all]) => {
    const [insider, ...answers] = rules[name as keyof typeof rules] as Row;
    const ofFiler = answers[outsiders.indexOf('filer')] ?? 403;
    return all.map((operation): [string, Rule] => [
      operation,
      { insider, answers: [...answers, programs[operation] ?? ofFiler, ofDepartment(insider, answers)] },
    ]);
  }),
);
