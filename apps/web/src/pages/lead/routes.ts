import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readQueueSearch } from '../leads/queue-search.ts';

const review = createRoute({
  getParentRoute: () => rootRoute,
  path: '/leads/$matterId',
  // The list one came from, so that the next one can be found.
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('./lead-page.tsx'), 'LeadPage'),
});

/** Screens of this part. */
export const leadRoutes = [review];
