import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readCasesSearch, readTabSearch } from './campaign-search.ts';

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('./campaign-list.tsx'), 'CampaignList'),
});
const make = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/new',
  component: lazyRouteComponent(() => import('./new-campaign.tsx'), 'NewCampaign'),
});
const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/$campaignId',
  validateSearch: readTabSearch,
  component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
});
const cases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/campaigns/$campaignId/cases',
  validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
});

/** Screens of this part. */
export const campaignRoutes = [list, make, one, cases];
