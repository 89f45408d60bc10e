import { type DuckDBConnection, StatementType } from '@duckdb/node-api';
import { PackError } from './pack-error.ts';
import { contractColumns, type EvidenceType, optionalColumns } from './rule-head.ts';
import type { RulePage } from './rule-page.ts';

/**
 * Refuses anything but one SELECT. Must run before a query is wrapped: a closing bracket could escape the wrapper.
 * The tables it names must exist (they may be empty).
 */
export async function assertOneSelect(db: DuckDBConnection, sql: string): Promise<void> {
  const statements = await db.extractStatements(sql);
  if (statements.count !== 1) throw new Error(`expected one statement, found ${statements.count}`);
  const { statementType } = await statements.prepare(0);
  if (statementType !== StatementType.SELECT) throw new Error('expected a SELECT');
}

const contractTypes: Record<string, string> = {
  subject_key: 'VARCHAR',
  severity: 'VARCHAR',
  period_from: 'DATE',
  period_to: 'DATE',
  amount_fen: 'BIGINT',
  tier: 'VARCHAR',
  sources: 'BIGINT[]',
};

const evidenceSqlTypes: Record<EvidenceType, string> = {
  text: 'VARCHAR',
  date: 'DATE',
  month: 'DATE',
  money: 'BIGINT',
  int: 'BIGINT',
  decimal: 'DOUBLE',
  yesno: 'BOOLEAN',
  code: 'VARCHAR',
};

/**
 * Checks a rule's query against its contract and returns it wrapped with every column cast to its declared type:
 * subject_key, severity, period_from, period_to, amount_fen, tier, sources, the evidence columns in page order,
 * score DOUBLE (NULL when the page gives none), unconfirmed and restricted BOOLEAN (FALSE when the page gives none).
 * @throws PackError PACK-18 (not one SELECT, or DuckDB refuses it) or PACK-19 (columns differ from the page)
 */
export async function prepareRuleQuery(db: DuckDBConnection, page: RulePage): Promise<string> {
  const place = { file: page.file, line: page.sqlLine };
  const given = await describeQuery(db, page, page.sql);
  const wanted = [...contractColumns, ...Object.keys(page.evidence)];
  const missing = wanted.filter((c) => !given.includes(c));
  const surplus = given.filter(
    (c) => !wanted.includes(c) && !(optionalColumns as readonly string[]).includes(c),
  );
  if (missing.length > 0 || surplus.length > 0) {
    throw new PackError('PACK-19', place, {
      zh: `查询的列与页首不符：缺 ${missing.join('、') || '无'}；多 ${surplus.join('、') || '无'}。请改查询或 evidence。`,
      en: `Columns differ from the page: missing ${missing.join(', ') || 'none'}; surplus ${surplus.join(', ') || 'none'}. Change the query or evidence.`,
    });
  }
  const columns = [
    ...contractColumns.map((c) => `q.${c}::${contractTypes[c]} as ${c}`),
    ...Object.entries(page.evidence).map(([c, e]) => `q."${c}"::${evidenceSqlTypes[e.type]} as "${c}"`),
    given.includes('score') ? 'q.score::DOUBLE as score' : 'NULL::DOUBLE as score',
    given.includes('unconfirmed')
      ? 'coalesce(q.unconfirmed::BOOLEAN, false) as unconfirmed'
      : 'false as unconfirmed',
    given.includes('restricted')
      ? 'coalesce(q.restricted::BOOLEAN, false) as restricted'
      : 'false as restricted',
  ];
  const sql = `select ${columns.join(', ')} from (\n${page.sql}\n) q`;
  await describeQuery(db, page, sql);
  return sql;
}

/** Column names of a query, in order. */
async function describeQuery(db: DuckDBConnection, page: RulePage, sql: string): Promise<string[]> {
  try {
    await assertOneSelect(db, sql);
    const shape = await db.runAndReadAll(`describe ${sql}`);
    return shape.getRowObjects().map((c) => String(c.column_name));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PackError(
      'PACK-18',
      { file: page.file, line: page.sqlLine },
      {
        zh: `规则 ${page.id} 的查询不能执行：${why}。请改正查询。`,
        en: `The query of rule ${page.id} cannot run: ${why}. Correct the query.`,
      },
    );
  }
}
