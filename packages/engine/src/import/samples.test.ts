import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rowsOf } from '../dataset/sql-engine.ts';
import { importText, openDatabase, parseRows, SOURCES_DIR, sources } from './sheet-for-tests.ts';

const sampled = sources.filter((s) => existsSync(join(SOURCES_DIR, s.table, 'sample.csv')));

it('has messy samples of at least twelve data sets', () => {
  expect(sampled.length).toBeGreaterThanOrEqual(12);
});

it.each(sampled.map((s) => [s.table]))('reads the sample of %s as its expected table says', async (table) => {
  const db = await openDatabase();
  const outcome = await importText(
    db,
    `${table}/sample.csv`,
    readFileSync(join(SOURCES_DIR, table, 'sample.csv'), 'utf8'),
  );
  expect(outcome.summary.table).toBe(table);
  const [columns = [], ...expected] = parseRows(
    readFileSync(join(SOURCES_DIR, table, 'expected.csv'), 'utf8'),
  );
  const rows = await rowsOf(
    db,
    `select ${columns.map((c) => `cast(${c} as varchar) as ${c}`).join(', ')} from ${table} order by row_key`,
  );
  expect(rows.map((r) => columns.map((c) => r[c ?? ''] ?? null))).toEqual(
    expected.map((r) => columns.map((_, i) => r[i] ?? null)),
  );
  const { rowsIn, rowsTaken, rowsSetAside, rowsStructure } = outcome.summary;
  expect(rowsTaken + rowsSetAside + rowsStructure).toBe(rowsIn);
});
