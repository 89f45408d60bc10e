import { fileURLToPath } from 'node:url';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Face } from '@yangguang/domain/identity/face';
import type { JudgedPair } from '@yangguang/domain/identity/judgement';
import type { Verdict } from '@yangguang/domain/identity/verdict';
import { checkDigit } from '@yangguang/domain/words/id-number';
import { beforeEach, expect, it } from 'vitest';
import { quoted, rowsOf } from '../../dataset/sql-engine.ts';
import { createCanonicalTables } from '../../import/canonical-tables.ts';
import { loadSources } from '../../import/load-sources.ts';
import { personSlots } from '../../run/find-leads.ts';
import { linkPeople } from './link-people.ts';

const sources = loadSources([fileURLToPath(new URL('../../../../../policy/sources', import.meta.url))]);
const number = (first17: string): string => first17 + checkDigit(first17);
const zhang = number('37139919650412301');
const other = number('37139919701111302');
const nobody: Face = { name: null, id: null, birth_on: null, town: null, village: null };
/** What the roster says of Zhang. */
const roster: Face = { ...nobody, name: '张建国', id: zhang, village: '东村' };

let db: DuckDBConnection;

beforeEach(async () => {
  db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await createCanonicalTables(db, sources);
  await db.run(`insert into dibao_household (row_key, is_current, head_name, head_id, head_id_state, village)
    values (1, true, '张建国', '${zhang}', 'valid', '东村')`);
});

/** A row of the cremation list, with the tier and person that the run gives it under these judgements. */
async function told(
  face: Face,
  state: string,
  judged: readonly JudgedPair[],
): Promise<Record<string, unknown> | undefined> {
  await db.run(`insert into cremation (row_key, is_current, name, id_number, id_number_state)
    values (2, true, ${quoted(face.name)}, ${quoted(face.id)}, '${state}')`);
  await linkPeople(db, personSlots(sources), { looks: () => false, shipped: null }, judged);
  const rows = await rowsOf(
    db,
    'select person_key, tier, how, for_zh, against_zh from ref where row_key = 2',
  );
  return rows[0];
}

const judge = (right: Face, verdict: Verdict, at = '2026-11-01'): JudgedPair => ({
  faces: { left: roster, right },
  verdict,
  at,
});

it('lets people part what an equal number joined, and says that they did', async () => {
  const row: Face = { ...nobody, name: '张建国', id: zhang };
  expect(await told(row, 'valid', [judge(row, 'not_same')])).toMatchObject({
    tier: 'number_only',
    against_zh: '人工判断不是同一人',
  });
  const [mention] = await rowsOf(db, `select count(*)::integer as n from mention where row_key = 2`);
  expect(mention?.n).toBe(0);
});

it('lets people join an equal number under another name: a former name is one person', async () => {
  const row: Face = { ...nobody, name: '李秀英', id: zhang };
  const ref = await told(row, 'valid', [judge(row, 'same')]);
  expect(ref).toMatchObject({ person_key: `i:${zhang}`, tier: 'same' });
  expect(String(ref?.for_zh)).toContain('人工判断为同一人');
  expect(String(ref?.against_zh)).toContain('姓名不同');
});

it('lets people join a mention without a number, which no model would', async () => {
  const row: Face = { ...nobody, name: '张建国' };
  expect(await told(row, 'missing', [judge(row, 'same')])).toMatchObject({
    person_key: `i:${zhang}`,
    tier: 'same',
    how: 'judged',
  });
});

it('keeps at most likely what people were unsure of', async () => {
  const row: Face = { ...nobody, name: '张建国', id: zhang };
  expect(await told(row, 'valid', [judge(row, 'unsure')])).toMatchObject({ tier: 'likely' });
});

it('follows the later of two judgements', async () => {
  const row: Face = { ...nobody, name: '张建国', id: zhang };
  const judged = [judge(row, 'not_same', '2026-11-02'), judge(row, 'same', '2026-11-01')];
  expect(await told(row, 'valid', judged)).toMatchObject({ tier: 'number_only' });
});

it('never joins two valid numbers, whoever says so', async () => {
  const row: Face = { ...nobody, name: '张建国', id: other };
  expect((await told(row, 'valid', [judge(row, 'same')]))?.person_key).toBe(`i:${other}`);
});

it('leaves alone what a judgement on another mention says', async () => {
  const row: Face = { ...nobody, name: '张建国', id: zhang };
  expect(await told(row, 'valid', [judge({ ...row, name: '张建业' }, 'not_same')])).toMatchObject({
    tier: 'same',
  });
});
