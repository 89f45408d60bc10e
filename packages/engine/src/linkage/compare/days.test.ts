import { DuckDBInstance } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { expect, it } from 'vitest';
import { rowsOf } from '../../dataset/sql-engine.ts';
import { PlanFile } from '../plan/plan.ts';
import { assertConditions } from './assert-conditions.ts';
import { compareDays } from './date.ts';

it('counts days apart across months and years, and nothing for an impossible date', async () => {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const { level, levels } = compareDays('paid', [2, 31]);
  const rows = await rowsOf(
    db,
    `select ${level} as level from (values ('20260301', '20260301'), ('20260228', '20260301'), ('20251231', '20260101'),
      ('20260101', '20260131'), ('20260101', '20260301'), ('20260231', '20260301'), (null, '20260301')) t(a, b),
      lateral (select a as paid_d) l, lateral (select b as paid_d) r`,
  );
  expect(rows.map((row) => Number(row.level))).toEqual([1, 2, 2, 3, 4, 0, 0]);
  expect(levels.map(({ key }) => key)).toEqual(['equal', 'within_2', 'within_31', 'differs']);
});

it('refuses a condition of the plan that cannot be run, before anything is compared', async () => {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  await db.run(`create table side_l as select 1 as rid, 'x' as town`);
  const plan = (condition: string) =>
    PlanFile.parse({
      fields: { town: { type: 'text', column: 'town' } },
      compare: [{ by: 'sql', name: 'own', fields: ['town'], levels: [condition] }],
      block: [['town']],
    });
  await assertConditions(db, plan('l.town = r.town'), 'side_l', 'side_l');
  const refused = await assertConditions(db, plan('l.city = r.town'), 'side_l', 'side_l').catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(UserError);
  expect((refused as UserError).code).toBe('LNK-111');
});
