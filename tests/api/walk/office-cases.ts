import { account, fresh, free, nothing, one, own, type WalkCase } from './walk-case.ts';

/** Signing in and out. */
export const sessionCases: Readonly<Record<string, WalkCase>> = {
  'session.signIn': {
    about: 'all',
    input: (aim) => ({ userName: `u${aim.id('account').slice(0, 12)}`, password: 'wrong' }),
  },
  'session.giveSecondFactor': { about: 'all', input: () => ({ code: '123456' }) },
  'session.signOut': free,
  'session.startSingleSignOn': free,
  'session.finishSingleSignOn': { about: 'all', input: () => ({ state: 'x', code: 'y' }) },
  'session.setUp': {
    about: 'all',
    input: (aim) => ({
      code: 'AAAA-BBBB',
      systemAdmin: { userName: `u${aim.id('account').slice(0, 12)}`, fullName: '甲某' },
      securityAdmin: { userName: 'second.one', fullName: '乙某' },
      auditAdmin: { userName: 'third.one', fullName: '丙某' },
    }),
  },
  'session.whoAmI': own,
  'session.listOwn': own,
  'session.endOwn': { about: 'self', input: one('session') },
  'session.changePassword': { about: 'self', input: () => ({ present: 'wrong', next: 'Another-1-word' }) },
  'session.enrolTotp': { about: 'self', input: () => ({ password: 'wrong' }), varies: true },
  'session.confirmTotp': { about: 'self', input: () => ({ code: '123456' }) },
};

/** People, their offices and rights, the server itself. */
export const officeCases: Readonly<Record<string, WalkCase>> = {
  'account.list': { about: 'office', input: nothing, shows: (aim) => aim.id('account') },
  'account.get': { ...account(), shows: (aim) => aim.id('account') },
  'account.colleagues': {
    about: 'office',
    input: (aim) => ({ area: aim.place.region }),
    shows: (aim) => aim.id('account'),
  },
  'account.create': account((aim) => ({
    id: fresh('account'),
    userName: 'somebody.new',
    fullName: '新来',
    unitId: aim.id('unit'),
  })),
  'account.listSessions': { ...account(), shows: (aim) => aim.id('session') },
  'account.endSessions': {
    ...account((aim) => ({ id: aim.id('account'), sessionId: aim.id('session') })),
    absent: ['ACC-116', 'ACC-120'],
  },
  'account.disable': account(),
  'account.enable': account(),
  'account.unlock': account(),
  'account.resetPassword': account(),
  'account.resetTotp': account(),
  'account.linkSingleSignOn': account((aim) => ({ id: aim.id('account'), oidcSubject: fresh('subject') })),
  'appointment.list': {
    about: 'office',
    input: (aim) => ({ accountId: aim.id('account') }),
    shows: (aim) => aim.id('appointment'),
  },
  'appointment.grant': account((aim) => ({
    id: fresh('appointment'),
    accountId: aim.id('account'),
    role: 'bank',
    area: aim.place.region,
    programmes: null,
    fromOn: '2026-12-01',
    toOn: null,
  })),
  'appointment.revoke': { about: 'office', input: one('appointment'), absent: ['ACC-130'] },
  'unit.list': { about: 'office', input: nothing, shows: (aim) => aim.id('unit') },
  'unit.create': {
    about: 'office',
    input: (aim) => ({ id: fresh('unit'), area: aim.place.region, name: '新设单位', kind: 'village' }),
    absent: ['ACC-129'],
  },
  'glass.break': {
    about: 'office',
    isForOutside: true,
    input: (aim) => ({
      id: fresh('glass'),
      role: 'inspector',
      area: aim.place.region,
      reason: '接群众紧急反映，须即刻查看',
    }),
  },
  'glass.list': { about: 'office', input: nothing, shows: (aim) => aim.id('glass') },
  'glass.note': { about: 'office', input: one('glass'), absent: ['ACC-130'] },
  'retention.preview': { about: 'office', input: (aim) => ({ area: aim.place.region }) },
  'retention.propose': {
    about: 'office',
    input: (aim) => ({ id: fresh('plan'), area: aim.place.region }),
  },
  'retention.approve': { about: 'office', input: one('plan'), changesOpen: true },
  'retention.withdraw': { about: 'office', input: one('plan'), changesOpen: true },
  'retention.list': { about: 'office', input: nothing, shows: (aim) => aim.id('plan') },
  'retention.holds': { about: 'office', input: nothing, shows: (aim) => aim.id('hold') },
  'retention.hold': {
    about: 'office',
    input: (aim) => ({ id: fresh('hold'), kind: 'matter', subjectId: aim.id('task'), reason: '审计调阅' }),
  },
  'retention.release': { about: 'office', input: (aim) => ({ id: aim.id('hold'), reason: '审计已毕' }) },
  'system.health': free,
  'system.ready': free,
  'system.about': free,
  'system.version': free,
  'system.algorithms': free,
  // Counts, dates and free bytes of the whole server: they change from one look to the next.
  'system.selfCheck': { about: 'all', input: nothing, varies: true },
  'system.backups': free,
  'system.backUp': { about: 'self', input: nothing },
  'system.endDemo': { about: 'self', input: () => ({ countyName: '沂青县' }) },
};
