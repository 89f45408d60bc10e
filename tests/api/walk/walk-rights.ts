import type { Role } from '@yangguang/domain/people/role';

/**
 * Who may ask for what, written down a second time by hand: the walk compares this with what the server does, and does
 * not read the rights from the code it tests. Whoever changes a right changes it here as well, and has thought twice.
 */
const town: readonly Role[] = ['townCaseworker', 'townLead'];
const county: readonly Role[] = ['countyCaseworker', 'countyReviewer', 'countyLead'];
const above: readonly Role[] = ['cityOfficer', 'provinceOfficer', 'inspector'];
const offices: readonly Role[] = [...town, ...county, ...above];
const administrators: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

/** Everybody who carries matters; the means-check officer and the administrators see none. */
const handlers: readonly Role[] = [
  'villageAide',
  ...offices,
  'finance',
  'bank',
  'petitionOfficer',
  'institutionHead',
  'disciplineLiaison',
];
export const everyRole: readonly Role[] = [...handlers, 'meansCheckOfficer', ...administrators];

const openers: readonly Role[] = [...offices, 'petitionOfficer', 'disciplineLiaison'];
const unmaskers: readonly Role[] = [...town, ...county];
const dispatchers: readonly Role[] = ['townLead', 'countyCaseworker', 'countyLead'];
const paperReaders: readonly Role[] = [...offices, 'finance', 'petitionOfficer'];
const cardReaders: readonly Role[] = ['villageAide', ...offices, 'meansCheckOfficer'];
const leadReaders: readonly Role[] = [...offices, 'meansCheckOfficer'];
const security: readonly Role[] = ['securityAdmin'];
const watchers: readonly Role[] = ['townLead', 'countyLead', 'cityOfficer', 'provinceOfficer'];
const breakers: readonly Role[] = ['countyReviewer', 'countyLead', ...above];

const campaignReaders: readonly Role[] = everyRole.filter(
  (role) => role !== 'institutionHead' && !administrators.includes(role),
);
const campaignRunners: readonly Role[] = ['countyCaseworker', 'countyLead', 'cityOfficer', 'provinceOfficer'];

const boardReaders: readonly Role[] = [...offices, 'finance', 'petitionOfficer', 'disciplineLiaison'];

const ledgerKeepers: readonly Role[] = [
  ...town,
  'countyCaseworker',
  'countyLead',
  'cityOfficer',
  'provinceOfficer',
];

const drawers: readonly Role[] = [...county, 'inspector'];
const sampleReaders: readonly Role[] = ['townLead', ...county, ...above];

const runStarters: readonly Role[] = ['countyCaseworker', 'meansCheckOfficer'];
const runReaders: readonly Role[] = [
  'townLead',
  ...county,
  'meansCheckOfficer',
  'cityOfficer',
  'provinceOfficer',
];

/** Rules and numbers, how they are run, and what they rest on. */
const ruleReaders: readonly Role[] = ['villageAide', ...offices, 'meansCheckOfficer', 'finance'];
const policySetters: readonly Role[] = ['countyReviewer', 'countyLead', 'cityOfficer', 'provinceOfficer'];

/** Sealed referrals are shown to these. */
export const sealedReaders: readonly Role[] = ['countyLead', 'disciplineLiaison'];

/** Roles by operation; `anybody` needs no session. An operation that is not here fails the walk. */
export const rights: Readonly<Record<string, readonly Role[] | 'anybody'>> = {
  'session.signIn': 'anybody',
  'session.giveSecondFactor': 'anybody',
  'session.signOut': 'anybody',
  'session.startSingleSignOn': 'anybody',
  'session.finishSingleSignOn': 'anybody',
  'session.setUp': 'anybody',
  'session.whoAmI': everyRole,
  'session.listOwn': everyRole,
  'session.endOwn': everyRole,
  'session.changePassword': everyRole,
  'session.enrolTotp': everyRole,
  'session.confirmTotp': everyRole,
  'account.list': administrators,
  'account.get': administrators,
  'account.colleagues': handlers,
  'account.create': security,
  'account.disable': security,
  'account.enable': security,
  'account.unlock': security,
  'account.resetPassword': security,
  'account.resetTotp': security,
  'account.linkSingleSignOn': security,
  'account.listSessions': security,
  'account.endSessions': security,
  'appointment.list': administrators,
  'appointment.grant': security,
  'appointment.revoke': security,
  'unit.list': administrators,
  'unit.create': security,
  'glass.break': breakers,
  'glass.list': watchers,
  'glass.note': watchers,
  'matter.list': handlers,
  'matter.count': handlers,
  'matter.get': handlers,
  'matter.unmask': unmaskers,
  'matter.open': openers,
  'matter.act': handlers,
  'matter.bulkPreview': handlers,
  'matter.bulkAct': handlers,
  'matter.assign': dispatchers,
  'matter.giveBack': handlers,
  'matter.note': handlers,
  'matter.link': handlers,
  'message.list': handlers,
  'message.count': handlers,
  'message.see': handlers,
  'lead.list': leadReaders,
  'lead.get': leadReaders,
  'lead.households': leadReaders,
  'lead.outline': leadReaders,
  'lead.window': leadReaders,
  'lead.tally': leadReaders,
  'lead.pick': leadReaders,
  'view.list': leadReaders,
  'view.save': leadReaders,
  'view.remove': leadReaders,
  'division.children': everyRole,
  'division.names': everyRole,
  'lead.precision': leadReaders,
  'lead.queue': handlers,
  'lead.merge': unmaskers,
  'identity.judge': unmaskers,
  'identity.list': leadReaders,
  'identity.upload': runStarters,
  'identity.export': ['countyLead'],
  'household.get': cardReaders,
  'household.find': [...town, ...county, 'meansCheckOfficer'],
  'household.search': cardReaders,
  'household.unmask': unmaskers,
  'household.print': cardReaders,
  'household.benefits': cardReaders,
  'household.kin': unmaskers,
  'household.declareKin': cardReaders,
  'household.withdrawKin': unmaskers,
  'evidence.upload': handlers,
  'evidence.register': handlers,
  'evidence.list': paperReaders,
  'evidence.download': paperReaders,
  'audit.search': ['auditAdmin'],
  'audit.person': ['auditAdmin'],
  'audit.steps': ['auditAdmin'],
  'audit.status': ['auditAdmin'],
  'audit.verify': ['auditAdmin'],
  'audit.roots': ['auditAdmin'],
  'campaign.templates': campaignReaders,
  'campaign.create': campaignRunners,
  'campaign.createByHand': campaignRunners,
  'campaign.preview': campaignRunners,
  'campaign.tasks': campaignReaders,
  'campaign.deadlines': campaignReaders,
  'campaign.lookBack': campaignReaders,
  'statistics.board': boardReaders,
  'ledger.list': boardReaders,
  'ledger.get': boardReaders,
  'ledger.type': ledgerKeepers,
  'ledger.lock': ledgerKeepers,
  'ledger.download': ['countyLead'],
  'campaign.list': campaignReaders,
  'campaign.get': campaignReaders,
  'campaign.cases': campaignReaders,
  'campaign.extend': campaignRunners,
  'campaign.carryOver': campaignRunners,
  'sample.draw': drawers,
  'sample.list': sampleReaders,
  'sample.items': sampleReaders,
  'sample.open': drawers,
  'sample.repeat': sampleReaders,
  'sample.assign': drawers,
  'sample.replace': drawers,
  'sample.enter': drawers,
  'sample.differences': sampleReaders,
  'import.open': runStarters,
  'import.upload': runStarters,
  'import.remove': runStarters,
  'import.start': runStarters,
  'import.list': runReaders,
  'import.get': runReaders,
  'import.download': runStarters,
  'import.cancel': runStarters,
  'import.revoke': runStarters,
  'import.preview': runReaders,
  'import.rows': runReaders,
  'import.openRows': runStarters,
  'import.map': runStarters,
  'import.fix': runStarters,
  'import.reread': runStarters,
  'import.dataSets': runReaders,
  'import.quality': runReaders,
  'import.coverage': runReaders,
  'run.start': runStarters,
  'run.list': runReaders,
  'run.get': runReaders,
  'run.cancel': runStarters,
  'rule.list': ruleReaders,
  'rule.get': ruleReaders,
  'rule.history': ruleReaders,
  'rule.setMode': policySetters,
  'parameter.list': ruleReaders,
  'parameter.get': ruleReaders,
  'parameter.propose': policySetters,
  'parameter.revoke': policySetters,
  'parameter.confirm': policySetters,
  'parameter.decline': policySetters,
  'divisionChange.places': administrators,
  'divisionChange.list': administrators,
  'divisionChange.readList': ['systemAdmin'],
  'divisionChange.add': ['systemAdmin'],
  'divisionChange.rename': ['systemAdmin'],
  'divisionChange.merge': ['systemAdmin'],
  'dispatch.preview': dispatchers,
  'dispatch.send': dispatchers,
  'dispatch.get': dispatchers,
  'receiverKey.register': security,
  'receiverKey.list': security,
  'receiverKey.revoke': security,
  'referral.receivers': sealedReaders,
  'referral.send': sealedReaders,
  'referral.packages': sealedReaders,
  'referral.download': sealedReaders,
  'referral.receive': sealedReaders,
  'export.make': ['countyLead'],
  'export.list': ['securityAdmin', 'auditAdmin'],
  'retention.preview': security,
  'retention.propose': security,
  'retention.list': administrators,
  'retention.approve': ['auditAdmin'],
  'retention.withdraw': security,
  'retention.hold': security,
  'retention.holds': administrators,
  'retention.release': security,
  'job.list': administrators,
  'job.cancel': ['systemAdmin'],
  'job.hurry': ['systemAdmin'],
  'system.health': 'anybody',
  'system.ready': 'anybody',
  'system.about': 'anybody',
  'system.version': administrators,
  'system.algorithms': administrators,
  'system.selfCheck': administrators,
  'system.backups': administrators,
  'system.backUp': ['systemAdmin'],
  'system.endDemo': ['systemAdmin'],
};

/** Leads that name officials and their kin are shown to these. */
export const restrictedReaders: readonly Role[] = [
  'countyLead',
  'countyReviewer',
  'inspector',
  'disciplineLiaison',
];

/** What a broken glass opens: reading, and nothing else. */
export const glassReadings: readonly string[] = [
  'matter.list',
  'matter.count',
  'matter.get',
  'message.list',
  'message.count',
  // Moves the reader's own mark and nothing else.
  'message.see',
  'lead.list',
  'lead.outline',
  'lead.window',
  'lead.tally',
  'lead.pick',
  'lead.get',
  'identity.list',
  'lead.queue',
  'household.get',
  'household.search',
  'household.print',
  'household.benefits',
  // Finds the household, and lets nobody declare but oneself.
  'household.declareKin',
  'lead.households',
  'lead.precision',
  'evidence.list',
  'evidence.download',
  'campaign.get',
  'campaign.cases',
  'campaign.lookBack',
];
