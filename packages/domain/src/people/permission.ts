import type { Role } from './role.ts';

/** What an operation of the contract may ask for. Default deny: a permission no role is given is nobody's. */
export const permissions = [
  'session.own',
  'campaign.read',
  'campaign.run',
  'lead.read',
  'lead.dispatch',
  'lead.triage',
  'matter.read',
  'matter.open',
  'matter.act',
  'household.read',
  'person.find',
  'person.unmask',
  'evidence.read',
  'evidence.add',
  'sealed.read',
  'sample.draw',
  'sample.read',
  'run.read',
  'run.start',
  'rule.read',
  'policy.set',
  'statistics.read',
  'ledger.keep',
  'export.make',
  'export.register',
  'account.read',
  'account.manage',
  'appointment.grant',
  'session.manage',
  'audit.read',
  'audit.verify',
  'system.read',
  'system.operate',
  'key.manage',
  'retention.run',
  'glass.break',
  'glass.watch',
] as const;

export type Permission = (typeof permissions)[number];

const everybody: readonly Permission[] = ['session.own'];
const sees: readonly Permission[] = [
  'campaign.read',
  'lead.read',
  'matter.read',
  'household.read',
  'evidence.read',
  'rule.read',
  'statistics.read',
];
const works: readonly Permission[] = [...sees, 'matter.open', 'matter.act', 'evidence.add', 'person.find'];
/** May look outside the own area for a short time, with a reason, seen by the area's owner. */
const breaks: readonly Permission[] = ['glass.break'];
const leads: readonly Permission[] = [...works, 'lead.triage', 'person.unmask', 'sample.read', 'run.read'];

/** Permissions of each role, everywhere within the appointment's area and programmes. */
const granted: Readonly<Record<Role, readonly Permission[]>> = {
  villageAide: ['campaign.read', 'matter.read', 'matter.act', 'household.read', 'evidence.add', 'rule.read'],
  townCaseworker: [...works, 'lead.triage', 'person.unmask', 'ledger.keep'],
  townLead: [...leads, 'ledger.keep', 'lead.dispatch', 'glass.watch'],
  countyCaseworker: [...leads, 'ledger.keep', 'lead.dispatch', 'run.start', 'campaign.run', 'sample.draw'],
  countyReviewer: [...leads, ...breaks, 'sample.draw', 'policy.set'],
  countyLead: [
    ...leads,
    'ledger.keep',
    ...breaks,
    'lead.dispatch',
    'campaign.run',
    'sample.draw',
    // Local numbers and how rules run: one of the office proposes, another confirms.
    'policy.set',
    // A referral is approved by the lead: its number and dates, never what is in the package.
    'sealed.read',
    'export.make',
    'glass.watch',
  ],
  meansCheckOfficer: [
    'campaign.read',
    'lead.read',
    'household.read',
    'rule.read',
    'run.read',
    'run.start',
    'person.find',
  ],
  cityOfficer: [
    ...sees,
    'ledger.keep',
    ...breaks,
    'glass.watch',
    'matter.open',
    'matter.act',
    'evidence.add',
    'campaign.run',
    'policy.set',
    'sample.read',
    'run.read',
  ],
  provinceOfficer: [
    ...sees,
    'ledger.keep',
    ...breaks,
    'glass.watch',
    'matter.open',
    'matter.act',
    'evidence.add',
    'campaign.run',
    'policy.set',
    'sample.read',
    'run.read',
  ],
  inspector: [...sees, ...breaks, 'matter.open', 'matter.act', 'evidence.add', 'sample.draw', 'sample.read'],
  finance: [
    'campaign.read',
    'matter.read',
    'matter.act',
    'evidence.read',
    'evidence.add',
    'statistics.read',
    'rule.read',
  ],
  bank: ['campaign.read', 'matter.read', 'matter.act', 'evidence.add'],
  petitionOfficer: [
    'campaign.read',
    'matter.read',
    'matter.open',
    'matter.act',
    'evidence.read',
    'evidence.add',
    'statistics.read',
  ],
  institutionHead: ['matter.read', 'matter.act', 'evidence.add'],
  disciplineLiaison: [
    'campaign.read',
    'matter.read',
    'matter.open',
    'matter.act',
    'evidence.add',
    'sealed.read',
    'statistics.read',
  ],
  systemAdmin: ['system.read', 'system.operate', 'account.read'],
  securityAdmin: [
    'account.read',
    'account.manage',
    'appointment.grant',
    'session.manage',
    'key.manage',
    'system.read',
    'export.register',
    'retention.run',
  ],
  auditAdmin: ['audit.read', 'audit.verify', 'export.register', 'account.read', 'system.read'],
};

/** True when the role carries the permission. */
export function grants(role: Role, permission: Permission): boolean {
  return everybody.includes(permission) || granted[role].includes(permission);
}

const readings: readonly Permission[] = sees.filter((p) => p !== 'statistics.read');

/** True when an appointment gives the permission: one outside the own area (a broken glass) gives reading only. */
export function allows(
  appointment: { readonly role: Role; readonly readsOnly?: true },
  permission: Permission,
): boolean {
  return (
    grants(appointment.role, permission) && (appointment.readsOnly !== true || readings.includes(permission))
  );
}

/** Roles that see leads naming officials, their kin and proxies: those who decide on them, check them or refer them. */
const restrictedReaders: readonly Role[] = ['countyLead', 'countyReviewer', 'disciplineLiaison', 'inspector'];

/** True when the role may see restricted leads (限阅). */
export function seesRestricted(role: Role): boolean {
  return restrictedReaders.includes(role);
}
