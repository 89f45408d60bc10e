import type { DuckDBConnection } from '@duckdb/node-api';
import { isValidId } from '@yangguang/domain/words/id-number';
import { beforeAll, expect, it } from 'vitest';
import { rowsOf, valueOf } from '../../dataset/sql-engine.ts';
import { comparisonsOf } from '../compare/all.ts';
import { comparePairs } from '../compare/compare-pairs.ts';
import {
  levelsOfValues,
  madeUpPlan,
  makeMadeUpSides,
  numbered,
  openForLinkage,
  seeded,
} from '../made-up-sides.ts';
import type { Plan } from '../plan/plan.ts';
import { isPlainNumber } from './id-column.ts';
import { makeSides } from './make-sides.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});

/** More than a stream once held (204,800). */
const many = 215_000;

/** One side of this many records, each with a value of its own. */
async function sideOfMany(plan: Plan, value: string): Promise<void> {
  const [field = ''] = Object.keys(plan.fields);
  const plain = plan.fields[field]?.type === 'id_number' ? `, false as ${field}_plain` : '';
  await db.run(
    `create or replace table src_l as select i::varchar as _id, ${value} as ${field}_raw${plain} from range(${many}) t(i)`,
  );
  await makeSides(db, plan, ['src_l']);
}

it('loses none of many distinct texts, dates and numbers on the way through', async () => {
  await sideOfMany(madeUpPlan({ word: 'text' }, [{ by: 'exact', field: 'word' }]), `'w' || i`);
  expect(await valueOf(db, 'select count(*)::integer from dict_word')).toBe(many);
  expect(await valueOf(db, 'select count(distinct word_v)::integer from side_l')).toBe(many);
  expect(
    await valueOf(
      db,
      `select count(*)::integer from side_l join dict_word on v = word_v where text <> 'w' || _id`,
    ),
  ).toBe(0);
  await sideOfMany(
    madeUpPlan({ born: 'date' }, [{ by: 'date', field: 'born' }]),
    `(date '1500-01-01' + i::integer)::varchar`,
  );
  expect(await valueOf(db, 'select count(distinct born_d)::integer from side_l')).toBe(many);
  // Fifteen digits of people born in the last century: each is read and completed.
  const old = `'339901' || strftime(date '1930-01-01' + (i % 20000)::integer, '%y%m%d') || lpad((101 + i // 20000)::varchar, 3, '0')`;
  await sideOfMany(madeUpPlan({ number: 'id_number' }, [{ by: 'id_number', field: 'number' }]), old);
  expect(await valueOf(db, 'select count(distinct number_n)::integer from side_l')).toBe(many);
});

it('loses none of many pairs that are compared by characters', async () => {
  const plan = madeUpPlan({ word: 'text' }, [{ by: 'text', field: 'word' }]);
  const words = Array.from({ length: 470 }, (_, at) => ({ word: `路${at}` }));
  await makeMadeUpSides(
    db,
    plan,
    words,
    words.map(({ word }) => ({ word: `${word}巷` })),
  );
  await db.run('create or replace table every as select l.rid as l, r.rid as r from side_l l, side_r r');
  const comparisons = comparisonsOf(plan, { looks: new Set(), wordBits: () => () => 1 });
  const what = { pairs: 'every', left: 'side_l', right: 'side_r', keep: [], shares: [] };
  await comparePairs(db, comparisons, what, 'told');
  const [row] = await rowsOf(
    db,
    'select count(*)::integer as pairs, count(*) filter (c0 = 0)::integer as missing from told',
  );
  expect(row).toEqual({ pairs: 220_900, missing: 0 });
});

it('tells right numbers in SQL as the domain tells them', async () => {
  const chance = seeded(3);
  const digits = (n: number): string => Array.from({ length: n }, () => Math.floor(chance() * 10)).join('');
  const near = Array.from({ length: 3000 }, () => {
    const id = numbered(
      `${1 + Math.floor(chance() * 9)}39901${19 + Math.floor(chance() * 3)}${digits(2)}${Math.floor(chance() * 2)}${digits(1)}${Math.floor(chance() * 4)}${digits(4)}`,
    );
    return chance() < 0.7 ? id : `${id.slice(0, 17)}${'0123456789Xx'[Math.floor(chance() * 12)]}`;
  });
  const told = [...near, '', 'X', `${digits(18)} `];
  const rows = await rowsOf(
    db,
    `select coalesce(${isPlainNumber('x')}, false) as is_plain from (select unnest([${told.map((id) => `'${id}'`).join()}]) as x)`,
  );
  const wrong = told.filter((id, at) => {
    // SQL looks at shape and check digit; a 31 April it leaves to the careful reader, and residence permits as well.
    const isPlain = rows[at]?.is_plain === true;
    return isPlain && !isValidId(id)
      ? !/(0[2469]|11)(29|3\d)\d{3}[\dX]$/.test(id)
      : !isPlain && isValidId(id) && /^[1-7]/.test(id);
  });
  expect(wrong).toEqual([]);
  expect(rows.filter((row) => row.is_plain).length).toBeGreaterThan(300);
});

it('takes a share of the records for how common a value is, over both sides', async () => {
  const plan = madeUpPlan({ town: 'text' }, [{ by: 'exact', field: 'town' }]);
  const of = (...towns: readonly (string | null)[]) => towns.map((town) => ({ town }));
  await makeMadeUpSides(db, plan, of('North', 'north ', 'South', null), of('NORTH', 'east', null));
  const rows = await rowsOf(db, 'select text, share::double as share from dict_town order by text');
  expect(rows).toEqual([
    { text: 'east', share: 0.2 },
    { text: 'north', share: 0.6 },
    { text: 'south', share: 0.2 },
  ]);
});

it('takes what stands for no number for none', async () => {
  const plan = madeUpPlan({ amount: 'number' }, [{ by: 'number', field: 'amount' }]);
  const none = ['nan', 'NaN', 'inf', '-Infinity', 'NA', '-'].map((text) => [text, text] as const);
  expect(new Set(await levelsOfValues(db, plan, none))).toEqual(new Set(['missing']));
});

it.each(['-', '^', '\\', ']', "'", '/', ' '])('separates lists by %j', async (separator) => {
  const plan = madeUpPlan({ phones: { type: 'list', separator } }, [
    { by: 'list', field: 'phones', shared: [2, 1] },
  ]);
  const pairs = [
    [`11${separator}22`, `22${separator}11`],
    [`11${separator}22`, '22'],
    ['11', '22'],
  ] as const;
  expect(await levelsOfValues(db, plan, pairs)).toEqual(['shared_2', 'shared_1', 'differs']);
});
