import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';

const getParentRoute = () => rootRoute;

/** Screens of this part. */
export const inspectionRoutes = [
  createRoute({
    getParentRoute,
    path: '/inspections',
    component: lazyRouteComponent(() => import('./inspection-list.tsx'), 'InspectionList'),
  }),
  createRoute({
    getParentRoute,
    path: '/inspections/$id',
    component: lazyRouteComponent(() => import('./inspection-page.tsx'), 'InspectionPage'),
  }),
] as const;
