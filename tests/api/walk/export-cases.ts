import { randomUUID } from 'node:crypto';
import { type Aim, fresh, nothing, one, type WalkCase } from './walk-case.ts';

const slip = (aim: Aim) => ({
  matterId: aim.id('referral'),
  number: '2026-7101',
});

/** Sealed referrals and the keys they are sealed to. */
export const referralCases: Readonly<Record<string, WalkCase>> = {
  'receiverKey.register': {
    about: 'office',
    input: (aim) => ({
      id: fresh('key'),
      region: aim.place.region.slice(0, 6),
      name: '新的纪委',
      publicKey: { kty: 'RSA', n: 'x', e: 'AQAB' },
    }),
  },
  'receiverKey.list': { about: 'office', input: nothing, shows: (aim) => aim.id('key') },
  'receiverKey.revoke': { about: 'office', input: one('key') },
  'referral.receivers': { about: 'case', input: nothing },
  'referral.send': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      matterId: aim.id('referral'),
      stepId: fresh('send'),
      expectedVersion: 99,
      receiverKeyId: aim.id('key'),
      slipNo: '2026-1',
      sentOn: '2026-11-20',
      fileName: 'a.txt',
    }),
    bytes: 'words',
  },
  'referral.packages': { about: 'case', input: (aim) => ({ matterId: aim.id('referral') }) },
  'referral.download': { about: 'case', input: slip },
  'referral.receive': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({
      ...slip(aim),
      stepId: fresh('receive'),
      expectedVersion: 99,
      receiptNo: '1',
      receivedOn: '2026-11-20',
      isAccepted: true,
    }),
  },
};

/** Files that leave with personal data in them. */
export const exportCases: Readonly<Record<string, WalkCase>> = {
  // Each one is a file of its own, kept in the register.
  'export.make': {
    about: 'case',
    varies: true,
    input: () => ({ id: randomUUID(), what: 'leads', format: 'csv', purpose: '季度汇总用' }),
    shows: (aim) => aim.place.mark.slice(0, 1),
  },
  'export.list': { about: 'office', varies: true, input: nothing, shows: (aim) => aim.id('export') },
};
