import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readListSearch } from './list-search.ts';
import { readNewSearch } from './new-search.ts';

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./matter-list-page.tsx'), 'MatterListPage'),
});

const opening = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/new',
  validateSearch: readNewSearch,
  component: lazyRouteComponent(() => import('./new-matter-page.tsx'), 'NewMatterPage'),
});

const board = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/board',
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
});

/** Screens of this part. */
export const mattersRoutes = [list, opening, board];
