import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage, NotFoundPage } from '@beian/ui/frame/fallback-pages.tsx';
import { ReviewFrame } from './frame/review-frame.tsx';
import { review } from './frame/texts.ts';
import { QueueSearch } from './queue/queue-search.ts';

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
  routeTree: root.addChildren([queueRoute, taskRoute, paperRoute, paperEntryRoute]),
  basepath: '/review',
  scrollRestoration: true,
});
