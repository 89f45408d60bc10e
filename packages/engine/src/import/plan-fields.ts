import type { ColumnProfile } from './column-profile.ts';
import type { Heading } from './heading.ts';
import type { ColumnMatch } from './match-columns.ts';
import { findColumn, type Source } from './source.ts';
import type { Field } from './typing-task.ts';

/** Which columns an ambiguous heading was read as, for the report. */
export interface PlanNote {
  readonly zh: string;
  readonly en: string;
}

export interface FieldPlan {
  readonly fields: ReadonlyMap<string, Field>;
  readonly notes: readonly PlanNote[];
}

const cell = (index: number): string => `c${index}`;

function median(profile: ColumnProfile | undefined): number | null {
  const numbers = (profile?.values ?? [])
    .map((v) => Number(v.replace(/[,，￥¥元\s]/gu, '')))
    .filter((v) => Number.isFinite(v) && v > 0)
    .sort((a, b) => a - b);
  return numbers.length === 0 ? null : (numbers[Math.floor(numbers.length / 2)] ?? null);
}

/**
 * A heading such as 家庭收入 does not say whether a month or a year is meant. The size of the amounts decides, and the
 * report says so.
 */
function settlePeriods(
  source: Source,
  matches: readonly ColumnMatch[],
  headings: readonly Heading[],
  profiles: readonly ColumnProfile[],
  notes: PlanNote[],
): ColumnMatch[] {
  const taken = new Set(matches.map((m) => m.column.name));
  return matches.map((match) => {
    const { yearly } = match.column;
    const heading = headings[match.index];
    const year = yearly === null || taken.has(yearly) ? undefined : findColumn(source, yearly);
    if (year === undefined || heading === undefined || heading.period === 'month') return match;
    const isYear = heading.period === 'year' || looksYearly(match, profiles[match.index]);
    if (heading.period === null) notes.push(periodNote(heading, isYear));
    return isYear ? { ...match, column: year } : match;
  });
}

/** So much nobody on assistance has in a month. */
function looksYearly(match: ColumnMatch, profile: ColumnProfile | undefined): boolean {
  const size = median(profile);
  return size !== null && size >= (match.column.name.includes('_pc_') ? 1800 : 4000);
}

const periodNote = (heading: Heading, isYear: boolean): PlanNote => ({
  zh: `“${heading.raw}”未写明年或月，按金额大小作${isYear ? '年' : '月'}收入处理，请核对`,
  en: `"${heading.raw}" does not say year or month; read as ${isYear ? 'yearly' : 'monthly'} by size, please check`,
});

type Fields = Map<string, Field>;

function add(fields: Fields, source: Source, name: string, expr: string): void {
  const column = findColumn(source, name);
  if (column === undefined) return;
  const old = fields.get(name);
  const own = old?.exprs ?? [];
  fields.set(name, {
    column,
    exprs: [...own, expr],
    heading: old?.heading ?? null,
    quietFrom: old?.quietFrom ?? own.length,
  });
}

/** A number typed into the name cell: 张三 3713… */
function takeGlued(
  fields: Fields,
  source: Source,
  profiles: readonly ColumnProfile[],
  matches: readonly ColumnMatch[],
): void {
  for (const slot of source.persons) {
    const name = matches.find((m) => m.column.name === slot.name);
    if (name === undefined || (profiles[name.index]?.glued ?? 0) === 0) continue;
    const inName = `nullif(regexp_extract(${cell(name.index)}, '[0-9]{17}[0-9Xx×]|[0-9]{15}'), '')`;
    const own = fields.get(slot.id)?.exprs[0];
    const column = findColumn(source, slot.id);
    if (column !== undefined)
      fields.set(slot.id, {
        column,
        exprs: [own === undefined ? inName : `coalesce(${own}, ${inName})`],
        heading: null,
      });
  }
}

/** What a disability certificate number says of its holder, and a class and grade written in one cell. */
function takeDisability(fields: Fields, source: Source): void {
  const certificate = fields.get('certificate_no') ?? fields.get('disability_no');
  const kind = fields.get('disability_kind')?.exprs[0];
  if (kind !== undefined && !fields.has('disability_grade')) {
    add(
      fields,
      source,
      'disability_grade',
      `nullif(regexp_extract(${kind}, '([一二三四1-4ⅠⅡⅢⅣ]) *级', 1), '')`,
    );
  }
  const number = certificate?.exprs[0];
  if (number === undefined || !findColumn(source, 'disability_kind')) return;
  const bare = `replace(${number}, ' ', '')`;
  add(
    fields,
    source,
    'disability_kind',
    `nullif(regexp_extract(${bare}, '^[0-9]{17}[0-9Xx]([1-7])[1-4]', 1), '')`,
  );
  add(
    fields,
    source,
    'disability_grade',
    `nullif(regexp_extract(${bare}, '^[0-9]{17}[0-9Xx][1-7]([1-4])', 1), '')`,
  );
  if (!fields.has('id_number'))
    add(
      fields,
      source,
      'id_number',
      `nullif(regexp_extract(${bare}, '^([0-9]{17}[0-9Xx])[1-7][1-4]', 1), '')`,
    );
}

const TO = {
  term_from: 'term_to',
  from_on: 'to_on',
  notice_from: 'notice_to',
  from_month: 'to_month',
  phase_out_from: 'phase_out_to',
} as const;

/** 任职起止 holds both ends. */
function takeRanges(fields: Fields, source: Source): void {
  for (const [from, to] of Object.entries(TO)) {
    const field = fields.get(from);
    const expr = field?.exprs[0];
    if (expr === undefined || fields.has(to)) continue;
    add(
      fields,
      source,
      to,
      `case when regexp_matches(${expr}, '[0-9月日年].*(至|到|~|～|—|--|－).*') or regexp_matches(${expr}, '[0-9]{4}[./年].*-.*(今|[0-9]{4}|期)') or regexp_full_match(${expr}, '\\s*((19|20)[0-9]{2}年?|(19|20)[0-9]{4}([0-9]{2})?) *- *((19|20)[0-9]{2}年?|(19|20)[0-9]{4}([0-9]{2})?|至今|今|长期)\\s*') then ${expr} end`,
    );
  }
}

/** 按份共有 1/4, 占 25% under 共有情况 is also a share. */
function takeShare(fields: Fields, source: Source): void {
  const owned = fields.get('co_owner')?.exprs[0];
  if (owned === undefined || fields.has('share')) return;
  add(
    fields,
    source,
    'share',
    `coalesce(nullif(regexp_extract(${owned}, '[0-9]+ *[/／] *[0-9]+'), ''), nullif(regexp_extract(${owned}, '[0-9]+(\\.[0-9]+)? *[%％]'), ''))`,
  );
}

/** A month at which the phase-out begins says that there is one. */
function takePhaseOut(fields: Fields, source: Source): void {
  const from = fields.get('phase_out_from')?.exprs[0];
  if (from !== undefined && !fields.has('phase_out'))
    add(fields, source, 'phase_out', `case when regexp_matches(${from}, '[0-9]') then '是' end`);
}

/** 孙某、周某 under one heading are both investigators. */
function takeSecondInvestigator(fields: Fields, source: Source): void {
  const both = fields.get('investigator_1')?.exprs[0];
  if (both === undefined || fields.has('investigator_2')) return;
  add(
    fields,
    source,
    'investigator_2',
    `nullif(regexp_extract(${both}, '^\\s*\\S+?[、,，;；/\\s]+(\\S.*)$', 1), '')`,
  );
}

/** The benefit month: a note of back pay first, then the month column with its year, last the day of payment. */
function takeBenefitMonth(fields: Fields, source: Source): void {
  const column = findColumn(source, 'benefit_month');
  if (column === undefined) return;
  const first = (name: string): string | undefined => fields.get(name)?.exprs[0];
  const own = fields.get('benefit_month');
  const note = first('note');
  const year = first('benefit_year') ?? first('paid_on');
  const backPay = note === undefined ? [] : [backPaySql(note, year)];
  const exprs = [...backPay, ...(own?.exprs ?? []).map((expr) => withYear(expr, year))];
  if (exprs.length > 0) fields.set('benefit_month', { column, exprs, heading: own?.heading ?? null });
}

const backPaySql = (note: string, year: string | undefined): string =>
  `case when regexp_matches(${note}, '补.*月') and not regexp_matches(${note}, '含|以及|和当月|和本月|加发') then ${withYear(note, year)} end`;

const withYear = (expr: string, year: string | undefined): string =>
  year === undefined
    ? expr
    : `case when regexp_matches(${expr}, '(19|20)[0-9]{2}') then ${expr} else concat(nullif(regexp_extract(${year}, '20[0-9]{2}'), '') || '年', ${expr}) end`;

/** Which SQL text each column of a data set is read from. */
export function planFields(
  source: Source,
  matches: readonly ColumnMatch[],
  headings: readonly Heading[],
  profiles: readonly ColumnProfile[],
): FieldPlan {
  const notes: PlanNote[] = [];
  const settled = settlePeriods(source, matches, headings, profiles, notes);
  const fields: Fields = new Map(
    settled.map((m) => [
      m.column.name,
      { column: m.column, exprs: [cell(m.index)], heading: headings[m.index] ?? null },
    ]),
  );
  takeGlued(fields, source, profiles, matches);
  takeDisability(fields, source);
  takeRanges(fields, source);
  takeShare(fields, source);
  takePhaseOut(fields, source);
  takeSecondInvestigator(fields, source);
  takeBenefitMonth(fields, source);
  for (const column of source.columns) {
    const from = column.from === null ? undefined : fields.get(column.from)?.exprs[0];
    if (from !== undefined) add(fields, source, column.name, from);
  }
  return { fields, notes };
}
