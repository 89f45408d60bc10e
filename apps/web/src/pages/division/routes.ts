import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';

/** Screens of this part. */
export const divisionRoutes: readonly AnyRoute[] = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/divisions',
    validateSearch: ({ of }: Record<string, unknown>): { of?: string } => {
      const code = typeof of === 'number' ? String(of) : of;
      return typeof code === 'string' && /^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/.test(code) ? { of: code } : {};
    },
    component: lazyRouteComponent(() => import('./division-page.tsx'), 'DivisionPage'),
  }),
];
