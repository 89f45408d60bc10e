import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { loadSources } from '../import/load-sources.ts';
import { loadPack } from '../pack/load-pack.ts';
import { runExample } from '../pack/rule-example.ts';
import { prepareRuleQuery } from '../pack/run-query.ts';
import { prepareExampleTables } from './prepare-example-tables.ts';
import { summarySql } from './summary-sql.ts';

const policy = fileURLToPath(new URL('../../../../policy', import.meta.url));
const pack = loadPack([policy]);
const sources = loadSources([join(policy, 'sources')]);
const tables = new Set(sources.map((s) => s.table));
const db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
await prepareExampleTables(db, pack, sources, policy);
await db.run('create table code_word (code varchar, zh varchar, en varchar)');

/** Rules of this release; the other families follow. */
const promised =
  `IDQ-01 IDQ-02 IDQ-03 IDQ-04 IDQ-08 IDQ-10 INC-01 INC-02 INC-04 INC-05 INC-06 INC-07 INC-08 INC-09 INC-10
  INC-14 INC-18 INC-20 INC-24 INC-25 OMI-01 OMI-02 OMI-03 OMI-04 OMI-05 OMI-06 OMI-07 OMI-08 OMI-11 OMI-12 KIN-01 KIN-05
  HHS-01 HHS-02 HHS-05 HHS-06 HHS-08 PAY-01 PAY-02 PAY-03 PAY-04 PAY-05 PAY-06 PAY-07 PAY-09 PAY-10 PAY-14
  PXY-02 PXY-03 PXY-04 STD-01 STD-02`.split(/\s+/);

it('has a page for every rule of this release', () => {
  const ids = pack.rules.filter((r) => r.status === 'active').map((r) => r.id);
  expect(promised.filter((id) => !ids.includes(id))).toEqual([]);
});

describe.each(pack.rules.map((page) => [page.id, page] as const))('%s', (_id, page) => {
  it('names only data sets that exist', () => {
    expect([...page.needs.flat(), ...Object.keys(page.enriches)].filter((t) => !tables.has(t))).toEqual([]);
  });
  it('fires in one example at least, and stays silent in one', () => {
    expect(page.examples.some((e) => e.leads.length > 0)).toBe(true);
    expect(page.examples.some((e) => e.leads.length === 0)).toBe(true);
  });
  it('never lets kinship alone be serious', () => {
    expect(page.side === 'kinship' && page.maxSeverity === 'serious').toBe(false);
  });
  it('has a summary the engine can build in both languages', async () => {
    const sql = await prepareRuleQuery(db, page);
    for (const lang of ['zh', 'en'] as const) {
      const built = await db.runAndReadAll(
        `select ${summarySql(page, lang)} from (${sql}) h left join subject s on s.key = h.subject_key`,
      );
      expect(built.columnCount).toBe(1);
    }
  });
  it.each(page.examples.map((e) => [e.title, e] as const))('%s', async (_title, example) => {
    expect(await runExample(db, page, example)).toEqual({ missing: [], unexpected: [] });
  });
});
