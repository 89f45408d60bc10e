import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, valueOf } from '../dataset/sql-engine.ts';
import type { Heading } from './heading.ts';
import type { SourceColumn } from './source.ts';
import { FAST, mapValues, type ValueMap } from './typed-column.ts';
import * as type from './type-value.ts';
import { type Field, textSql, type TypingTask, WIDE } from './typing-task.ts';

interface Typed {
  readonly values: ReadonlyMap<string, string>;
  readonly joins: readonly string[];
  readonly maps: readonly { readonly map: ValueMap; readonly expr: string; readonly column: string }[];
}

interface Draft {
  readonly values: Map<string, string>;
  readonly joins: string[];
  readonly maps: { map: ValueMap; expr: string; column: string }[];
}

type Convert = (raw: string) => type.TypedCell;

/** Writes the SQL that types one sheet's columns, filling value maps for the cells SQL cannot type itself. */
export class SheetTyper {
  private counter = 0;
  private readonly draft: Draft = { values: new Map(), joins: [], maps: [] };
  private readonly db: DuckDBConnection;
  private readonly task: TypingTask;

  constructor(db: DuckDBConnection, task: TypingTask) {
    this.db = db;
    this.task = task;
  }

  /** Adds a map for an expression and returns the SQL of its values. */
  private async mapped(
    column: string,
    expr: string,
    fast: string,
    fastValue: readonly string[],
    convert: Convert,
    width = 1,
    quiet = false,
  ): Promise<string[]> {
    this.counter += 1;
    const table = `map_${this.task.sheetId}_${this.task.partOffset}_${this.counter}`;
    const body =
      this.task.where === 'true'
        ? this.task.body
        : `(select * from ${this.task.body} where ${this.task.where})`;
    const map = await mapValues(this.db, body, expr, fast, convert, width, table);
    // The map holds every cell the fast path refused, so a cell without entry is a clean one.
    const clean = (i: number): string =>
      fastValue[i] === undefined ? 'null' : `case when (${expr}) is not null then ${fastValue[i]} end`;
    if (map === null)
      return Array.from({ length: width }, (_, i) => (fast === FAST.none ? 'null' : clean(i)));
    this.draft.joins.push(`left join ${table} on ${table}.raw = ${expr}`);
    this.draft.maps.push({ map: quiet ? { ...map, faults: 0 } : map, expr, column });
    return Array.from({ length: width }, (_, i) =>
      fast === FAST.none
        ? `${table}.v${i}`
        : `case when ${table}.raw is not null then ${table}.v${i} else ${clean(i)} end`,
    );
  }

  async type(): Promise<Typed> {
    for (const column of this.task.source.columns)
      await this.column(column, this.task.fields.get(column.name));
    return this.draft;
  }

  private async column(column: SourceColumn, field: Field | undefined): Promise<void> {
    const exprs = field?.exprs ?? [];
    const typer = this.typers[column.type];
    if (column.type === 'year') return;
    if (exprs.length === 0 && !column.fromContext && column.name !== 'benefit_month') {
      if (!this.draft.values.has(column.name)) this.set(column.name, 'null');
      if (column.type === 'id') this.setId(column.name, 'null', "'missing'", 'null');
      if (column.type === 'cat') this.set(`${column.name}_raw`, 'null');
      return;
    }
    await typer.call(this, column, exprs, field?.heading ?? null);
  }

  private set(name: string, sql: string): void {
    const old = this.draft.values.get(name);
    this.draft.values.set(
      name,
      old === undefined || old === 'null' ? sql : sql === 'null' ? old : `coalesce(${sql}, ${old})`,
    );
  }

  private setId(name: string, id: string, state: string, raw: string): void {
    this.draft.values.set(name, id);
    this.draft.values.set(`${name}_state`, state);
    this.draft.values.set(`${name}_raw`, raw);
  }

  private readonly typers: Readonly<
    Record<
      SourceColumn['type'],
      (column: SourceColumn, exprs: readonly string[], heading: Heading | null) => Promise<void>
    >
  > = {
    id: this.id,
    name: this.name,
    text: this.text,
    place: this.text,
    date: this.date,
    month: this.month,
    money: this.money,
    int: this.int,
    decimal: this.decimal,
    yesno: this.yesno,
    cat: this.category,
    phone: this.phone,
    account: this.account,
    credit: this.credit,
    year: async () => undefined,
  };

  private async id(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [id, state] = await this.mapped(column.name, expr, FAST.id(), [expr, "'valid'"], type.typeId, 2);
    this.setId(column.name, id ?? 'null', `coalesce(${state}, 'missing')`, expr);
  }

  private async name(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [name, note] = await this.mapped(
      column.name,
      expr,
      FAST.name(expr),
      [expr, 'null'],
      type.typeName,
      2,
    );
    this.set(column.name, name ?? 'null');
    const first = this.task.source.persons[0];
    if (first?.name === column.name && note !== undefined) this.draft.values.set('note', note);
  }

  private async text(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    if (column.name === 'town' || column.name === 'village' || column.name === 'address')
      return this.place(column.name, exprs);
    const sql = textSql(exprs[0] ?? 'null', this.task.source);
    if (column.name !== 'note') return this.set(column.name, sql);
    const said = this.draft.values.get('note');
    this.draft.values.set(
      'note',
      said === undefined || said === 'null' ? sql : `nullif(concat_ws('；', ${sql}, ${said}), '')`,
    );
  }

  private async place(name: 'town' | 'village' | 'address', exprs: readonly string[]): Promise<void> {
    const has = (column: string): boolean => this.task.source.columns.some((c) => c.name === column);
    for (const expr of exprs) {
      if (name === 'address') this.set('address', textSql(expr, this.task.source));
      const told = this.task.fields.has('village') && this.task.fields.has('town');
      if (name === 'address' && (told || !has('town'))) continue;
      const values = await this.mapped(name, expr, FAST.none, [], (raw) => type.typePlace(raw, name), 3);
      for (const [i, target] of ['town', 'village', 'group_name'].entries()) {
        if (!has(target)) continue;
        const old = this.draft.values.get(target);
        const sql = values[i] ?? 'null';
        // The column's own word comes first, another column's reading of it only fills gaps.
        this.draft.values.set(
          target,
          old === undefined || old === 'null'
            ? sql
            : target === name
              ? `coalesce(${sql}, ${old})`
              : `coalesce(${old}, ${sql})`,
        );
      }
    }
  }

  private end(column: SourceColumn): type.RangeEnd {
    return /(?:_to|_until|^to_on|^to_month)$/u.test(column.name) ? 'last' : 'first';
  }

  private async date(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [on] = await this.mapped(column.name, expr, FAST.date(expr), [expr], (raw) =>
      type.typeDate(raw, this.end(column)),
    );
    this.set(column.name, `try_cast(${on} as date)`);
  }

  private async month(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const { context } = this.task;
    const months: string[] = [];
    const spans: string[] = [];
    for (const expr of exprs) {
      const now = column.yesNow ? (context.sourceOn?.slice(0, 7) ?? null) : null;
      const convert: Convert = (raw) =>
        type.typeMonth(now !== null && type.isYes(raw) ? now : raw, this.end(column), context.year);
      const [month, span] = await this.mapped(
        column.name,
        expr,
        FAST.month(expr),
        [`${expr} || '-01'`, "'1'"],
        convert,
        2,
      );
      months.push(`try_cast(${month} as date)`);
      spans.push(`case when ${month} is not null then try_cast(${span} as integer) end`);
    }
    if (column.name === 'benefit_month') this.benefitMonth(months, spans);
    else
      this.set(column.name, months.length === 1 ? (months[0] ?? 'null') : `coalesce(${months.join(', ')})`);
  }

  private benefitMonth(months: string[], spans: string[]): void {
    const named = this.task.context.months;
    const wide = this.task.fields.get('benefit_month')?.heading === WIDE;
    if (!wide && named[0] !== undefined) {
      months.push(`date '${named[0]}-01'`);
      spans.push(String(named.length));
    }
    this.draft.values.set(
      'benefit_month',
      months.length === 0 ? 'null' : `coalesce(${months.join(', ')}, null)`,
    );
    this.draft.values.set(
      'benefit_months',
      spans.length === 0 ? 'null' : `coalesce(${spans.join(', ')}, null)`,
    );
  }

  private async money(
    column: SourceColumn,
    exprs: readonly string[],
    heading: Heading | null,
  ): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const terms: type.MoneyTerms = {
      yuan: heading?.yuan ?? this.task.yuan,
      stated: heading?.period ?? null,
      kept: column.period,
    };
    const factor = terms.yuan * type.periodFactor(terms.stated, terms.kept);
    const fen = `cast(cast(${expr} as decimal(18, 2)) * 100 as bigint)`;
    const fast = factor === 1 ? fen : `cast(round(${fen} * ${factor}) as bigint)`;
    const [value] = await this.mapped(column.name, expr, FAST.money(expr), [fast], (raw) =>
      type.typeMoney(raw, terms),
    );
    // Only cells outside the fast path travel as text.
    this.set(
      column.name,
      (value ?? 'null').replace(/then (map_\w+\.v0) else/u, 'then try_cast($1 as bigint) else'),
    );
  }

  private async int(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const typed: string[] = [];
    for (const expr of exprs) {
      const [value] = await this.mapped(column.name, expr, FAST.int(expr), [expr], type.typeInteger);
      typed.push(`try_cast(${value} as integer)`);
    }
    this.set(column.name, `coalesce(${typed.join(', ')}, null)`);
  }

  private async decimal(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const fast = column.name === 'share' ? FAST.none : FAST.decimal(expr);
    const [value] = await this.mapped(column.name, expr, fast, [expr], (raw) =>
      type.typeDecimal(raw, column.name === 'share'),
    );
    this.set(column.name, `try_cast(${value} as double)`);
  }

  private async yesno(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [value] = await this.mapped(column.name, expr, FAST.none, [], (raw) =>
      type.typeYesNo(raw, column.values),
    );
    this.set(column.name, `try_cast(${value} as boolean)`);
  }

  private async category(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const codes: string[] = [];
    const quietFrom = this.task.fields.get(column.name)?.quietFrom ?? exprs.length;
    for (const [at, expr] of exprs.entries()) {
      const [value] = await this.mapped(
        column.name,
        expr,
        FAST.none,
        [],
        (raw) => type.typeCategory(raw, column.values),
        1,
        at >= quietFrom,
      );
      codes.push(value ?? 'null');
    }
    if (column.fromContext) {
      const found = this.task.context.places
        .map((p) => type.contextCategory(p.text, column.values))
        .find((c) => c !== null);
      if (found !== undefined && found !== null) codes.push(quoted(found));
    }
    this.draft.values.set(column.name, codes.length === 0 ? 'null' : `coalesce(${codes.join(', ')}, null)`);
    this.draft.values.set(
      `${column.name}_raw`,
      exprs[0] === undefined || quietFrom === 0 ? 'null' : exprs[0],
    );
  }

  private async phone(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [value] = await this.mapped(column.name, expr, FAST.phone(expr), [expr], type.typePhone);
    this.set(column.name, value ?? 'null');
  }

  private async account(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const zeros = await valueOf(
      this.db,
      `select coalesce(avg((right(${expr}, 3) = '000')::int), 0) from ${this.task.body} where length(${expr}) >= 16`,
    );
    const [value] = await this.mapped(column.name, expr, FAST.account(expr), [expr], (raw) =>
      type.typeAccount(raw, Number(zeros ?? 0) > 0.02),
    );
    this.set(column.name, value ?? 'null');
  }

  private async credit(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [value] = await this.mapped(column.name, expr, FAST.none, [], type.typeCredit);
    this.set(column.name, value ?? 'null');
  }
}
