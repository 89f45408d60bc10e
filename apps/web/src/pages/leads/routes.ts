import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readQueueSearch } from './queue-search.ts';

const queue = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leads',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('./lead-queue.tsx'), 'LeadQueue'),
});

/** Screens of this part. */
export const leadsRoutes = [queue];
