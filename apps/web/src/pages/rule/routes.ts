import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readRuleSearch } from './rule-filter.ts';
import { readPlace } from './place.ts';

const getParentRoute = () => rootRoute;

/** Screens of this part. */
export const ruleRoutes: readonly AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/rules',
    validateSearch: (search) => ({ ...readRuleSearch(search), ...readPlace(search) }),
    component: lazyRouteComponent(() => import('./rule-list.tsx'), 'RuleList'),
  }),
  createRoute({
    getParentRoute,
    path: '/rules/$code',
    validateSearch: readPlace,
    component: lazyRouteComponent(() => import('./rule-page.tsx'), 'RulePage'),
  }),
];
