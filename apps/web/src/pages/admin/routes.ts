import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { auditSearch } from './audit-filter.ts';

const getParentRoute = () => rootRoute;
/** An id as addresses carry it. */
const id = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value) ? value : undefined;
const oneOf = (value: unknown, known: readonly string[]): string | undefined =>
  known.find((one) => one === value);
/** Without what was not understood. */
function known(search: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Screens of the three administrators, and of those who look outside their area. */
export const adminRoutes = [
  createRoute({
    getParentRoute,
    path: '/admin/accounts',
    validateSearch: (search) =>
      known({ unit: id(search['unit']), state: oneOf(search['state'], ['active', 'disabled', 'locked']) }),
    component: lazyRouteComponent(() => import('./account-list.tsx'), 'AccountList'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/accounts/$id',
    component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/units',
    component: lazyRouteComponent(() => import('./unit-list.tsx'), 'UnitList'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/appointments',
    component: lazyRouteComponent(() => import('./appointment-list.tsx'), 'AppointmentList'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/glass',
    component: lazyRouteComponent(() => import('./glass-page.tsx'), 'GlassPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('./audit-reads.tsx'), 'AuditReads'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/audit/steps',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('./audit-steps.tsx'), 'AuditSteps'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/audit/proof',
    component: lazyRouteComponent(() => import('./audit-proof.tsx'), 'AuditProof'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/audit/household/$id',
    component: lazyRouteComponent(() => import('./audit-household.tsx'), 'AuditHousehold'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/exports',
    component: lazyRouteComponent(() => import('./export-register.tsx'), 'ExportRegister'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/retention',
    component: lazyRouteComponent(() => import('./retention-page.tsx'), 'RetentionPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/keys',
    component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/referral-keys',
    component: lazyRouteComponent(() => import('./receiver-keys.tsx'), 'ReceiverKeys'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/jobs',
    validateSearch: (search) =>
      known({ state: oneOf(search['state'], ['waiting', 'running', 'done', 'failed', 'cancelled']) }),
    component: lazyRouteComponent(() => import('./job-list.tsx'), 'JobList'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/system',
    component: lazyRouteComponent(() => import('./system-page.tsx'), 'SystemPage'),
  }),
] as const;
