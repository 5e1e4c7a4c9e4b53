import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { auditRoutes } from '@beian/service-kit/audit/audit.routes.ts';
import { operationsRoutes } from '@beian/service-kit/operations/operations.routes.ts';
import { createApp, defaultBodyLimit } from '@beian/service-kit/create-app.ts';
import { absencesRoutes } from './absences/absences.routes.ts';
import { appealsRoutes } from './appeals/appeals.routes.ts';
import { applicationsRoutes } from './applications/applications.routes.ts';
import { boardRoutes } from './board/board.routes.ts';
import { accessLogRoutes } from './audit/access-log.routes.ts';
import { auditSubjects } from './audit/audit-subjects.ts';
import { calendarRoutes } from './calendar/calendar.routes.ts';
import { delegationsRoutes } from './delegations/delegations.routes.ts';
import { cannedTextsRoutes } from './canned-texts/canned-texts.routes.ts';
import { changesRoutes } from './changes/changes.routes.ts';
import { consumer } from './consumer.ts';
import type { Deps } from './deps.ts';
import { deviceTablesRoutes } from './devices/device-tables.routes.ts';
import { dictionariesRoutes } from './dictionaries/dictionaries.routes.ts';
import { draftsRoutes } from './drafts/drafts.routes.ts';
import { exportsRoutes } from './exports/exports.routes.ts';
import { documentsInUseRoutes } from './filings/documents-in-use.routes.ts';
import { filingsRoutes } from './filings/filings.routes.ts';
import { homeRoutes } from './home/home.routes.ts';
import { operatedApplicationsRoutes } from './operations/operated-applications.routes.ts';
import { paperRoutes } from './paper/paper.routes.ts';
import { receiptsRoutes } from './receipts/receipts.routes.ts';
import { reviewViewsRoutes } from './review-views/review-views.routes.ts';
import { bulkRoutes } from './review/bulk.routes.ts';
import { notesRoutes } from './review/notes.routes.ts';
import { suspensionsRoutes } from './review/suspensions.routes.ts';
import { reviewRoutes } from './review/review.routes.ts';
import { sharingRoutes } from './sharing/sharing.routes.ts';
import { statisticsRoutes } from './statistics/statistics.routes.ts';
import { transfersRoutes } from './transfers/transfers.routes.ts';
import { unitsRoutes } from './units/units.routes.ts';

// Evidence comes with an appeal that nobody has signed in for; everything else is words.
const bodyLimit = (path: string): number =>
  path === '/api/public/appeals' ? evidenceLimitBytes + 65_536 : defaultBodyLimit;

/** The API of filing: units, applications, drafts, device tables, filings, delegations, review, calendar, dictionaries. */
export const createFilingApp = (deps: Deps) =>
  createApp({ ...deps, bodyLimit })
    .route('/', homeRoutes(deps))
    .route('/', unitsRoutes(deps))
    .route('/', applicationsRoutes(deps))
    .route('/', changesRoutes(deps))
    .route('/', appealsRoutes(deps))
    .route('/', draftsRoutes(deps))
    .route('/', deviceTablesRoutes(deps))
    .route('/', paperRoutes(deps))
    .route('/', filingsRoutes(deps))
    .route('/', sharingRoutes(deps))
    .route('/', receiptsRoutes(deps))
    .route('/', documentsInUseRoutes(deps))
    .route('/', delegationsRoutes(deps))
    .route('/', transfersRoutes(deps))
    .route('/', reviewRoutes(deps))
    .route('/', bulkRoutes(deps))
    .route('/', notesRoutes(deps))
    .route('/', suspensionsRoutes(deps))
    .route('/', boardRoutes(deps))
    .route('/', statisticsRoutes(deps))
    .route('/', exportsRoutes(deps))
    .route('/', absencesRoutes(deps))
    .route('/', reviewViewsRoutes(deps))
    .route('/', cannedTextsRoutes(deps))
    .route('/', calendarRoutes(deps))
    .route('/', dictionariesRoutes(deps))
    .route('/', accessLogRoutes(deps))
    .route('/', operatedApplicationsRoutes(deps))
    .route('/', auditRoutes({ ...deps, auditSubjects }))
    .route('/', operationsRoutes({ ...deps, consumer }));
