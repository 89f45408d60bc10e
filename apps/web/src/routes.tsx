import { createRoute, createRouter } from '@tanstack/react-router';
import { accountRoutes } from './pages/account/routes.ts';
import { adminRoutes } from './pages/admin/routes.ts';
import { campaignRoutes } from './pages/campaign/routes.ts';
import { dashboardRoutes } from './pages/dashboard/routes.ts';
import { divisionRoutes } from './pages/division/routes.ts';
import { householdRoutes } from './pages/household/routes.ts';
import { importRoutes } from './pages/import/routes.ts';
import { inspectionRoutes } from './pages/inspection/routes.ts';
import { leadRoutes } from './pages/lead/routes.ts';
import { leadsRoutes } from './pages/leads/routes.ts';
import { ledgerRoutes } from './pages/ledger/routes.ts';
import { matterRoutes } from './pages/matter/routes.ts';
import { mattersRoutes } from './pages/matters/routes.ts';
import { parameterRoutes } from './pages/parameter/routes.ts';
import { referralRoutes } from './pages/referral/routes.ts';
import { ruleRoutes } from './pages/rule/routes.ts';
import { runRoutes } from './pages/run/routes.ts';
import { sampleRoutes } from './pages/sample/routes.ts';
import { workRoutes } from './pages/work/routes.ts';
import { rootRoute } from './root-route.tsx';
import { CrashPage } from './shell/crash-page.tsx';
import { Home } from './shell/home.tsx';
import { Waiting } from './ui/waiting.tsx';

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home });

const tree = rootRoute.addChildren([
  homeRoute,
  ...workRoutes,
  ...leadsRoutes,
  ...leadRoutes,
  ...householdRoutes,
  ...matterRoutes,
  ...mattersRoutes,
  ...importRoutes,
  ...runRoutes,
  ...ruleRoutes,
  ...parameterRoutes,
  ...divisionRoutes,
  ...campaignRoutes,
  ...dashboardRoutes,
  ...ledgerRoutes,
  ...sampleRoutes,
  ...inspectionRoutes,
  ...referralRoutes,
  ...adminRoutes,
  ...accountRoutes,
]);

/** Every screen by its address. What an address carries beyond what a screen declares is dropped before the screen sees it. */
export const router = createRouter({
  routeTree: tree,
  search: { strict: true },
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: CrashPage,
  defaultPendingComponent: Waiting,
});
