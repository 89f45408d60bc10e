import { type Aim, fresh, one, reason, type WalkCase } from './walk-case.ts';

const name = 'house.averageArea';
const here = (aim: Aim) => ({ region: aim.place.region });

/** Rules, numbers and divisions: a place's own are for whoever works in it, above it or below it. */
export const policyCases: Readonly<Record<string, WalkCase>> = {
  'rule.list': { about: 'office', input: here, shows: () => 'INC-01' },
  'rule.get': { about: 'office', input: (aim) => ({ rule: 'INC-01', ...here(aim) }), shows: () => '死亡' },
  'rule.history': { about: 'office', input: (aim) => ({ rule: 'INC-01', ...here(aim) }) },
  'rule.setMode': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({
      id: fresh('mode'),
      rule: 'INC-02',
      region: aim.place.region.slice(0, 6),
      mode: 'shadow',
      reason,
    }),
  },
  'parameter.list': { about: 'office', input: here, shows: () => name },
  'parameter.get': {
    about: 'office',
    input: (aim) => ({ name, ...here(aim) }),
    shows: (aim) => `${aim.place.officeMark}民发`,
  },
  'parameter.propose': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({
      id: fresh('value'),
      name,
      region: aim.place.region.slice(0, 9),
      value: 30,
      from: '2026-12-01',
      basis: '统计公报',
    }),
  },
  'parameter.revoke': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({ id: fresh('revocation'), revokes: aim.id('value'), reason }),
  },
  'parameter.confirm': { about: 'office', changesOpen: true, input: one('value') },
  'parameter.decline': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({ id: aim.id('value'), reason }),
  },
  // Names of places are no secret; what was changed is the office's.
  'divisionChange.places': { about: 'office', input: (aim) => ({ of: aim.place.region.slice(0, 9) }) },
  'divisionChange.list': {
    about: 'office',
    input: (aim) => ({ region: aim.place.region.slice(0, 9) }),
    shows: (aim) => aim.place.officeMark,
  },
  'divisionChange.readList': { about: 'self', input: () => ({ fileName: 'a.csv' }), bytes: '乡镇,村\n' },
  'divisionChange.add': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({
      region: aim.place.region.slice(0, 6),
      places: [{ row: 2, town: '东乡', village: '新村', code: null }],
      effectiveOn: '2026-12-01',
      reason,
      isTrial: true,
    }),
  },
  'divisionChange.rename': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({ code: aim.place.region, name: '新名村', effectiveOn: '2026-12-01', reason }),
  },
  'divisionChange.merge': {
    about: 'office',
    changesOpen: true,
    input: (aim) => ({
      code: aim.place.region,
      into: `${aim.place.region.slice(0, 9)}002`,
      effectiveOn: '2026-12-01',
      reason,
    }),
  },
};
