import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findDerivedTables } from '../rules/derive-tables.ts';
import { loadPack } from './load-pack.ts';
import { parameterUsers } from './parameter-users.ts';

const shared = {
  macros: "create macro param(n) as (select 1);\ncreate macro severe(k) as (param('severe.grade'));\n",
  derived: [
    "create table means as select standard_fen(1), param('deduct.employment') from household",
    "create table signal as select param('veh.any'), param('house.max')",
  ],
};
const page = (id: string, sql: string, parameters: Record<string, string> = {}, schemes = ['dibao']) => ({
  ...{ id, sql, parameters, schemes },
});
const names = [
  'severe.grade',
  'deduct.employment',
  'veh.any',
  'house.max',
  'standard.dibao.rural',
  'standard.tekun.rural',
];
const pages = [
  page('A-01', "select param('house.max') from signal"),
  page('A-02', 'select severe(1) from means'),
  page('A-03', 'select 1 from signal', { 'veh.any': 'x' }),
  page('A-04', 'select 1 from household'),
];

it('finds users by page, query and macro, and through tables where nothing names it', () => {
  const users = parameterUsers(names, pages, shared);
  expect(Object.fromEntries(users)).toEqual({
    'severe.grade': ['A-02'],
    'deduct.employment': ['A-02'],
    'veh.any': ['A-03'],
    'house.max': ['A-01'],
    'standard.dibao.rural': ['A-02'],
  });
});

it('knows for the shipped pack who reckons with the standard, and with the area of dwellings', () => {
  const policy = fileURLToPath(new URL('../../../../policy', import.meta.url));
  const pack = loadPack([policy]);
  const users = parameterUsers(
    pack.parameters.map(({ name }) => name),
    pack.rules,
    {
      macros: readFileSync(`${policy}/tables/macros.sql`, 'utf8'),
      derived: findDerivedTables(policy).map(({ sql }) => sql),
    },
  );
  expect(users.get('standard.dibao.rural')).toEqual(expect.arrayContaining(['INC-08', 'PAY-09', 'STD-02']));
  expect(users.get('standard.dibao.rural')).not.toContain('KIN-05');
  expect(users.get('house.averageArea')).toContain('INC-06');
  expect(users.get('death.seriousMonths')).toContain('INC-01');
  expect(users.get('account.minLength')).toBeUndefined();
});
