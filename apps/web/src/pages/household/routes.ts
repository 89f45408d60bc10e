import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';

const card = createRoute({
  getParentRoute: () => rootRoute,
  path: '/households/$id',
  component: lazyRouteComponent(() => import('./household-page.tsx'), 'HouseholdPage'),
});

const find = createRoute({
  getParentRoute: () => rootRoute,
  path: '/find',
  component: lazyRouteComponent(() => import('./find-page.tsx'), 'FindPage'),
});

/** Screens of this part. */
export const householdRoutes = [card, find];
