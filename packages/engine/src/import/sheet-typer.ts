import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, valueOf } from '../dataset/sql-engine.ts';
import type { CellMaps } from './cell-maps.ts';
import type { Heading } from './heading.ts';
import { endOf, simpleType, type SimpleType } from './simple-columns.ts';
import type { SourceColumn } from './source.ts';
import { FAST } from './typed-column.ts';
import * as type from './type-value.ts';
import { type Field, textSql, type TypingTask, WIDE } from './typing-task.ts';

type Place = 'town' | 'village' | 'address';
type Convert = (raw: string) => type.TypedCell;

/** Writes the SQL that types one sheet's columns; the cells SQL cannot type itself go through `maps`. */
export class SheetTyper {
  private readonly values = new Map<string, string>();
  private readonly db: DuckDBConnection;
  private readonly task: TypingTask;
  private readonly maps: CellMaps;

  constructor(db: DuckDBConnection, task: TypingTask, maps: CellMaps) {
    this.db = db;
    this.task = task;
    this.maps = maps;
  }

  private mapped(
    column: string,
    expr: string,
    fast: string,
    clean: readonly string[],
    convert: Convert,
    more: { readonly width?: number; readonly quiet?: boolean; readonly cast?: 'bigint' } = {},
  ): Promise<string[]> {
    const { width = 1, quiet = false, cast = null } = more;
    return this.maps.map({ column, expr, fast, clean, convert, width, quiet, cast });
  }

  /** SQL of every stored column by its name, over the body b and the joins of `maps`. */
  async type(): Promise<ReadonlyMap<string, string>> {
    for (const column of this.task.source.columns)
      await this.column(column, this.task.fields.get(column.name));
    return this.values;
  }

  private async column(column: SourceColumn, field: Field | undefined): Promise<void> {
    if (column.type === 'year') return;
    const { exprs = [], heading = null } = field ?? {};
    const isTold = column.fromContext || column.name === 'benefit_month';
    const simple = simpleType(column);
    if (exprs.length === 0 && !isTold) this.nothing(column);
    else if (simple === null) await this.typers[column.type]?.(column, exprs, heading);
    else await this.simple(column, exprs, simple);
  }

  private async simple(column: SourceColumn, exprs: readonly string[], simple: SimpleType): Promise<void> {
    const value = await this.single(column, exprs, simple);
    this.set(column.name, simple.cast === null ? value : `try_cast(${value} as ${simple.cast})`);
  }

  private nothing(column: SourceColumn): void {
    if (!this.values.has(column.name)) this.set(column.name, 'null');
    if (column.type === 'id') this.setId(column.name, 'null', "'missing'", 'null');
  }

  private set(name: string, sql: string): void {
    const old = this.values.get(name);
    this.values.set(
      name,
      old === undefined || old === 'null' ? sql : sql === 'null' ? old : `coalesce(${sql}, ${old})`,
    );
  }

  private setId(name: string, id: string, state: string, raw: string): void {
    this.values.set(name, id);
    this.values.set(`${name}_state`, state);
    this.values.set(`${name}_raw`, raw);
  }

  private readonly typers: Readonly<
    Partial<
      Record<
        SourceColumn['type'],
        (column: SourceColumn, exprs: readonly string[], heading: Heading | null) => Promise<void>
      >
    >
  > = {
    id: (column, exprs) => this.id(column, exprs),
    name: (column, exprs) => this.name(column, exprs),
    text: (column, exprs) => this.text(column, exprs),
    place: (column, exprs) => this.text(column, exprs),
    month: (column, exprs) => this.month(column, exprs),
    money: (column, exprs, heading) => this.money(column, exprs, heading),
    int: (column, exprs) => this.int(column, exprs),
    cat: (column, exprs) => this.category(column, exprs),
    account: (column, exprs) => this.account(column, exprs),
  };

  private async id(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [id, state] = await this.mapped(column.name, expr, FAST.id(), [expr, "'valid'"], type.typeId, {
      width: 2,
    });
    this.setId(
      column.name,
      id ?? 'null',
      `coalesce(${state}, 'missing')`,
      `nullif(${expr}, ${id ?? 'null'})`,
    );
  }

  private async name(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const [name, note] = await this.mapped(
      column.name,
      expr,
      FAST.name(expr),
      [expr, 'null'],
      type.typeName,
      { width: 2 },
    );
    this.set(column.name, name ?? 'null');
    const first = this.task.source.persons[0];
    if (first?.name === column.name && note !== undefined) this.values.set('note', note);
  }

  private async text(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    if (column.name === 'town' || column.name === 'village' || column.name === 'address')
      return this.place(column.name, exprs);
    const sql = textSql(exprs[0] ?? 'null', this.task.source);
    if (column.name !== 'note') return this.set(column.name, sql);
    const said = this.values.get('note');
    this.values.set(
      'note',
      said === undefined || said === 'null' ? sql : `nullif(concat_ws('；', ${sql}, ${said}), '')`,
    );
  }

  private has(column: string): boolean {
    return this.task.source.columns.some((c) => c.name === column);
  }

  private async place(name: Place, exprs: readonly string[]): Promise<void> {
    const { fields } = this.task;
    const isTold = (fields.has('village') && fields.has('town')) || !this.has('town');
    for (const expr of exprs) {
      if (name === 'address') this.set('address', textSql(expr, this.task.source));
      if (name === 'address' && isTold) continue;
      const [town, village, group] = await this.mapped(
        name,
        expr,
        FAST.none,
        [],
        (raw) => type.typePlace(raw, name),
        { width: 3 },
      );
      this.offer('town', town, name);
      this.offer('village', village, name);
      this.offer('group_name', group, name);
    }
  }

  /** The column's own word comes first, another column's reading of it only fills gaps. */
  private offer(target: string, sql: string | undefined, from: Place): void {
    const old = this.values.get(target) ?? 'null';
    if (sql === undefined || !this.has(target)) return;
    if (old === 'null') this.values.set(target, sql);
    else this.values.set(target, target === from ? `coalesce(${sql}, ${old})` : `coalesce(${old}, ${sql})`);
  }

  /** One value of the first expression; a clean cell is its own value. */
  private async single(
    column: SourceColumn,
    exprs: readonly string[],
    { fast, convert }: Pick<SimpleType, 'fast' | 'convert'>,
  ): Promise<string> {
    const expr = exprs[0] ?? 'null';
    const [value = 'null'] = await this.mapped(column.name, expr, fast(expr), [expr], convert);
    return value;
  }

  private async month(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const { context } = this.task;
    const months: string[] = [];
    const spans: string[] = [];
    for (const expr of exprs) {
      const now = column.yesNow ? (context.sourceOn?.slice(0, 7) ?? null) : null;
      const convert: Convert = (raw) =>
        type.typeMonth(now !== null && type.isYes(raw) ? now : raw, endOf(column), context.year);
      const [month, span] = await this.mapped(
        column.name,
        expr,
        FAST.month(expr),
        [`${expr} || '-01'`, "'1'"],
        convert,
        { width: 2 },
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
    this.values.set('benefit_month', months.length === 0 ? 'null' : `coalesce(${months.join(', ')}, null)`);
    this.values.set('benefit_months', spans.length === 0 ? 'null' : `coalesce(${spans.join(', ')}, null)`);
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
    const [value] = await this.mapped(
      column.name,
      expr,
      FAST.money(expr),
      [fast],
      (raw) => type.typeMoney(raw, terms),
      { cast: 'bigint' },
    );
    this.set(column.name, value ?? 'null');
  }

  private async int(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const typed: string[] = [];
    for (const expr of exprs) {
      const [value] = await this.mapped(column.name, expr, FAST.int(expr), [expr], type.typeInteger);
      typed.push(`try_cast(${value} as integer)`);
    }
    this.set(column.name, `coalesce(${typed.join(', ')}, null)`);
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
        { quiet: at >= quietFrom },
      );
      codes.push(value ?? 'null');
    }
    codes.push(...this.contextCode(column));
    this.values.set(column.name, codes.length === 0 ? 'null' : `coalesce(${codes.join(', ')}, null)`);
  }

  /** What the nearest title or name says for all rows. */
  private contextCode(column: SourceColumn): string[] {
    if (!column.fromContext) return [];
    const codes = this.task.context.places.map((p) => type.contextCategory(p.text, column.values));
    return codes.flatMap((code) => (code === null ? [] : [quoted(code)])).slice(0, 1);
  }

  private async account(column: SourceColumn, exprs: readonly string[]): Promise<void> {
    const expr = exprs[0] ?? 'null';
    const zeros = await valueOf(
      this.db,
      `select coalesce(avg((right(${expr}, 3) = '000')::int), 0) from ${this.task.body} where length(${expr}) >= 16`,
    );
    const isDamaged = Number(zeros ?? 0) > 0.02;
    const convert: Convert = (raw) => type.typeAccount(raw, isDamaged);
    this.set(column.name, await this.single(column, exprs, { fast: FAST.account, convert }));
  }
}
