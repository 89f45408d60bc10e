import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, valueOf } from '../../dataset/sql-engine.ts';
import { surnameInPlace } from '../compare/place.ts';
import type { Field, FieldType, Plan } from '../plan/plan.ts';
import { readDates } from './date-column.ts';
import { joint, makeDictionary, type RawColumn } from './dictionary.ts';
import { isPlainNumber, readOddNumbers } from './id-column.ts';

/** Tables of the two sides with the plan's fields as raw text beside `id`: `src_l`, and `src_r` when two are linked. */
export type SourceTables = readonly ['src_l'] | readonly ['src_l', 'src_r'];

/** State of a usable number that the row itself contradicts (`readOddNumbers` has the others). */
const contradicted = 6;

/** Columns of other tables by field: their values tell how common a value is, and are compared with nothing. */
export type Beside = Readonly<Record<string, readonly RawColumn[]>>;

/** Share of numbers that end in 000 above which a column has been through a spreadsheet: one in a thousand is natural. */
export const roundedShare = 0.01;

/**
 * Makes `side_l` (and `side_r`): one row a record, `rid` by the order of ids, so that shuffled input gives the same
 * table, and for each field what comparisons and blocking need (`_v` number of the text and `_q` its share, for numbers
 * `_n _t _s _c _h _b`, else the value).
 *
 * @param isRightRounded whether a spreadsheet has rounded the numbers of the right file, where its rows do not tell
 */
export async function makeSides(
  db: DuckDBConnection,
  plan: Plan,
  tables: SourceTables,
  beside: Beside = {},
  isRightRounded: boolean | null = null,
): Promise<void> {
  const pairs = plan.compare.flatMap((one) => (one.by === 'names' ? [one.fields] : []));
  for (const [given, surname] of pairs) await makeJointDictionary(db, given, surname, tables);
  for (const [name, field] of Object.entries(plan.fields))
    await prepare(db, plan, name, field, { tables, beside: beside[name] ?? [] });
  for (const table of tables) {
    const columns = [
      ...Object.entries(plan.fields).flatMap(([name, field]) => fieldColumns(name, field, plan)),
      ...pairs.map(([given, surname]) => `f_${given}_${surname}.v as ${given}_${surname}_v`),
    ];
    const joins = [
      ...Object.entries(plan.fields).flatMap(([name, field]) => fieldJoins(name, field)),
      ...pairs.map(
        ([a, b]) => `left join lookup_${a}_${b} f_${a}_${b} on f_${a}_${b}.raw = ${jointRaw('s', a, b)}`,
      ),
    ];
    // Ids alone are sorted: with all columns beside them this would be the largest step of all.
    await db.run(`create or replace table place_of as
      select rowid as place, (row_number() over (order by _id))::integer as rid from ${table}`);
    await db.run(`create or replace table ${table.replace('src', 'side')} as
      select place_of.rid, s._id as _id${columns.map((c) => `, ${c}`).join('')}
      from ${table} s join place_of on place_of.place = s.rowid ${joins.join(' ')}`);
    await db.run('drop table place_of');
    await db.run(`drop table ${table}`);
    await markRounded(db, plan, table.replace('src', 'side'), table === 'src_r' ? isRightRounded : null);
  }
  await tellSurnames(db, plan, tables);
  const lookups = Object.entries(plan.fields).map(([name, { type }]) =>
    isText(type) ? `lookup_${name}` : `${type === 'date' ? 'dates' : 'ids'}_${name}`,
  );
  for (const lookup of [...lookups, ...pairs.map(([a, b]) => `lookup_${a}_${b}`)])
    await db.run(`drop table if exists ${lookup}`);
}

const isText = (type: FieldType): type is 'text' | 'person_name' => type === 'text' || type === 'person_name';

async function prepare(
  db: DuckDBConnection,
  plan: Plan,
  name: string,
  field: Field,
  { tables, beside }: { readonly tables: SourceTables; readonly beside: readonly RawColumn[] },
): Promise<void> {
  const sources = [...tables.map((table) => ({ table, column: `${name}_raw` })), ...beside];
  if (isText(field.type)) {
    await makeDictionary(db, name, field.type, sources, plan.block.flat().includes(`sound(${name})`));
    await db.run(
      `create or replace table lookup_${name} as select raw, v, share from form_${name} join dict_${name} using (text)`,
    );
    await db.run(`drop table form_${name}`);
  }
  if (field.type === 'id_number') await readOddNumbers(db, name, sources);
  if (field.type === 'date') await readDates(db, name, tables);
}

/** Given name and surname as one text, null when both are missing. */
const jointRaw = (side: string, given: string, surname: string): string =>
  `if(${side}.${given}_raw is null and ${side}.${surname}_raw is null, null,
    coalesce(${side}.${given}_raw, '') || '${joint}' || coalesce(${side}.${surname}_raw, ''))`;

async function makeJointDictionary(
  db: DuckDBConnection,
  given: string,
  surname: string,
  tables: SourceTables,
): Promise<void> {
  const name = `${given}_${surname}`;
  for (const table of tables)
    await db.run(
      `create or replace view joint_${table} as select ${jointRaw('s', given, surname)} as raw from ${table} s`,
    );
  await makeDictionary(
    db,
    name,
    'joint',
    tables.map((table) => ({ table: `joint_${table}`, column: 'raw' })),
  );
  await db.run(
    `create or replace table lookup_${name} as select raw, v from form_${name} join dict_${name} using (text)`,
  );
}

/**
 * True in SQL where the birth date beside a number has at most one of year, month and day in common with the one in it:
 * the number is then somebody else's, or taken from another row.
 */
export function isContradicted(number: string, inNumber: string, plan: Plan): string {
  const dates = Object.entries(plan.fields).filter(
    ([, field]) => field.type === 'date' && field.else === number,
  );
  const parts = [
    [1, 4],
    [5, 6],
    [7, 8],
  ] as const;
  const told = dates.map(([date]) => {
    const same = parts.map(
      ([from, to]) => `(f_${date}.digits[${from}:${to}] = ${inNumber}[${from}:${to}])::int`,
    );
    return `coalesce(${same.join(' + ')} <= 1, false)`;
  });
  return told.length === 0 ? 'false' : `(${told.join(' or ')})`;
}

function fieldColumns(name: string, field: Field, plan: Plan): string[] {
  return [
    ...comparedColumns(name, field, plan),
    ...(isInConditions(name, plan) ? [plainColumn(name, field)] : []),
  ];
}

/** Whether somebody's own condition reads the field, as l.<field> and r.<field>. */
const isInConditions = (name: string, plan: Plan): boolean =>
  plan.compare.some((spec) => spec.by === 'sql' && spec.fields.includes(name));

/** A field under its own name: a DATE, a number, a list, or the text as the file gives it. */
function plainColumn(name: string, field: Field): string {
  if (field.type === 'date') return `try_strptime(f_${name}.digits, '%Y%m%d')::date as "${name}"`;
  if (field.type === 'number') return `try_cast(replace(s.${name}_raw, ',', '') as double) as "${name}"`;
  return `s.${name}_raw as "${name}"`;
}

function comparedColumns(name: string, field: Field, plan: Plan): string[] {
  if (isText(field.type)) return [`f_${name}.v as ${name}_v`, `f_${name}.share::float as ${name}_q`];
  if (field.type === 'id_number') {
    const plain = `s.${name}_plain`;
    const birth = `if(${plain}, s.${name}_raw[7:14], f_${name}.b)`;
    return [
      `if(${plain}, s.${name}_raw[1:17]::bigint, f_${name}.n) as ${name}_n`,
      `f_${name}.t as ${name}_t`,
      `case when coalesce(${plain} or f_${name}.n is not null, false) and ${isContradicted(name, birth, plan)} then ${contradicted}
        when ${plain} then 1 else coalesce(f_${name}.s, 0) end::utinyint as ${name}_s`,
      `f_${name}.c as ${name}_c`,
      `if(${plain}, s.${name}_raw[1:15]::bigint, f_${name}.h) as ${name}_h`,
      `${birth} as ${name}_b`,
    ];
  }
  if (field.type === 'date') {
    const stand = field.else;
    const own = `f_${name}.digits`;
    if (stand === undefined) return [`${own} as ${name}_d`];
    return [`coalesce(${own}, if(s.${stand}_plain, s.${stand}_raw[7:14], f_${stand}.b)) as ${name}_d`];
  }
  if (field.type === 'number') {
    // 'nan' and 'inf' stand for no number at all, and would be equal to each other.
    const read = `try_cast(replace(s.${name}_raw, ',', '') as double)`;
    return [`if(isfinite(${read}), ${read}, null) as ${name}_x`];
  }
  const separators = (field.separator ?? ';,、；，|').replaceAll(/[[\\\]^-]/g, '\\$&');
  const entries = `regexp_split_to_array(lower(s.${name}_raw), ${quoted(`\\s*[${separators}]\\s*`)})`;
  return [`list_filter(list_distinct(${entries}), lambda x: x <> '') as ${name}_i`];
}

function fieldJoins(name: string, field: Field): string[] {
  if (isText(field.type)) return [`left join lookup_${name} f_${name} on f_${name}.raw = s.${name}_raw`];
  if (field.type === 'id_number') return [`left join ids_${name} f_${name} on f_${name}.raw = s.${name}_raw`];
  if (field.type === 'date') return [`left join dates_${name} f_${name} on f_${name}.raw = s.${name}_raw`];
  return [];
}

/** A rounded number passes its check one time in eleven: in a column full of zeros it is taken for rounded. */
async function markRounded(
  db: DuckDBConnection,
  plan: Plan,
  side: string,
  isKnown: boolean | null,
): Promise<void> {
  if (isKnown === false) return;
  const numbers = Object.entries(plan.fields).flatMap(([name, { type }]) =>
    type === 'id_number' ? [name] : [],
  );
  for (const name of numbers) {
    const isRounded = `${name}_n % 100 = 0 and ends_with(check_digit(${name}_n), '0')`;
    const share = await valueOf(
      db,
      `select avg((${name}_s = 3 or (${isRounded}))::int) from ${side} where ${name}_s > 0`,
    );
    if (isKnown !== true && Number(share ?? 0) <= roundedShare) continue;
    await db.run(`update ${side} set ${name}_t = ${name}_n::varchar || '0', ${name}_s = 3, ${name}_n = null
      where ${name}_s = 1 and ${isRounded}`);
  }
}

/** How much commoner each record's surname is in its narrowest place than in both tables; only the left side is asked. */
async function tellSurnames(db: DuckDBConnection, plan: Plan, tables: SourceTables): Promise<void> {
  const name = plan.compare.find((spec) => spec.by === 'person_name')?.field;
  const place = plan.compare.find((spec) => spec.by === 'place')?.fields.at(-1);
  if (name === undefined || place === undefined) return;
  const column = `${surnameInPlace(place)}_q`;
  const all = tables.map(
    (table) => `select ${name}_v as v, ${place}_v as place from ${table.replace('src', 'side')}`,
  );
  await db.run(`create or replace table surname_lift as
    with told as (select d.v, d.surname, place from (${all.join(' union all ')}) s join dict_${name} d using (v) where d.surname <> ''),
    counted as (select place, surname, count(*) as n from told group by all)
    select place, surname, n / sum(n) over (partition by place) / (sum(n) over (partition by surname) / sum(n) over ()) as lift from counted where place is not null`);
  await db.run(`alter table side_l add column ${column} float default 1`);
  await db.run(`update side_l set ${column} = greatest(lift, 1) from (
      select s.rid, x.lift from side_l s join dict_${name} d on d.v = s.${name}_v join surname_lift x on x.place = s.${place}_v and x.surname = d.surname) y
    where y.rid = side_l.rid`);
  await db.run('drop table surname_lift');
}

/** What the statements above need of the database, once a connection. */
export async function makeMacros(db: DuckDBConnection): Promise<void> {
  const sum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    .map((weight, at) => `(n // ${10n ** BigInt(16 - at)} % 10) * ${weight}`)
    .join(' + ');
  await db.run(`create or replace macro check_digit(n) as '10X98765432'[((${sum}) % 11) + 1]`);
  await db.run(`create or replace macro is_plain_number(x) as ${isPlainNumber('x')}`);
}
