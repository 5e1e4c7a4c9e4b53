import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Result } from 'antd';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { ReviewFrame } from './frame/review-frame.tsx';
import { QueueSearch } from './queue/queue-search.ts';

function NotFound() {
  const t = useText();
  return <Result status="404" title={t(shared.notFound)} />;
}

const root = createRootRoute({ component: ReviewFrame, notFoundComponent: NotFound });
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
