import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { BrokenPage, NotFoundPage } from '@beian/ui/frame/fallback-pages.tsx';
import { plainSearch } from '@beian/ui/frame/plain-search.ts';
import { SignedInPage } from '@beian/ui/frame/signed-in-page.tsx';
import { Skeleton } from '@beian/ui/frame/skeleton.tsx';
import { ApplicationsSearch } from './applications/applications-search.ts';
import { PortalFrame } from './frame/portal-frame.tsx';
import { portal } from './frame/texts.ts';

const root = createRootRoute({
  component: PortalFrame,
  notFoundComponent: () => <NotFoundPage system={portal.name} home="/" />,
  errorComponent: BrokenPage,
});
const at = <Path extends string>(path: Path, load: () => Promise<{ [name: string]: unknown }>, name: string) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as never, name as never) });

// A filing's page may send its number along; the form takes it over into a new draft.
const ofFiling = z.object({ number: z.string().optional().catch(undefined) });

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    validateSearch: z.object({ problem: z.string().optional() }),
    component: lazyRouteComponent(() => import('./home/home-page.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/registration',
    beforeLoad: () => {
      throw redirect({ to: '/registration/$draftId', params: { draftId: crypto.randomUUID() }, replace: true });
    },
  }),
  at('/registration/$draftId', () => import('./registration/registration-page.tsx'), 'RegistrationPage'),
  createRoute({
    getParentRoute: () => root,
    path: '/change',
    validateSearch: ofFiling,
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/change/$draftId', params: { draftId: crypto.randomUUID() }, search, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/change/$draftId',
    validateSearch: ofFiling,
    component: lazyRouteComponent(() => import('./change/change-page.tsx'), 'ChangePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cancellation',
    validateSearch: ofFiling,
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/cancellation/$draftId', params: { draftId: crypto.randomUUID() }, search, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/cancellation/$draftId',
    validateSearch: ofFiling,
    component: lazyRouteComponent(() => import('./cancellation/cancellation-page.tsx'), 'CancellationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/appeals/new',
    beforeLoad: () => {
      throw redirect({ to: '/appeals/$draftId', params: { draftId: crypto.randomUUID() }, replace: true });
    },
  }),
  at('/appeals/$draftId', () => import('./appeal/appeal-page.tsx'), 'AppealPage'),
  createRoute({
    getParentRoute: () => root,
    path: '/transfer',
    validateSearch: ofFiling,
    beforeLoad: ({ search }) => {
      throw redirect({ to: '/transfer/$draftId', params: { draftId: crypto.randomUUID() }, search, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/transfer/$draftId',
    validateSearch: ofFiling,
    component: lazyRouteComponent(() => import('./transfer/transfer-page.tsx'), 'TransferPage'),
  }),
  at('/transfers/incoming', () => import('./transfer/incoming-page.tsx'), 'IncomingPage'),
  at('/submitted/$id', () => import('./registration/submitted-page.tsx'), 'SubmittedPage'),
  createRoute({
    getParentRoute: () => root,
    path: '/applications',
    validateSearch: ApplicationsSearch,
    component: lazyRouteComponent(() => import('./applications/applications-page.tsx'), 'ApplicationsPage'),
  }),
  at('/applications/$id', () => import('./applications/application-page.tsx'), 'ApplicationPage'),
  at('/applications/$id/correction', () => import('./applications/correction-page.tsx'), 'CorrectionPage'),
  at('/filings', () => import('./filings/filings-page.tsx'), 'FilingsPage'),
  at('/filings/$number', () => import('./filings/filing-page.tsx'), 'FilingPage'),
  at('/filings/$number/versions/$version', () => import('./filings/version-page.tsx'), 'VersionPage'),
  createRoute({
    getParentRoute: () => root,
    path: '/filings/$number/transfer',
    beforeLoad: ({ params: { number } }) => {
      throw redirect({ to: '/transfer', search: { number }, replace: true });
    },
  }),
  at('/claim', () => import('./claim/claim-page.tsx'), 'ClaimPage'),
  at('/delegations', () => import('./delegations/delegations-page.tsx'), 'DelegationsPage'),
  at('/delegations/api-credentials', () => import('./api-credentials/api-credentials-page.tsx'), 'ApiCredentialsPage'),
  at('/access-log', () => import('./access-log/access-log-page.tsx'), 'AccessLogPage'),
  at('/inbox', () => import('./inbox/inbox-page.tsx'), 'InboxPage'),
  at('/inbox/settings', () => import('./inbox/settings-page.tsx'), 'SettingsPage'),
  createRoute({
    getParentRoute: () => root,
    path: '/signed-in',
    component: () => <SignedInPage system={portal.name} home="/" />,
  }),
  at('/drafts', () => import('./drafts/drafts-page.tsx'), 'DraftsPage'),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  ...plainSearch,
  // A page's code is fetched when somebody is about to go there.
  defaultPreload: 'intent',
  defaultPendingComponent: Skeleton,
  defaultPendingMs: 300,
  scrollRestoration: true,
});
