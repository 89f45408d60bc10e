import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf, valueOf } from '../dataset/sql-engine.ts';
import type { RulePage } from '../pack/rule-page.ts';
import { prepareRuleQuery } from '../pack/run-query.ts';
import { factsSql, summarySql } from './summary-sql.ts';

/** A rule that could not run because lists are missing. */
export interface SilentRule {
  readonly page: RulePage;
  readonly missing: readonly string[];
}

export interface RulesOutcome {
  readonly silent: readonly SilentRule[];
  /** Findings per rule, leads and screening together. */
  readonly hits: ReadonlyMap<string, number>;
}

const findingTable = `create or replace table finding (rule varchar, subject_kind varchar, subject_key varchar, norm varchar,
  severity varchar, grade varchar, period_from date, period_to date, amount_fen bigint, tier varchar, sources bigint[],
  score double, unconfirmed boolean, restricted boolean, facts varchar, summary_zh varchar, summary_en varchar)`;

/**
 * Runs every active rule whose lists are here and gathers the hits in table `finding`, one row per rule and subject.
 * A `screen` hit is a row of the screening list (排查名单), never a lead. Tiers cap severity: 疑似同一人 at most suspect,
 * 号同名异 always info; a hit on an unconfirmed local number at most suspect.
 * @throws PackError when a rule's query does not run
 */
export async function runRules(
  db: DuckDBConnection,
  pages: readonly RulePage[],
  onRule: (page: RulePage, at: number) => void = () => undefined,
): Promise<RulesOutcome> {
  await db.run(findingTable);
  const filled = await filledTables(db);
  const silent: SilentRule[] = [];
  const hits = new Map<string, number>();
  for (const [at, page] of pages.entries()) {
    onRule(page, at);
    const missing = missingTables(page, filled);
    if (missing.length > 0) silent.push({ page, missing });
    else hits.set(page.id, await runRule(db, page));
  }
  return { silent, hits };
}

/** The data sets a rule lacks; of alternatives all are named, since any one would do. */
function missingTables(page: RulePage, filled: ReadonlySet<string>): string[] {
  return page.needs.flatMap((need) => {
    const choices = typeof need === 'string' ? [need] : need;
    return choices.some((table) => filled.has(table)) ? [] : choices;
  });
}

async function filledTables(db: DuckDBConnection): Promise<Set<string>> {
  const rows = await rowsOf(db, `select table_name from duckdb_tables() where estimated_size > 0`);
  return new Set(rows.map((row) => String(row.table_name)));
}

async function runRule(db: DuckDBConnection, page: RulePage): Promise<number> {
  await db.run(`create or replace temp table hit as ${await prepareRuleQuery(db, page)}`);
  const kind = page.subject === 'official' ? 'person' : page.subject;
  await db.run(`insert into finding
    select ${quoted(page.id)}, ${quoted(page.subject)}, h.subject_key, coalesce(s.norm, h.subject_key), ${severitySql(page)},
      if(h.severity = 'screen', 'screening', 'lead'), h.period_from, h.period_to, h.amount_fen, h.tier, list_sort(list_distinct(h.sources)),
      h.score, h.unconfirmed, h.restricted, ${factsSql(page)}, ${summarySql(page, 'zh')}, ${summarySql(page, 'en')}
    from hit h left join subject s on s.kind = ${quoted(kind)} and s.key = h.subject_key
    where h.subject_key is not null and h.severity is not null
    qualify row_number() over (partition by h.subject_key order by ${rankSql('h.severity')} desc, h.amount_fen desc nulls last, h.sources::varchar) = 1`);
  return Number(await valueOf(db, `select count(*) from finding where rule = ${quoted(page.id)}`));
}

const ranks = ['screen', 'info', 'suspect', 'serious'];
const rankSql = (severity: string): string => `list_position(${`['${ranks.join("', '")}']`}, ${severity})`;

function severitySql(page: RulePage): string {
  const cap = `list_min([${rankSql('h.severity')}, ${ranks.indexOf(page.maxSeverity) + 1},
    case h.tier when 'likely' then 3 when 'number_only' then 2 else 4 end, if(h.unconfirmed, 3, 4)])`;
  return `if(h.severity = 'screen', 'info', ['screen', 'info', 'suspect', 'serious'][${cap}])`;
}
