import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import type { RowsSearch } from './rows-search.ts';

const getParentRoute = () => rootRoute;

/** Number of a sheet as addresses carry it. */
const sheetNo = (value: unknown): number | undefined => {
  const no =
    typeof value === 'number'
      ? value
      : Number(typeof value === 'string' && value !== '' ? value : Number.NaN);
  return Number.isInteger(no) && no >= 0 && no <= 100_000 ? no : undefined;
};

/** Screens of this part. */
export const importRoutes: readonly AnyRoute[] = [
  createRoute({
    getParentRoute,
    path: '/imports',
    component: lazyRouteComponent(() => import('./import-list.tsx'), 'ImportList'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/quality',
    component: lazyRouteComponent(() => import('./quality-page.tsx'), 'QualityPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/coverage',
    component: lazyRouteComponent(() => import('./coverage-page.tsx'), 'CoveragePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id',
    component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id/rows',
    validateSearch: ({ sheet, kind }: Record<string, unknown>): RowsSearch => {
      const no = sheetNo(sheet);
      return {
        ...(no === undefined ? {} : { sheet: no }),
        ...(kind === 'setAside' || kind === 'fault' ? { kind } : {}),
      };
    },
    component: lazyRouteComponent(() => import('./rows-page.tsx'), 'RowsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id/history',
    component: lazyRouteComponent(() => import('./history-page.tsx'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports/$id/sheets/$sheet',
    component: lazyRouteComponent(() => import('./sheet-page.tsx'), 'SheetPage'),
  }),
];
