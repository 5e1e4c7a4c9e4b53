import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage, NotFoundPage } from '@beian/ui/frame/fallback-pages.tsx';
import { AuditSearch } from './audit/audit-search.ts';
import { plainSearch } from '@beian/ui/frame/plain-search.ts';
import { SignedInPage } from '@beian/ui/frame/signed-in-page.tsx';
import { Skeleton } from '@beian/ui/frame/skeleton.tsx';
import { ReviewFrame } from './frame/review-frame.tsx';
import { review } from './frame/texts.ts';
import { OperationsSearch } from './operations/operations-search.ts';
import { OrgansSearch } from './organs/organs-search.ts';
import { QueueSearch } from './queue/queue-search.ts';
import { StatisticsSearch } from './statistics/statistics-search.ts';

const root = createRootRoute({
  component: ReviewFrame,
  notFoundComponent: () => <NotFoundPage system={review.name} home="/review/" />,
  errorComponent: BrokenPage,
});
export const queueRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: QueueSearch,
  component: lazyRouteComponent(() => import('./queue/queue-page.tsx'), 'QueuePage'),
});
const taskRoute = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./task/task-page.tsx'), 'TaskPage'),
});
const organsRoute = createRoute({
  getParentRoute: () => root,
  path: '/organs',
  validateSearch: OrgansSearch,
  component: lazyRouteComponent(() => import('./organs/organs-page.tsx'), 'OrgansPage'),
});
const jurisdictionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/jurisdictions',
  component: lazyRouteComponent(() => import('./jurisdictions/jurisdictions-page.tsx'), 'JurisdictionsPage'),
});
const staffRoute = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  component: lazyRouteComponent(() => import('./staff/staff-page.tsx'), 'StaffPage'),
});
const signedInRoute = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  component: () => <SignedInPage system={review.name} home="/review/" />,
});
const auditRoute = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
});
const at = <Path extends string>(path: Path, load: () => Promise<{ [name: string]: unknown }>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as never, name as never) });
const statisticsRoute = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  validateSearch: StatisticsSearch,
  component: lazyRouteComponent(() => import('./statistics/statistics-page.tsx'), 'StatisticsPage'),
});
const operationsRoute = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  validateSearch: OperationsSearch,
  component: lazyRouteComponent(() => import('./operations/operations-page.tsx'), 'OperationsPage'),
});
const deskRoutes = [
  at('/board', () => import('./board/board-page.tsx'), 'BoardPage'),
  at('/absences', () => import('./absences/absences-page.tsx'), 'AbsencesPage'),
  at('/canned-texts', () => import('./canned-texts/canned-texts-page.tsx'), 'CannedTextsPage'),
  at('/calendar', () => import('./calendar/calendar-page.tsx'), 'CalendarPage'),
  at('/dictionaries', () => import('./dictionaries/dictionaries-page.tsx'), 'DictionariesPage'),
  at('/sharing', () => import('./sharing/sharing-page.tsx'), 'SharingPage'),
];
const contentRoutes = [
  at('/content/faq', () => import('./content/faq-list-page.tsx'), 'FaqListPage'),
  at('/content/faq/$id', () => import('./content/faq-edit-page.tsx'), 'FaqEditPage'),
  at('/content/notices', () => import('./content/notice-list-page.tsx'), 'NoticeListPage'),
  at('/content/notices/$id', () => import('./content/notice-edit-page.tsx'), 'NoticeEditPage'),
  at('/content/templates', () => import('./content/templates-page.tsx'), 'TemplatesPage'),
];

const inboxRoute = at('/inbox', () => import('./inbox/inbox-page.tsx'), 'InboxPage');
const paperRoute = createRoute({
  getParentRoute: () => root,
  path: '/paper',
  component: lazyRouteComponent(() => import('./paper/paper-page.tsx'), 'PaperPage'),
});
const paperEntryRoute = createRoute({
  getParentRoute: () => root,
  path: '/paper/new',
  component: lazyRouteComponent(() => import('./paper/paper-entry-page.tsx'), 'PaperEntryPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    queueRoute,
    taskRoute,
    inboxRoute,
    statisticsRoute,
    operationsRoute,
    ...deskRoutes,
    ...contentRoutes,
    paperRoute,
    paperEntryRoute,
    organsRoute,
    jurisdictionsRoute,
    staffRoute,
    auditRoute,
    signedInRoute,
  ]),
  basepath: '/review',
  ...plainSearch,
  // A page's code is fetched when somebody is about to go there.
  defaultPreload: 'intent',
  defaultPendingComponent: Skeleton,
  defaultPendingMs: 300,
  scrollRestoration: true,
});
