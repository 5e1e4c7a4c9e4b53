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

export const router = createRouter({
  routeTree: root.addChildren([queueRoute, taskRoute]),
  basepath: '/review',
  scrollRestoration: true,
});
