import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { Result } from 'antd';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { ReviewFrame } from './frame/review-frame.tsx';
import { QueueSearch } from './queue/queue-search.ts';

function NotFound() {
  const t = useText();
  return <Result status="404" title={t(shared.notFound)} />;
}

/** A fault of the page itself: what was typed is in the draft, so beginning anew is safe. */
function Broken({ error, reset }: ErrorComponentProps) {
  return <ProblemAlert error={error} onRetry={reset} />;
}

const root = createRootRoute({ component: ReviewFrame, notFoundComponent: NotFound, errorComponent: Broken });
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
