import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import type { NewRunSearch } from './new-run-search.ts';

const getParentRoute = () => rootRoute;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Screens of this part. */
export const runRoutes: readonly AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/runs',
    component: lazyRouteComponent(() => import('./run-list.tsx'), 'RunList'),
  }),
  createRoute({
    getParentRoute,
    path: '/runs/new',
    validateSearch: ({ batch }: Record<string, unknown>): NewRunSearch =>
      typeof batch === 'string' && uuid.test(batch) ? { batch } : {},
    component: lazyRouteComponent(() => import('./new-run-page.tsx'), 'NewRunPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/runs/$id',
    component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
  }),
];
