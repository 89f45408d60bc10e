import { type Role, roles } from '@yangguang/domain/people/role';

/** Somebody of the demo: one for each role. */
export interface DemoPerson {
  readonly userName: string;
  readonly fullName: string;
  readonly role: Role;
  /** Digits of the division the appointment is for: 0 the whole installation, 12 a village. */
  readonly level: 0 | 2 | 4 | 6 | 9 | 12;
}

/** User names in the order of the roles, with the level each works at. */
const people: Readonly<Record<Role, readonly [userName: string, level: DemoPerson['level']]>> = {
  villageAide: ['demo-village', 12],
  townCaseworker: ['demo-town', 9],
  townLead: ['demo-town-lead', 9],
  countyCaseworker: ['demo-county', 6],
  countyReviewer: ['demo-reviewer', 6],
  countyLead: ['demo-chief', 6],
  meansCheckOfficer: ['demo-check', 6],
  cityOfficer: ['demo-city', 4],
  provinceOfficer: ['demo-province', 2],
  inspector: ['demo-inspector', 6],
  finance: ['demo-finance', 6],
  bank: ['demo-bank', 6],
  petitionOfficer: ['demo-petition', 6],
  institutionHead: ['demo-home', 6],
  disciplineLiaison: ['demo-discipline', 6],
  systemAdmin: ['demo-system', 0],
  securityAdmin: ['demo-security', 0],
  auditAdmin: ['demo-audit', 0],
};

/** Everybody of the demo. Their names say what they are, so that nobody takes them for people. */
export const demoPeople: readonly DemoPerson[] = (Object.keys(people) as Role[]).map((role) => ({
  role,
  userName: people[role][0],
  level: people[role][1],
  fullName: `（演示）${roles[role].zh}`,
}));

export function demoPerson(role: Role): DemoPerson {
  const found = demoPeople.find((person) => person.role === role);
  if (found === undefined) throw new Error(`nobody plays ${role}`);
  return found;
}
