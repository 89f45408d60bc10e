import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';

const getParentRoute = () => rootRoute;

/** Screens of this part. */
export const sampleRoutes = [
  createRoute({
    getParentRoute,
    path: '/samples',
    component: lazyRouteComponent(() => import('./sample-list.tsx'), 'SampleList'),
  }),
  createRoute({
    getParentRoute,
    path: '/samples/new',
    validateSearch: ({ inspection }: Record<string, unknown>): { inspection?: string } =>
      typeof inspection === 'string' && /^[0-9a-f-]{36}$/.test(inspection) ? { inspection } : {},
    component: lazyRouteComponent(() => import('./sample-new.tsx'), 'SampleNew'),
  }),
  createRoute({
    getParentRoute,
    path: '/samples/$id',
    component: lazyRouteComponent(() => import('./sample-page.tsx'), 'SamplePage'),
  }),
] as const;
