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

const calculation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/$id/calculation',
  component: lazyRouteComponent(() => import('./calculation/calculation-page.tsx'), 'CalculationPage'),
});

const visit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/$id/visit',
  component: lazyRouteComponent(() => import('./visit/visit-page.tsx'), 'VisitPage'),
});

const blank = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/$id/visit-form',
  component: lazyRouteComponent(() => import('./visit/blank-form-page.tsx'), 'BlankFormPage'),
});

const paper = createRoute({
  getParentRoute: () => rootRoute,
  path: '/matters/$id/papers/$paper',
  component: lazyRouteComponent(() => import('./papers/paper-page.tsx'), 'PaperPage'),
});

/** Screens of this part. */
export const matterRoutes = [card, calculation, visit, blank, paper];
