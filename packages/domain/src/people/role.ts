import type { Bilingual } from '../errors/user-error.ts';

/** What an appointment may be for. The area of the appointment says where, its programmes for which benefits. */
export const roles = {
  villageAide: { zh: '村级协理员', en: 'Village aide' },
  townCaseworker: { zh: '乡镇经办', en: 'Town caseworker' },
  townLead: { zh: '乡镇负责人', en: 'Town lead' },
  countyCaseworker: { zh: '县级经办', en: 'County caseworker' },
  countyReviewer: { zh: '县级复核', en: 'County reviewer' },
  countyLead: { zh: '县级负责人', en: 'County lead' },
  meansCheckOfficer: { zh: '核对员', en: 'Means-check officer' },
  cityOfficer: { zh: '市级经办', en: 'City officer' },
  provinceOfficer: { zh: '省级经办', en: 'Province officer' },
  inspector: { zh: '督查员', en: 'Inspector' },
  finance: { zh: '财政', en: 'Finance' },
  bank: { zh: '代理金融机构', en: 'Paying bank' },
  petitionOfficer: { zh: '信访专员', en: 'Petition officer' },
  institutionHead: { zh: '供养机构负责人', en: 'Institution head' },
  disciplineLiaison: { zh: '纪检联络员', en: 'Discipline liaison' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全保密管理员', en: 'Security administrator' },
  auditAdmin: { zh: '安全审计员', en: 'Audit administrator' },
} as const satisfies Record<string, Bilingual>;

/** A role a person is appointed to. */
export type Role = keyof typeof roles;

/** Who takes a step: a person in a role, or the clock, when a time limit runs out. Nobody is appointed to be the clock. */
export type Actor = Role | 'clock';

const investigators: readonly Role[] = ['villageAide', 'townCaseworker', 'countyCaseworker'];
const reviewers: readonly Role[] = ['countyReviewer', 'inspector'];

const every = Object.keys(roles) as Role[];
const others = (own: Role): readonly Role[] => every.filter((role) => role !== own);

/** Roles that one person may not hold at the same time, wherever. Symmetrical. */
const incompatible: Partial<Record<Role, readonly Role[]>> = {
  // 等保: system, security and audit are three people, and none of them handles cases.
  systemAdmin: others('systemAdmin'),
  securityAdmin: others('securityAdmin'),
  auditAdmin: others('auditAdmin'),
  countyReviewer: [...investigators, 'finance', 'bank'],
  inspector: [...investigators, 'townLead', 'finance', 'bank', 'institutionHead'],
  countyLead: ['finance', 'bank', ...investigators],
  disciplineLiaison: [...investigators, ...reviewers, 'townLead', 'countyLead', 'institutionHead', 'bank'],
  institutionHead: ['townCaseworker', 'countyCaseworker', ...reviewers],
};

/** True when nobody may hold both roles at the same time (separation of duties). */
export function areIncompatible(one: Role, other: Role): boolean {
  return (
    one !== other &&
    ((incompatible[one]?.includes(other) ?? false) || (incompatible[other]?.includes(one) ?? false))
  );
}
