import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';

interface CardSearch {
  /** Name of an action whose form is opened at once. */
  readonly act?: string;
}

const card = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/$id',
  validateSearch: ({ act }: Record<string, unknown>): CardSearch =>
    typeof act === 'string' && /^[a-zA-Z]{1,60}$/.test(act) ? { act } : {},
  component: lazyRouteComponent(() => import('./matter-page.tsx'), 'MatterPage'),
});

/** Screens of this part. */
export const matterRoutes = [card];
