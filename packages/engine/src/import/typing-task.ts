import { quoted } from '../dataset/sql-engine.ts';
import type { Heading } from './heading.ts';
import type { SheetContext } from './sheet-context.ts';
import type { Source, SourceColumn } from './source.ts';

/** Where the text of a data set column comes from in a sheet. */
export interface Field {
  readonly column: SourceColumn;
  /** SQL text expressions over the body, tried in this order; empty: only the context can say. */
  readonly exprs: readonly string[];
  readonly heading: Heading | null;
  /** Expressions from this one on are only consulted: what they do not say is no fault. */
  readonly quietFrom?: number;
}

/** Everything needed to type one sheet into one data set. */
export interface TypingTask {
  readonly source: Source;
  readonly fields: ReadonlyMap<string, Field>;
  /** Table of data rows: row_no, part, c0 … */
  readonly body: string;
  /** About how many rows the body has. */
  readonly rows: number;
  /** SQL predicate of the rows that count; 'true' for all. */
  readonly where: string;
  readonly sheetId: number;
  readonly sourceOn: string | null;
  readonly context: SheetContext;
  /** Yuan of the unit named above the table. */
  readonly yuan: number;
  /** Added to the row's part. */
  readonly partOffset: number;
}

const WHITE = [' ', '\t', '\r', '\n', '\u00a0', '\u3000'];

/**
 * SQL for a text column: trimmed, 无 and its like empty. Trimming looks at every character and is dear, so only cells
 * with a blank somewhere are trimmed; list_contains, unlike IN, is asked of no cell but those of its branch.
 */
export function textSql(expr: string, source: Source): string {
  const empty = `[${['', ...source.vocabulary.emptyValues].map((v) => quoted(v)).join(', ')}]`;
  const hasBlank = WHITE.map((blank) => `contains(${expr}, ${quoted(blank)})`).join(' or ');
  const trimmed = `trim(${expr}, ${quoted(WHITE.join(''))})`;
  return `case when ${hasBlank} then case when list_contains(${empty}, ${trimmed}) then null else ${trimmed} end
    when list_contains(${empty}, ${expr}) then null else ${expr} end`;
}

/** Heading of the made-up month column of an unpivoted sheet: its month is exact, no context may replace it. */
export const WIDE: Heading = { raw: '', leaf: '', full: '', bare: '', group: '', yuan: null, period: null };
