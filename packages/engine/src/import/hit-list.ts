import type { Heading } from './heading.ts';
import type { ColumnMatch, SheetColumns } from './match-columns.ts';
import { assign, scorePairs } from './match-columns.ts';
import { quoted } from '../dataset/sql-engine.ts';
import { type Candidate, namePoints, type Recognition } from './recognise.ts';
import type { SheetContext } from './sheet-context.ts';
import type { Source } from './source.ts';

/** One data set that a hit list or means-check report speaks of. */
export interface HitTarget {
  readonly source: Source;
  readonly matches: readonly ColumnMatch[];
  /** Columns that say whether, and often what, was found. */
  readonly hits: readonly number[];
  /** 是否健在: a no is the hit. */
  readonly inverse: boolean;
}

const HIT_KINDS = new Set(['asset', 'income', 'event', 'official', 'vulnerable']);
const HIT_NAME = /比对|核对|反馈|查询|比中|命中|核查结果|信息共享|协查|筛查/u;
const INVERSE = /健在|在世|生存/u;

const keys = (heading: Heading): string[] =>
  [heading.full, heading.leaf, heading.bare, heading.group].filter((k) => k !== '');

function sourceOf(heading: Heading, sources: readonly Source[], context: SheetContext): Source | null {
  const named = sources.filter((s) => HIT_KINDS.has(s.kind) && keys(heading).some((k) => s.hit.includes(k)));
  if (named.length <= 1) return named[0] ?? null;
  return [...named].sort((a, b) => namePoints(b, context) - namePoints(a, context))[0] ?? null;
}

/** Columns by which source they are a hit of; a group heading makes all its sub-columns one group. */
function specificHits(
  recognition: Recognition,
  sources: readonly Source[],
  context: SheetContext,
): Map<Source, number[]> {
  const out = new Map<Source, number[]>();
  for (const [index, heading] of recognition.columns.headings.entries()) {
    const source = sourceOf(heading, sources, context);
    if (source !== null) out.set(source, [...(out.get(source) ?? []), index]);
  }
  return out;
}

function isOwnColumn(best: Candidate | null, index: number): boolean {
  return best?.matches.some((m) => m.index === index && m.words >= 0.9) ?? false;
}

const OWN_LIST = new Set([
  '户主',
  '申请人',
  '救助对象',
  '低保对象',
  '保障对象',
  '户代表',
  '持证人',
  '特困人员',
  '对象',
  '查询人',
  '查询对象',
  '核对对象',
  '被核对人',
  '家庭成员',
  '成员',
  '低保户主',
  '低保人员',
  '被查询人',
  '核查对象',
]);

/** In the office's own list sent back, its heads or members are the people asked about. */
function asSubjects(columns: SheetColumns): SheetColumns {
  const members = columns.parties.some(
    (p) => p.kind === 'name' && (p.party === '' || p.party === '成员' || p.party === '家庭成员'),
  );
  const heads = new Set(['户主', '申请人', '户代表', '低保户主']);
  const parties = columns.parties.map((p) =>
    OWN_LIST.has(p.party) && !(members && heads.has(p.party)) ? { ...p, party: '' } : p,
  );
  return { ...columns, parties };
}

/** Columns of the sheet for a target: people and places from anywhere, facts from its own group only. */
function targetMatches(
  source: Source,
  columns: SheetColumns,
  own: readonly number[],
  several: boolean,
): ColumnMatch[] {
  const anywhere = new Set(['town', 'village', 'address', 'phone', 'sex', 'birth_on', 'group_name']);
  const pairs = scorePairs(source, asSubjects(columns)).filter((pair) => {
    if (own.includes(pair.index))
      return pair.column.slot === null && pair.words >= 0.9 && columns.headings[pair.index]?.group !== '';
    return !several || pair.column.slot === source.persons[0]?.slot || anywhere.has(pair.column.name);
  });
  return assign(pairs.filter((p) => p.words >= 0.6 || p.column.slot !== null));
}

/** The sources a sheet asks about: those of its hit columns, its own best one only where the column adds to it. */
function wantedSources(
  recognition: Recognition,
  sources: readonly Source[],
  context: SheetContext,
  called: boolean,
): Map<Source, number[]> {
  const { best } = recognition;
  const specific = specificHits(recognition, sources, context);
  const wanted = new Map(
    [...specific].filter(
      ([source, at]) => source !== best?.source && (called || at.some((i) => !isOwnColumn(best, i))),
    ),
  );
  if (best === null || !HIT_KINDS.has(best.source.kind)) return wanted;
  const mine = specific.get(best.source) ?? [];
  // Beside other sources' columns its own heading, too, is only one more question asked.
  const own = wanted.size >= (called ? 1 : 2) ? mine : mine.filter((i) => !isOwnColumn(best, i));
  return own.length > 0 ? wanted.set(best.source, own) : wanted;
}

/** A roll of the office may ask for car and house itself: it stays a roll unless its name says it came back from a check. */
function isOwnRoll(
  best: Candidate | null,
  wanted: ReadonlyMap<Source, number[]>,
  context: SheetContext,
): boolean {
  if (best === null || HIT_KINDS.has(best.source.kind) || best.score < 5) return false;
  return ![...wanted.keys()].some((w) => namePoints(w, context) >= 3);
}

/**
 * Reads a sheet as the office's own list sent back with what a department found: one column per source (a means-check
 * report) or one result column. Null when it is an ordinary list.
 */
export function findHitTargets(
  recognition: Recognition,
  sources: readonly Source[],
  context: SheetContext,
): HitTarget[] | null {
  const called = context.places.some((p) => HIT_NAME.test(p.text));
  const wanted = wantedSources(recognition, sources, context, called);
  if (!called && isOwnRoll(recognition.best, wanted, context)) return null;
  if (wanted.size >= 2 && (called || wanted.size >= 3)) {
    return [...wanted].map(([source, at]) => target(source, recognition.columns, at, true));
  }
  const single = singleTarget(recognition, wanted, called, context);
  return single === null ? null : [single];
}

function target(source: Source, columns: SheetColumns, hits: readonly number[], several: boolean): HitTarget {
  const inverse = hits.some((i) => INVERSE.test(columns.headings[i]?.leaf ?? ''));
  return { source, hits, inverse, matches: targetMatches(source, columns, hits, several) };
}

function singleTarget(
  recognition: Recognition,
  wanted: ReadonlyMap<Source, number[]>,
  called: boolean,
  context: SheetContext,
): HitTarget | null {
  const { columns, best } = recognition;
  const [entry] = wanted;
  if (wanted.size === 1 && entry !== undefined) {
    const [source, hits] = entry;
    const asks = hits.some((i) => /^(?:是否|有无|名下|有)/u.test(columns.headings[i]?.leaf ?? ''));
    if (best?.source === source || called || asks || namePoints(source, context) >= 3)
      return target(source, columns, hits, false);
  }
  return genericTarget(recognition);
}

/** 比对结果 alone: the file's or sheet's name says which department was asked. */
function genericTarget({ columns, best, candidates }: Recognition): HitTarget | null {
  const words = candidates[0]?.source.vocabulary.hitHeadings ?? new Set<string>();
  const free = columns.headings.flatMap((h, i) => {
    const isHit = words.has(h.leaf) || words.has(h.bare);
    return isHit && (!isOwnColumn(best, i) || HIT_NAME.test(h.leaf)) ? [i] : [];
  });
  if (free.length === 0) return null;
  const found = candidates
    .filter((c) => HIT_KINDS.has(c.source.kind) && c.names >= 2.5)
    .sort((a, b) => b.names + b.needs - a.names - a.needs)[0];
  const read = found === undefined ? null : target(found.source, columns, free, false);
  return read?.matches.some((m) => m.column.slot !== null) ? read : null;
}

/** SQL: true where a hit cell says that something was found. */
export function positiveSql(expr: string, source: Source, inverse: boolean): string {
  const text = `lower(trim(${expr}, e' \\t\\r\\n\u3000'))`;
  const none = [...source.vocabulary.hitNegative, ...source.vocabulary.emptyValues]
    .map((v) => quoted(v.toLowerCase()))
    .join(', ');
  const negative = `(${text} in ('', ${none}) or regexp_matches(${text}, '^(系统|经|比对|核对|核查|查询|结果|为|均|[:：])*(无|未|否|没有|不存在|不是|查无|名下无|名下未|非|正常$|一切正常)'))`;
  if (inverse) return `(${expr} is not null and regexp_matches(${text}, '^(否|不|未|已|死|亡|去世|0)'))`;
  return `(${expr} is not null and not ${negative})`;
}

/** SQL text of a hit cell that says more than yes (比中, √, 1条, 2辆); null for a plain yes. */
export function saysMoreSql(expr: string): string {
  const clean = `nullif(trim(${expr}), '')`;
  return `case when regexp_full_match(${clean}, '是|有|√|✓|✔|[0-9]+ *(条|辆|台|套|个|次|家|户|人|笔)?(记录|信息|数据)?|有?(比中|命中|匹配)(成功|结果)?|存在|异常|有记录|有信息|查到|查有|已.{0,4}|有[车房]|[Yy]([Ee][Ss])?|TRUE|true') then null else ${clean} end`;
}

const MONEY = `try_cast(regexp_extract(%, '([0-9]+(?:\\.[0-9]+)?)', 1) as double)`;

/**
 * SQL text for a fact that a hit cell holds, by the type of the column it goes into; null when the cell can only say yes.
 * A plain yes gives no value.
 */
export function factSql(expr: string, type: string, name: string): string | null {
  const clean = `nullif(trim(${expr}), '')`;
  const notYes = saysMoreSql(expr);
  if (name === 'plate_no')
    return `nullif(regexp_extract(${expr}, '[\\p{Han}][A-Za-z][·\\- ]?[A-Za-z0-9]{5,6}'), '')`;
  if (type === 'date' || type === 'month')
    return `nullif(regexp_extract(${expr}, '(19|20)[0-9]{2}[-./年]?[0-9]{1,2}[-./月]?([0-9]{1,2}日?)?'), '')`;
  if (type === 'money')
    return `case when regexp_matches(${expr}, '[0-9](元|/月)|^[0-9]+(\\.[0-9]+)?$|金额|养老金|收入') and ${MONEY.replace('%', expr)} > 1 then regexp_extract(${expr}, '([0-9]+(?:\\.[0-9]+)?万?元?)', 1) end`;
  const said = `case when regexp_matches(${clean}, '[\\p{Han}]{3,}') and not regexp_matches(${clean}, '^[0-9]|^.{0,3}[0-9.]+(元|套|辆|条)|^(有|已|是)') then ${notYes} end`;
  return type === 'text' && SAYS_WHERE.has(name) ? said : null;
}

/** Text columns a hit cell's words may fill. */
const SAYS_WHERE = new Set(['company', 'unit', 'withholder', 'location', 'post', 'place']);
