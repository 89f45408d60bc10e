import { PackError } from './pack-error.ts';
import type { PageBlock, PageSection } from './rule-page-sections.ts';

/** Cells of an example as written; an empty cell is NULL. */
export type ExampleRow = Readonly<Record<string, string | null>>;

/** One example of a rule page: rows given per table, and the leads expected (none: the rule stays silent). */
export interface RuleExample {
  readonly title: string;
  readonly line: number;
  /** As-of date of the run; null: the default of `runExample`. */
  readonly asOf: string | null;
  /** Region of the run, 6 digits; null: nowhere in particular (national parameters only). */
  readonly region: string | null;
  readonly given: Readonly<Record<string, readonly ExampleRow[]>>;
  readonly leads: readonly ExampleRow[];
}

type TableBlock = Extract<PageBlock, { kind: 'table' }>;

interface Draft {
  title: string;
  line: number;
  asOf: string | null;
  region: string | null;
  given: Record<string, ExampleRow[]>;
  leads: ExampleRow[];
  verdict: 'none' | 'leads' | 'silent';
}

/**
 * Reads the section 示例: one `###` heading per example, tables with `table.column` headers, optional lines
 * `截至 2022-07-31` and `地区 370612`, then `**疑点**` with a table of expected columns, or `**无疑点**`.
 */
export function readExamples(section: PageSection, file: string): RuleExample[] {
  const drafts: Draft[] = [];
  for (const block of section.blocks) {
    if (block.kind === 'heading') {
      drafts.push({
        title: block.text,
        line: block.line,
        asOf: null,
        region: null,
        given: {},
        leads: [],
        verdict: 'none',
      });
      continue;
    }
    const draft = drafts.at(-1);
    if (!draft) {
      if (block.kind === 'table')
        fail(file, block.line, '表格前没有“### 示例标题”', 'a table stands before any ### example heading');
      continue;
    }
    if (block.kind === 'paragraph') readLine(draft, block.text);
    else if (block.kind === 'table') readTable(draft, block, file);
  }
  return drafts.map((draft) => finish(draft, file));
}

function readLine(draft: Draft, text: string): void {
  if (/^\*\*疑点\*\*/.test(text)) draft.verdict = 'leads';
  if (/^\*\*无疑点\*\*/.test(text)) draft.verdict = 'silent';
  draft.asOf = /截至\s*(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? draft.asOf;
  draft.region = /地区\s*(\d{6})/.exec(text)?.[1] ?? draft.region;
}

function readTable(draft: Draft, table: TableBlock, file: string): void {
  const rows = table.rows.map((cells) =>
    Object.fromEntries(
      table.header.map((name, i) => [name, cells[i] === undefined || cells[i] === '' ? null : cells[i]]),
    ),
  );
  if (draft.verdict === 'silent')
    fail(file, table.line, '“**无疑点**”之后不应再有表格', 'no table may follow **无疑点**');
  if (draft.verdict === 'leads') {
    draft.leads.push(...rows);
    return;
  }
  const bad = table.header.find((h) => !/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(h));
  if (bad !== undefined)
    fail(file, table.line, `表头“${bad}”要写成 表名.列名`, `header "${bad}" must be table.column`);
  for (const row of rows) addRow(draft, row);
}

/** One line of a table may feed several tables, by the first half of each header. */
function addRow(draft: Draft, row: ExampleRow): void {
  const perTable: Record<string, Record<string, string | null>> = {};
  for (const [header, value] of Object.entries(row)) {
    const dot = header.indexOf('.');
    const table = header.slice(0, dot);
    perTable[table] = { ...perTable[table], [header.slice(dot + 1)]: value };
  }
  for (const [table, cells] of Object.entries(perTable)) {
    // A line left empty for a table says nothing about it.
    if (Object.values(cells).every((v) => v === null)) continue;
    draft.given[table] = [...(draft.given[table] ?? []), cells];
  }
}

function finish(draft: Draft, file: string): RuleExample {
  if (draft.verdict === 'none') {
    fail(
      file,
      draft.line,
      `示例“${draft.title}”没有写 **疑点** 或 **无疑点**`,
      `example "${draft.title}" says neither **疑点** nor **无疑点**`,
    );
  }
  if (draft.verdict === 'leads' && draft.leads.length === 0) {
    fail(
      file,
      draft.line,
      `示例“${draft.title}”的 **疑点** 后没有表格`,
      `example "${draft.title}" has no table after **疑点**`,
    );
  }
  const { title, line, asOf, region, given, leads } = draft;
  return { title, line, asOf, region, given, leads };
}

function fail(file: string, line: number, zh: string, en: string): never {
  throw new PackError(
    'PACK-14',
    { file, line },
    {
      zh: `${zh}。请按“## 示例”的写法改正。`,
      en: `Faulty example: ${en}. Write it as other pages do.`,
    },
  );
}
