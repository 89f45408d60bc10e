import { fresh, nothing, reason, type WalkCase } from './walk-case.ts';
import { numbersOf } from './walk-place.ts';

/** Households, evidence and the audit. */
export const recordCases: Readonly<Record<string, WalkCase>> = {
  'household.get': {
    about: 'case',
    input: (aim) => ({ id: aim.id('household') }),
    shows: (aim) => aim.id('household'),
  },
  'household.find': {
    about: 'case',
    input: (aim) => ({ kind: 'id', text: numbersOf(aim.place).id, reason }),
    shows: (aim) => aim.id('household'),
  },
  'household.search': {
    about: 'case',
    input: (aim) => ({ name: aim.place.mark.slice(0, 1), area: aim.place.region, reason }),
    shows: (aim) => aim.id('household'),
  },
  'household.unmask': {
    about: 'case',
    input: (aim) => ({ id: aim.id('household'), reason }),
    shows: (aim) => numbersOf(aim.place).id,
  },
  'household.print': {
    about: 'case',
    input: (aim) => ({ id: aim.id('household') }),
    shows: () => 'ok',
  },
  'household.benefits': {
    about: 'case',
    input: (aim) => ({ id: aim.id('household') }),
    shows: (aim) => aim.id('entitlement'),
  },
  'household.kin': {
    about: 'case',
    input: (aim) => ({ householdId: aim.id('household') }),
    shows: (aim) => aim.id('account'),
  },
  'household.declareKin': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({ householdId: aim.id('household'), accountId: aim.id('account'), relation: '叔侄' }),
    byWayOf: (own, aim) => ({
      householdId: own.id('household'),
      accountId: aim.id('account'),
      relation: '叔侄',
    }),
  },
  'household.withdrawKin': {
    about: 'case',
    changesOpen: true,
    input: (aim) => ({ householdId: aim.id('household'), accountId: aim.id('account'), reason }),
  },
  'evidence.upload': {
    about: 'case',
    input: (aim) => ({
      matterId: aim.matter,
      stepId: fresh('upload'),
      kind: 'visitForm',
      title: '入户表',
      fileName: 'a.txt',
    }),
    bytes: 'words',
  },
  'evidence.register': {
    about: 'case',
    input: (aim) => ({
      matterId: aim.matter,
      stepId: fresh('register'),
      kind: 'visitForm',
      title: '入户表',
      paperNo: '1',
    }),
  },
  'evidence.list': {
    about: 'case',
    input: (aim) => ({ matterId: aim.matter }),
    shows: (aim) => aim.evidence,
  },
  'evidence.download': {
    about: 'case',
    input: (aim) => ({ id: aim.file }),
    shows: (aim) => `${aim.place.mark}的内容`,
  },
  'audit.search': { about: 'case', input: (aim) => ({ filter: [`matter:${aim.matter}`] }), varies: true },
  'audit.person': {
    about: 'case',
    input: (aim) => ({ householdId: aim.id('household') }),
    varies: true,
  },
  'audit.steps': { about: 'case', input: (aim) => ({ matterId: aim.matter }), shows: (aim) => aim.matter },
  'audit.status': { about: 'all', input: nothing, varies: true },
  'audit.verify': { about: 'all', input: nothing, varies: true },
  'audit.roots': { about: 'all', input: nothing },
};
