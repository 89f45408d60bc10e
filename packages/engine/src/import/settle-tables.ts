import { addDays } from '@yangguang/domain/words/date';
import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf, valueOf } from '../dataset/sql-engine.ts';
import type { Source } from './source.ts';
import { findColumn } from './source.ts';

/**
 * In a list of households by person, rows that name no head belong to the last person above who is head himself; a
 * head named without number gets it from his own row.
 */
export async function fillHeads(db: DuckDBConnection, sheetId: number, source: Source): Promise<void> {
  const has = ['head_name', 'head_id', 'relation', 'name', 'id_number'].every(
    (c) => findColumn(source, c) !== undefined,
  );
  if (!has) return;
  const heads = Number(
    await valueOf(
      db,
      `select count(*) from ${source.table} where sheet_id = ${sheetId} and relation = 'self' and (head_id is null or head_name is null)`,
    ),
  );
  if (heads === 0) return;
  const last = (column: string): string =>
    `last_value(case when relation = 'self' then ${column} end ignore nulls) over (order by row_key rows between unbounded preceding and current row)`;
  await db.run(`create temp table head_fill as select row_key, ${last('name')} as name, ${last("coalesce(id_number, '')")} as id,
    ${last("coalesce(id_number_state, 'missing')")} as state, ${last("coalesce(id_number_raw, '')")} as raw from ${source.table} where sheet_id = ${sheetId}`);
  await db.run(`update ${source.table} set head_id = nullif(h.id, ''), head_id_state = h.state, head_id_raw = nullif(h.raw, ''), head_name = coalesce(${source.table}.head_name, h.name)
    from head_fill h where h.row_key = ${source.table}.row_key and ${source.table}.head_id is null and h.name is not null
    and (${source.table}.head_name is null or ${source.table}.head_name = h.name)`);
  await db.run('drop table head_fill');
}

/**
 * Lists that give members and the household's amounts in one table also make household rows (part 99), for heads no
 * household list of that day or later names.
 */
export async function householdsFromMembers(db: DuckDBConnection): Promise<number> {
  const before = Number(await valueOf(db, 'select count(*) from dibao_household'));
  const order = "(relation is distinct from 'self', row_key)";
  const columns = [
    'row_no',
    'source_on',
    'is_current',
    'head_name',
    'head_id',
    'head_id_state',
    'head_id_raw',
    'file_no',
    'town',
    'village',
    'group_name',
    'address',
    'scheme',
    'amount_fen',
    'total_fen',
    'household_size',
    'insured_persons',
    'started_month',
    'class',
    'aid_mode',
    'uplift_fen',
    'cause',
    'income_year_fen',
    'income_pc_month_fen',
    'income_pc_year_fen',
    'assets',
    'approved_on',
    'reviewed_on',
    'status',
    'account_name',
    'bank',
    'account_no',
    'phone',
    'note',
  ];
  await db.run(`insert into dibao_household by name
    select * replace (row_key - row_key % 100 + 99 as row_key), 99 as part from (
      select m.sheet_id, arg_min(m.row_key, ${order}) as row_key, ${columns.map((c) => `arg_min(m.${c}, ${order}) as ${c}`).join(', ')},
        arg_min(m.household_income_month_fen, ${order}) as income_month_fen
      from dibao_member m
      where coalesce(m.amount_fen, m.total_fen) is not null and m.head_name is not null
        and not exists (select 1 from dibao_household h where h.head_id = m.head_id
          and (h.source_on is null or m.source_on is null or h.source_on >= m.source_on))
      group by m.sheet_id, coalesce(m.head_id, m.head_name || coalesce(m.village, '')))`);
  return Number(await valueOf(db, 'select count(*) from dibao_household')) - before;
}

const VERSIONED = new Set(['roster', 'official', 'asset', 'income', 'vulnerable']);
const NEVER = new Set(['income_tax', 'medical_high_cost']);
/** Lists of other people (urban and rural, stock and additions) share next to nobody; versions years apart still share some. */
const OVERLAP = 0.1;

interface SheetVersion {
  readonly id: number;
  readonly on: string | null;
  /** Newest approval or start it knows of, up to the as-of date: an undated list cannot be older. */
  readonly knows: string | null;
}

/**
 * Marks superseded versions (design §14): of sheets of one data set that speak of the same people at different dates,
 * only the newest not after the as-of date is current (the oldest, if all are later). Sheets about other people, and
 * sheets of the same date, stay; a sheet without a date counts as three months old, or as old as the newest approval it knows. Payments, events, applications and exits add up and are never superseded.
 * @param asOf 'YYYY-MM-DD'
 */
export async function markCurrent(
  db: DuckDBConnection,
  asOf: string,
  sources: readonly Source[],
): Promise<void> {
  for (const source of sources) {
    if (!VERSIONED.has(source.kind) || NEVER.has(source.table)) continue;
    const rows = await rowsOf(
      db,
      `select sheet_id, cast(any_value(source_on) as varchar) as on_date, cast(max(least(${newestDate(source)}, date '${asOf}')) as varchar) as knows
       from ${source.table} group by sheet_id order by sheet_id`,
    );
    await db.run(`update ${source.table} set is_current = true where not is_current`);
    const sheets: SheetVersion[] = rows.map((r) => ({
      id: Number(r['sheet_id']),
      on: r['on_date'] === null ? null : String(r['on_date']),
      knows: r['knows'] === null ? null : String(r['knows']),
    }));
    if (new Set(sheets.map((s) => s.on)).size < 2) continue;
    await supersede(db, source, rank(sheets, asOf));
  }
}

/** The latest event a row of the list tells of; NULL where the list keeps no such dates. */
function newestDate(source: Source): string {
  const kept = ['approved_on', 'started_month', 'recognised_on'].filter(
    (name) => findColumn(source, name) !== undefined,
  );
  return kept.length === 0 ? 'null::date' : `greatest(${kept.join(', ')})`;
}

/** A list without a date is taken for one of the last months: dated lists older than this give way to it. */
const undatedAgeDays = 92;

/** Best first: the newest up to the as-of date, then later ones from the nearest. */
function rank(sheets: readonly SheetVersion[], asOf: string): SheetVersion[] {
  const guess = addDays(asOf, -undatedAgeDays);
  const dated = sheets.map((s) => ({
    ...s,
    on: s.on ?? (s.knows !== null && s.knows > guess ? s.knows : guess),
  }));
  const past = dated.filter((s) => s.on <= asOf).sort((a, b) => (a.on > b.on ? -1 : 1));
  const future = dated.filter((s) => s.on > asOf).sort((a, b) => (a.on < b.on ? -1 : 1));
  return [...past, ...future];
}

const WHO: readonly string[] = ['id_number', 'head_id', 'recipient_id'];

async function supersede(
  db: DuckDBConnection,
  source: Source,
  ranked: readonly SheetVersion[],
): Promise<void> {
  const who = WHO.filter((c) => findColumn(source, c) !== undefined);
  if (who.length === 0) return;
  const key = `coalesce(${who.join(', ')})`;
  const town = findColumn(source, 'town') === undefined ? "''" : "coalesce(town, '')";
  for (const [at, better] of ranked.entries()) {
    for (const worse of ranked.slice(at + 1)) {
      if (worse.on === better.on) continue;
      await db.run(`update ${source.table} set is_current = false where sheet_id = ${worse.id} and is_current and ${town} in (
        select t from (select ${town} as t, ${key} as k from ${source.table} where sheet_id = ${worse.id} and ${key} is not null) w
        group by t having avg((k in (select ${key} from ${source.table} where sheet_id = ${better.id} and is_current and ${key} is not null))::int) >= ${OVERLAP})`);
    }
  }
}
