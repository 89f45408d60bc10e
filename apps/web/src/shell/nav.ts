import type { Permission } from '@yangguang/domain/people/permission';
import type { Role } from '@yangguang/domain/people/role';
import type { shellWords } from './words.ts';

type Label = keyof typeof shellWords;

/** A screen as the menu names it. */
export interface Entry {
  readonly label: Label;
  readonly to: string;
  readonly may: Permission;
}

/** A part of the desk: what the header shows, and the screens inside. */
export interface Part {
  readonly label: Label;
  /** The first that the caller may open is where the part leads. */
  readonly screens: readonly Entry[];
}

const work: Part = { label: 'work', screens: [{ label: 'work', to: '/work', may: 'matter.read' }] };
const imports: Part = {
  label: 'imports',
  screens: [
    { label: 'importBatches', to: '/imports', may: 'run.read' },
    { label: 'runs', to: '/runs', may: 'run.read' },
    { label: 'rules', to: '/rules', may: 'rule.read' },
    { label: 'parameters', to: '/parameters', may: 'rule.read' },
  ],
};
const rules: Part = {
  label: 'rules',
  screens: [
    { label: 'rules', to: '/rules', may: 'rule.read' },
    { label: 'parameters', to: '/parameters', may: 'rule.read' },
  ],
};
const leads: Part = { label: 'leads', screens: [{ label: 'leads', to: '/leads', may: 'lead.read' }] };
const matters: Part = {
  label: 'matters',
  screens: [
    { label: 'matterLists', to: '/matters', may: 'matter.read' },
    { label: 'samples', to: '/samples', may: 'sample.read' },
    { label: 'inspections', to: '/inspections', may: 'sample.read' },
    { label: 'referrals', to: '/referrals', may: 'sealed.read' },
  ],
};
const samples: Part = {
  label: 'samples',
  screens: [
    { label: 'samples', to: '/samples', may: 'sample.read' },
    { label: 'inspections', to: '/inspections', may: 'sample.read' },
  ],
};
const referrals: Part = {
  label: 'referrals',
  screens: [{ label: 'referrals', to: '/referrals', may: 'sealed.read' }],
};
const campaigns: Part = {
  label: 'campaigns',
  screens: [{ label: 'campaigns', to: '/campaigns', may: 'campaign.read' }],
};
const ledgers: Part = {
  label: 'ledgers',
  screens: [{ label: 'ledgers', to: '/ledgers', may: 'statistics.read' }],
};
const dashboard: Part = {
  label: 'dashboard',
  screens: [{ label: 'dashboard', to: '/dashboard', may: 'statistics.read' }],
};
const people: Part = {
  label: 'accounts',
  screens: [
    { label: 'accountList', to: '/admin/accounts', may: 'account.read' },
    { label: 'units', to: '/admin/units', may: 'account.read' },
    { label: 'appointments', to: '/admin/appointments', may: 'appointment.grant' },
  ],
};
const divisions: Part = {
  label: 'divisions',
  screens: [{ label: 'divisions', to: '/admin/divisions', may: 'system.read' }],
};
const audit: Part = { label: 'audit', screens: [{ label: 'audit', to: '/admin/audit', may: 'audit.read' }] };
const glass: Part = { label: 'glass', screens: [{ label: 'glass', to: '/admin/glass', may: 'glass.watch' }] };
const exports_: Part = {
  label: 'exports',
  screens: [{ label: 'exports', to: '/admin/exports', may: 'export.register' }],
};
const retention: Part = {
  label: 'retention',
  screens: [{ label: 'retention', to: '/admin/retention', may: 'system.read' }],
};
const keys: Part = {
  label: 'keys',
  screens: [
    { label: 'keys', to: '/admin/keys', may: 'key.manage' },
    { label: 'referralKeys', to: '/admin/referral-keys', may: 'key.manage' },
  ],
};
const system: Part = {
  label: 'system',
  screens: [
    { label: 'system', to: '/admin/system', may: 'system.read' },
    { label: 'jobs', to: '/admin/jobs', may: 'system.read' },
  ],
};

const county = [work, imports, leads, matters, campaigns, ledgers, dashboard];
const town = [work, leads, matters, rules, campaigns, ledgers, dashboard];
const above = [work, leads, matters, campaigns, ledgers, dashboard, glass];

/** The parts of each role, in the order of its day; never more than seven. */
const byRole: Readonly<Record<Role, readonly Part[]>> = {
  villageAide: [work, matters, campaigns],
  townCaseworker: town,
  townLead: [work, leads, matters, campaigns, ledgers, dashboard, glass],
  countyCaseworker: county,
  countyReviewer: county,
  countyLead: county,
  meansCheckOfficer: [imports, leads, campaigns],
  cityOfficer: above,
  provinceOfficer: above,
  inspector: [work, samples, matters, leads, campaigns, ledgers, dashboard],
  finance: [work, matters, campaigns, ledgers, dashboard],
  bank: [work, matters, campaigns],
  petitionOfficer: [work, matters, campaigns, ledgers, dashboard],
  institutionHead: [work, matters],
  disciplineLiaison: [work, referrals, matters, campaigns, dashboard],
  systemAdmin: [system, divisions, people],
  securityAdmin: [people, keys, exports_, retention, system],
  auditAdmin: [audit, exports_, retention, people, system],
};

/** Parts of the menu for these roles and permissions: the order of the first role, then what others add, at most seven. */
export function partsFor(roles: readonly Role[], may: (permission: Permission) => boolean): Part[] {
  const all = [...new Set(roles.flatMap((role) => byRole[role]))];
  return all
    .map((part) => ({ ...part, screens: part.screens.filter((screen) => may(screen.may)) }))
    .filter(({ screens }) => screens.length > 0)
    .slice(0, 7);
}
