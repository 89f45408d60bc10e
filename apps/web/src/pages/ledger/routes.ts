import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.tsx';
import { readLedgerSearch } from './ledger-search.ts';

const list = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ledgers',
  component: lazyRouteComponent(() => import('./ledger-list.tsx'), 'LedgerList'),
});
const one = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ledgers/$ledgerId',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
});

/** Screens of this part. */
export const ledgerRoutes = [list, one];
