import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readPlace } from '../rule/place.ts';
import { readParameterSearch } from './parameter-filter.ts';

const getParentRoute = () => rootRoute;

/** Screens of this part. */
export const parameterRoutes: readonly AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/parameters',
    validateSearch: (search) => ({ ...readParameterSearch(search), ...readPlace(search) }),
    component: lazyRouteComponent(() => import('./parameter-list.tsx'), 'ParameterList'),
  }),
  createRoute({
    getParentRoute,
    path: '/parameters/$name',
    validateSearch: readPlace,
    component: lazyRouteComponent(() => import('./parameter-page.tsx'), 'ParameterPage'),
  }),
];
