/** Names of the filters of the queue of leads; those of {@link viewFilters} name nobody. */
export const leadFilters = [
  ...[
    'rule',
    'state',
    'severity',
    'programme',
    'town',
    'assigned',
    'area',
    'household',
    'campaign',
    'due-by',
  ],
  ...['overdue', 'ended'],
] as const;

/** Filters that a saved view may hold: no household. */
export const viewFilters = [
  ...['rule', 'state', 'severity', 'programme', 'town', 'assigned', 'area', 'campaign', 'due-by'],
  ...['overdue', 'ended'],
] as const;

/** Orders of the queue: soonest due, newest, most money at stake. */
export const leadOrders = ['due', 'newest', 'amount'] as const;
