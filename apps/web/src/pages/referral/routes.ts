import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';

const getParentRoute = () => rootRoute;

/** Screens of this part. */
export const referralRoutes = [
  createRoute({
    getParentRoute,
    path: '/referrals',
    component: lazyRouteComponent(() => import('./referral-list.tsx'), 'ReferralList'),
  }),
  createRoute({
    getParentRoute,
    path: '/referrals/$id',
    component: lazyRouteComponent(() => import('./referral-page.tsx'), 'ReferralPage'),
  }),
] as const;
