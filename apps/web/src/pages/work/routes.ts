import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { type MessageKind, messageKinds } from './message-kinds.ts';
import { type Stage, stages } from './stages.ts';

const work = createRoute({
  getParentRoute: () => rootRoute,
  path: '/work',
  component: lazyRouteComponent(() => import('./work-page.tsx'), 'WorkPage'),
});

const town = createRoute({
  getParentRoute: () => rootRoute,
  path: '/work/town',
  validateSearch: ({ stage }: Record<string, unknown>): { readonly stage: Stage } => ({
    stage: stages.find((one) => one === stage) ?? 'toStart',
  }),
  component: lazyRouteComponent(() => import('./town-page.tsx'), 'TownPage'),
});

const messages = createRoute({
  getParentRoute: () => rootRoute,
  path: '/messages',
  validateSearch: ({ kind }: Record<string, unknown>): { readonly kind?: MessageKind } => {
    const known = messageKinds.find((one) => one === kind);
    return known === undefined ? {} : { kind: known };
  },
  component: lazyRouteComponent(() => import('./messages-page.tsx'), 'MessagesPage'),
});

/** Screens of this part. */
export const workRoutes = [work, town, messages];
