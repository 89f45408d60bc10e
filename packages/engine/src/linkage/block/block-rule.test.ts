import type { DuckDBConnection } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { beforeAll, expect, it } from 'vitest';
import { rowsOf } from '../../dataset/sql-engine.ts';
import {
  type MadeUpRecord,
  madeUpPlan,
  makeMadeUpSides,
  numbered,
  openForLinkage,
} from '../made-up-sides.ts';
import { blockRule } from './block-rule.ts';
import { findCandidates } from './candidate-pairs.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const fields = {
  word: 'text',
  name: 'person_name',
  number: 'id_number',
  born: 'date',
  amount: 'number',
  phones: 'list',
} as const;
const [mine, other] = [numbered('33990119650412331'), numbered('33990119650412432')];
const slipped = `${mine.slice(0, 16)}${(Number(mine[16]) + 1) % 10}${mine.slice(17)}`;

/** A term, a value of its field, those that agree with it and those that do not. */
const told: readonly (readonly [
  term: string,
  value: string,
  same: readonly string[],
  different: readonly string[],
])[] = [
  ['word', 'Long Lane', ['long  lane'], ['lane long', '']],
  ['first(3, word)', 'long lane', ['lon', 'lonely'], ['lo', 'lung']],
  ['last(2, word)', 'long lane', ['sane'], ['long', '—']],
  ['sound(word)', 'schmidt', ['smitt', 'schmitt'], ['long']],
  ['token(word)', 'long lane', ['mill lane', 'so long', 'lane'], ['longer lanes']],
  ['name', '刘小燕', ['劉小燕', '王秀英、刘小燕'], ['刘晓燕']],
  ['sound(name)', '刘小燕', ['刘晓燕', 'liu xiaoyan'], ['刘小英']],
  ['surname(name)', '欧阳建国', ['欧阳秀英'], ['欧建国']],
  ['given(name)', '欧阳建国', ['王建国'], ['欧阳建军']],
  ['number', mine, [` ${mine.toLowerCase()}`], [other, slipped, '']],
  ['solved(number)', mine, [mine, slipped], [other]],
  ['head15(number)', mine, [mine, `${mine.slice(0, 15)}000`], [other, '']],
  ['birth(number)', mine, [other, slipped], [numbered('33990119650413331')]],
  ['born', '1965-04-12', ['12/04/1965'], ['1965-04-13', '']],
  ['year(born)', '1965-04-12', ['1965-12-30'], ['1966-04-12']],
  ['month_day(born)', '1965-04-12', ['1970-04-12'], ['1965-12-04']],
  ['amount', '1000', ['1,000.0'], ['1001', 'x']],
  ['phones', '11;22', ['22、33', '11'], ['1122', '']],
];

it.each(told)('brings together what agrees in %s', async (term, value, same, different) => {
  const plan = madeUpPlan(fields, [{ by: 'exact', field: 'word' }], { block: [[term]] });
  const field = Object.keys(fields).find((name) => new RegExp(`\\b${name}\\b`).test(term)) ?? '';
  const values = [...same, ...different];
  const right = values.map((text): MadeUpRecord => ({ [field]: text === '' ? null : text }));
  await makeMadeUpSides(db, plan, [{ [field]: value }], right);
  const space = {
    left: 'side_l',
    right: 'side_r',
    whereLeft: 'true',
    whereRight: 'true',
    wherePair: 'true',
    pairColumns: [],
    cap: 9,
  };
  await findCandidates(db, [blockRule([term], plan)], space, () => undefined);
  const rows = await rowsOf(db, 'select r from candidate order by r');
  expect(rows.map(({ r }) => values[Number(r) - 1])).toEqual(same);
});

it('refuses a term it does not know, with the terms the field has', () => {
  const plan = madeUpPlan(fields, [{ by: 'exact', field: 'word' }]);
  const unknown = [
    'street',
    'first(word)',
    'first(0, word)',
    'sound(3, word)',
    'year(word)',
    'surname(word)',
    'solved(name)',
  ];
  const malformed = [
    '',
    'word name',
    'first(3 word)',
    'constructor(word)',
    'toString(number)',
    'constructor',
    'surname(name',
    'word)',
  ];
  for (const term of [...unknown, ...malformed]) {
    const fault = faultOf(() => blockRule([term], plan));
    expect(fault, term).toBeInstanceOf(UserError);
    expect(fault, term).toMatchObject({ code: 'LNK-110' });
  }
  const fault = faultOf(() => blockRule(['year(word)'], plan));
  expect(fault instanceof UserError && fault.describe('en')).toMatch(/first, last, sound, token/);
});

function faultOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
