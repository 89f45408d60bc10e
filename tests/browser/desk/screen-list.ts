import type { Client } from '@yangguang/contract/wire';

/** A screen of the desk: who opens it, and where it is. */
export interface Screen {
  readonly name: string;
  /** Account of the demo. */
  readonly who: string;
  /** Address; with data of the demo found by asking. @throws when the demo has nothing to show there */
  readonly path: (client: Client) => Promise<string> | string;
}

const clerk = 'demo-county';
const chief = 'demo-chief';
const reviewer = 'demo-reviewer';

async function first<Row>(rows: Promise<{ readonly items: readonly Row[] }>): Promise<Row> {
  const [row] = (await rows).items;
  if (row === undefined) throw new Error('the demo has nothing to show here');
  return row;
}

const lead = (client: Client) => first(client.lead.list({ limit: 1, filter: ['severity:serious'] }));
const batch = (client: Client) => first(client.import.list({ limit: 1 }));
const visit = (client: Client) => first(client.matter.list({ limit: 1, filter: ['workflow:verification'] }));
const campaign = (client: Client) => first(client.campaign.list({ limit: 1 }));

async function household(client: Client): Promise<string> {
  const { items } = await client.lead.list({ limit: 50, filter: [] });
  const found = items.find(({ householdId }) => householdId !== null)?.householdId;
  if (found === undefined || found === null) throw new Error('the demo has no household with a lead');
  return found;
}

const at = (name: string, who: string, path: Screen['path']): Screen => ({ name, who, path });
const plain = (who: string, ...paths: string[]): Screen[] =>
  paths.map((path) => at(path.slice(1).replaceAll('/', '-'), who, () => path));

/** Every screen of the desk, each as somebody whose work it is. */
export const screens: readonly Screen[] = [
  ...plain(clerk, '/work', '/messages', '/leads', '/leads?by=lead', '/find', '/matters', '/matters/new'),
  ...plain(
    clerk,
    '/imports',
    '/imports/quality',
    '/imports/coverage',
    '/runs',
    '/runs/new',
    '/rules',
    '/parameters',
  ),
  ...plain(clerk, '/campaigns', '/ledgers', '/dashboard', '/account', '/matters?workflow=lead'),
  ...plain('demo-town', '/work/town'),
  ...plain(chief, '/campaigns/new', '/admin/glass'),
  ...plain(reviewer, '/samples', '/samples/new', '/inspections'),
  ...plain('demo-discipline', '/referrals'),
  ...plain('demo-system', '/admin/system', '/admin/jobs', '/admin/divisions'),
  ...plain('demo-security', '/admin/accounts', '/admin/units', '/admin/appointments', '/admin/retention'),
  ...plain('demo-security', '/admin/keys', '/admin/referral-keys', '/admin/exports'),
  ...plain('demo-audit', '/admin/audit', '/admin/audit/steps', '/admin/audit/proof'),
  at('lead-card', clerk, async (client) => `/leads/${(await lead(client)).id}`),
  at('household', clerk, async (client) => `/households/${await household(client)}`),
  at('matter', clerk, async (client) => `/matters/${(await visit(client)).id}`),
  at('visit-entry', 'demo-town', async (client) => `/matters/${(await visit(client)).id}/visit`),
  at('visit-form', 'demo-town', async (client) => `/matters/${(await visit(client)).id}/visit-form`),
  at('import', clerk, async (client) => `/imports/${(await batch(client)).id}`),
  at('import-rows', clerk, async (client) => `/imports/${(await batch(client)).id}/rows`),
  at('import-history', clerk, async (client) => `/imports/${(await batch(client)).id}/history`),
  at('import-sheet', clerk, async (client) => `/imports/${(await batch(client)).id}/sheets/0`),
  at('run', clerk, async (client) => `/runs/${(await first(client.run.list({ limit: 1 }))).id}`),
  at('rule', clerk, () => '/rules/INC-01'),
  at('parameter', clerk, () => '/parameters/death.seriousYuan'),
  at('campaign', chief, async (client) => `/campaigns/${(await campaign(client)).id}`),
  at('campaign-cases', chief, async (client) => `/campaigns/${(await campaign(client)).id}/cases?line=leads`),
  at(
    'campaign-problems',
    chief,
    async (client) => `/campaigns/${(await campaign(client)).id}?tab=problemList`,
  ),
  at('campaign-duties', chief, async (client) => {
    const { id } = await campaign(client);
    return `/campaigns/${id}?tab=responsibilityList`;
  }),
  at('campaign-times', chief, async (client) => `/campaigns/${(await campaign(client)).id}?tab=times`),
  at('campaign-look-back', chief, async (client) => `/campaigns/${(await campaign(client)).id}?tab=lookBack`),
  ...plain(chief, '/ledgers/ledger:0', '/ledgers/list:responsibilityList'),
  at('account-of-another', 'demo-security', async (client) => {
    const account = await first(client.account.list({ limit: 1 }));
    return `/admin/accounts/${account.id}`;
  }),
];
