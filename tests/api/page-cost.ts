import type { Database, Transaction } from '@yangguang/store/database';
import { type Sql, sql } from '@yangguang/store/sql';

/** What statements cost, whatever the machine: pages of the database looked at, rows read. */
export interface Cost {
  pages: number;
  rows: number;
}

interface PlanNode {
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * A database whose every statement within a reach is explained as it runs, with row-level security as it is; what they
 * cost is added up in `cost`.
 */
export function measured(db: Database): Database & { readonly cost: Cost } {
  const cost: Cost = { pages: 0, rows: 0 };
  const wrap = (tx: Transaction): Transaction => ({
    rows: async <Row extends object>(statement: Sql) => {
      await explain(tx, statement, cost);
      return tx.rows<Row>(statement);
    },
    find: async <Row extends object>(statement: Sql) => {
      await explain(tx, statement, cost);
      return tx.find<Row>(statement);
    },
    get: async <Row extends object>(statement: Sql) => {
      await explain(tx, statement, cost);
      return tx.get<Row>(statement);
    },
    run: (statement) => tx.run(statement),
  });
  return {
    ...db,
    cost,
    within: (reach, work) => db.within(reach, (tx) => work(wrap(tx))),
  };
}

async function explain(tx: Transaction, statement: Sql, cost: Cost): Promise<void> {
  if (!/^\s*(select|with)/i.test(statement.text)) return;
  const plan = await tx.get<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    sql`explain (analyze, buffers, format json) ${statement}`,
  );
  for (const { Plan } of plan['QUERY PLAN']) {
    cost.pages += (Plan['Shared Hit Blocks'] ?? 0) + (Plan['Shared Read Blocks'] ?? 0);
    cost.rows += rowsRead(Plan);
  }
}

/** Rows that came out of tables and indexes, and those that were thrown away. */
function rowsRead(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
  if (node['Relation Name'] === undefined) return below;
  const {
    'Actual Rows': rows = 0,
    'Actual Loops': loops = 1,
    'Rows Removed by Filter': filtered = 0,
    'Rows Removed by Index Recheck': rechecked = 0,
  } = node;
  return below + (rows + filtered + rechecked) * loops;
}
