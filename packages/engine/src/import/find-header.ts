import { type Heading, normaliseHeading, readHeading } from './heading.ts';
import type { RawRow, RawSheet } from './read/raw-sheet.ts';
import type { Source } from './source.ts';

/** Where a sheet's header is and what it says. */
export interface SheetHeader {
  /** Row numbers of the header rows, numbering row included; empty when the sheet has none. */
  readonly rows: readonly number[];
  /** Row number of the last row above the body; 0 when the body begins with the first row. */
  readonly last: number;
  readonly headings: readonly Heading[];
  /** Texts above the header (title, unit, date). */
  readonly titles: readonly string[];
  /** 0–1: how sure it is that these rows are the header. */
  readonly confidence: number;
}

/** Every heading of every data set, to tell a header row from a row of data. */
export class HeadingLexicon {
  private readonly exact = new Set<string>([
    '序号',
    '编号',
    '次序',
    '行号',
    'no',
    '序',
    '民族',
    '年龄',
    '文化程度',
  ]);
  private readonly long: string[];
  private readonly endings: string[] = [];
  private readonly seen = new Map<string, number>();

  constructor(sources: readonly Source[]) {
    const named = sources.flatMap((s) => [
      ...s.columns.flatMap((c) => [...c.headings, ...c.weak]),
      ...s.hit,
      ...s.vocabulary.hitHeadings,
    ]);
    for (const word of named) this.exact.add(word);
    const words = sources[0]?.vocabulary;
    this.endings.push(
      ...(words === undefined ? [] : [...words.idWords, ...words.nameWords]),
      '日期',
      '时间',
      '年月',
      '金额',
      '电话',
      '号码',
      '类别',
      '类型',
      '原因',
      '状态',
      '情况',
      '单位',
    );
    for (const word of this.endings) this.exact.add(word);
    this.long = [...this.exact].filter((w) => w.length >= 3);
  }

  /** 1 a known heading, 0.6 contains one or ends like one, 0 neither. */
  score(text: string): number {
    const known = this.seen.get(text);
    if (known !== undefined) return known;
    const value = this.compute(text);
    if (this.seen.size < 20_000) this.seen.set(text, value);
    return value;
  }

  private compute(text: string): number {
    const heading = readHeading([text]);
    if (this.exact.has(heading.leaf) || this.exact.has(heading.bare)) return 1;
    if (isWideMonth(text)) return 0.8;
    if (heading.leaf.length < 2 || heading.leaf.length > 24) return 0;
    if (this.endings.some((w) => w.length >= 2 && heading.leaf.endsWith(w))) return 0.6;
    return this.long.some((w) => heading.leaf.includes(w)) ? 0.6 : 0;
  }
}

/** A heading that is a month of a wide table: 1月, 2025年3月, 202503, 三月份金额. */
export function isWideMonth(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  return (
    /^(?:20\d{2}[年./-]?)?(?:0?[1-9]|1[0-2]|[一二三四五六七八九]|十[一二]?)月份?(?:发放|补贴|补助|救助|保障|低保)?(?:金额?|款|数|额)?(?:\(元\))?$/u.test(
      plain,
    ) || /^20\d{2}[-./年]?(?:0[1-9]|1[0-2])$/u.test(plain)
  );
}

const DATA =
  /^(?:[-¥￥]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-¥￥]?\d+(?:\.\d+)?(?:元|E\+?\d+)?)$|^\d{14,17}[\dXx×*]$|^\d{6}\*+|^(?:19|20)?\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?|^(?:19|20)\d{6}$/u;

interface RowLook {
  readonly row: RawRow;
  readonly filled: number;
  readonly distinct: number;
  readonly known: number;
  readonly data: number;
}

function look(row: RawRow, lexicon: HeadingLexicon): RowLook {
  const cells = row.cells.filter((c): c is string => c !== null && c.trim() !== '');
  const set = new Set(cells.map((c) => c.trim()));
  let known = 0;
  let data = 0;
  for (const cell of set) {
    if (DATA.test(cell.normalize('NFKC').replace(/[\s']+/gu, '')) && !isWideMonth(cell)) data += 1;
    else if (cell.length <= 40) known += lexicon.score(cell);
  }
  return { row, filled: cells.length, distinct: set.size, known, data };
}

const UNIT_ROW = /(?:填报|报送|上报|制表|填表|编制|单位|日期|时间|月份)[^:：]{0,6}[:：]/u;
const isUnitRow = (l: RowLook): boolean =>
  l.distinct <= 4 && l.row.cells.some((c) => c !== null && UNIT_ROW.test(c)) && l.known < l.distinct;

const headerScore = (l: RowLook): number =>
  l.distinct < 2 || isUnitRow(l) ? 0 : l.known + 0.05 * Math.min(l.filled, 20) - 1.5 * l.data;

/** Words that are values elsewhere but name sub-columns under 月标准. */
const SUB_HEADING =
  /^(?:城市|城镇|农村|集中|分散|集中供养|分散供养|散居|机构|全自理|半自理|半护理|全护理|不能自理)$/u;

/** Whether `b` below `a` names sub-columns of it. */
function isSubHeader(a: RowLook, b: RowLook, lexicon: HeadingLexicon): boolean {
  if (b.data > 0 || b.row.rowNo - a.row.rowNo > 2) return false;
  const below = b.row.cells.map((cell, i) => ({ text: cell?.trim() ?? '', above: cellAt(a.row, i)?.trim() }));
  const own = below.filter(({ text, above }) => text !== '' && text !== above);
  const known = own.filter(({ text }) => SUB_HEADING.test(text) || lexicon.score(text) > 0).length;
  const shared = below.filter(({ text, above }) => above !== undefined && (text === '' || text === above));
  if (own.length === 0 || known / own.length < 0.5) return false;
  return (shared.length >= 1 || known >= 2) && groupAbove(a, b);
}

const cellAt = (row: RawRow, index: number): string | null => row.cells[index] ?? null;

/** A sub-heading stands under a group: a cell repeated or left empty to its right, or under an empty cell. */
function groupAbove(a: RowLook, b: RowLook): boolean {
  return b.row.cells.some((cell, i) => {
    const above = cellAt(a.row, i);
    if (cell === null || cell === above) return false;
    const right = cellAt(a.row, i + 1);
    return (
      above === null ||
      above === right ||
      above === cellAt(a.row, i - 1) ||
      (right === null && cellAt(b.row, i + 1) !== null)
    );
  });
}

function isNumbering(row: RawRow | undefined): boolean {
  const cells = (row?.cells ?? [])
    .filter((c): c is string => c !== null)
    .map((c) => c.trim().replace(/[()（）]/gu, ''));
  if (cells.length < 3) return false;
  const steps = cells.filter(
    (c, i) => /^\d{1,2}$/u.test(c) && (i === 0 || Number(c) === Number(cells[i - 1]) + 1),
  ).length;
  return steps >= cells.length - 2 && steps >= 3
    ? Number(cells.at(-1)) <= cells.length + 1
    : cells.every((c) => /^[甲乙丙丁戊己庚辛壬癸]$|^\d{1,2}$/u.test(c)) && /^[甲乙]$/u.test(cells[0] ?? '');
}

/** Group headings carried to the right over the empty cells of their own sub-columns (files without merge marks). */
function carryGroups(rows: readonly RawRow[], columns: number): (string | null)[][] {
  return rows.map((row, k) => {
    const below = rows.slice(k + 1);
    let group: string | null = null;
    let from = -1;
    return Array.from({ length: columns }, (_, c) => {
      const cell = row.cells[c] ?? null;
      if (cell !== null) {
        group = cell;
        from = c;
        return cell;
      }
      const sub = (at: number): string | null =>
        below.map((r) => r.cells[at] ?? null).find((x) => x !== null) ?? null;
      const own = sub(from);
      return group !== null && sub(c) !== null && own !== null && own !== group ? group : null;
    });
  });
}

function headerBlock(looks: readonly RowLook[], at: number, lexicon: HeadingLexicon): [number, number] {
  let top = at;
  let bottom = at;
  while (
    bottom + 1 < looks.length &&
    bottom - top < 3 &&
    isSubHeader(looks[bottom] as RowLook, looks[bottom + 1] as RowLook, lexicon)
  )
    bottom += 1;
  while (top > 0 && bottom - top < 3) {
    const above = looks[top - 1] as RowLook;
    if (above.distinct < 2 || isUnitRow(above) || !isSubHeader(above, looks[top] as RowLook, lexicon)) break;
    top -= 1;
  }
  return [top, bottom];
}

/**
 * Finds the header of a sheet under titles, units and dates; flattens two and three rows; copes with none at all.
 * @param told number of the row that a clerk says is the header; it counts when it is one of the first rows
 */
export function findHeader(sheet: RawSheet, lexicon: HeadingLexicon, told?: number): SheetHeader {
  const looks = sheet.head.map((row) => look(row, lexicon));
  const named = sheet.head.findIndex((row) => row.rowNo === told);
  if (named >= 0) return headerOf(sheet, [named, named], lexicon);
  const scores = looks.map(headerScore);
  const best = Math.max(0, ...scores);
  const at = scores.findIndex((s) => s >= 0.75 * best);
  if (at < 0 || best < 1.6) return withoutHeader(sheet, looks);
  return headerOf(sheet, headerBlock(looks, at, lexicon), lexicon);
}

function headerOf(
  sheet: RawSheet,
  [top, bottom]: readonly [number, number],
  lexicon: HeadingLexicon,
): SheetHeader {
  const block = sheet.head.slice(top, bottom + 1);
  const numbered = isNumbering(sheet.head[bottom + 1]) ? sheet.head.slice(bottom + 1, bottom + 2) : [];
  const filled = carryGroups(block, sheet.columns);
  const headings = Array.from({ length: sheet.columns }, (_, c) =>
    readHeading(filled.map((r) => r[c] ?? null)),
  );
  const rows = [...block, ...numbered].map((r) => r.rowNo);
  const named = headings.filter((h) => h.leaf !== '');
  const known = named.filter((h) => lexicon.score(h.leaf) > 0).length;
  return {
    rows,
    headings,
    last: rows.at(-1) ?? 0,
    titles: titlesOf(sheet.head.slice(0, top)),
    confidence: named.length === 0 ? 0 : known / named.length,
  };
}

function titlesOf(rows: readonly RawRow[]): string[] {
  return [
    ...new Set(
      rows.flatMap((r) =>
        r.cells.filter((c): c is string => c !== null && c.trim() !== '').map((c) => c.trim()),
      ),
    ),
  ];
}

function withoutHeader(sheet: RawSheet, looks: readonly RowLook[]): SheetHeader {
  const firstData = looks.findIndex((l) => l.data >= 1 && l.distinct >= 2);
  const above = sheet.head
    .slice(0, Math.max(0, firstData))
    .filter((r) => new Set(r.cells.filter((c) => c !== null)).size <= 1);
  const last = firstData > 0 && above.length === firstData ? (above.at(-1)?.rowNo ?? 0) : 0;
  return {
    rows: [],
    last,
    headings: Array.from({ length: sheet.columns }, () => readHeading([])),
    titles: last === 0 ? [] : titlesOf(above),
    confidence: 0,
  };
}

/** Normal form of a header row's cells, to recognise it when it comes again on each page. */
export const headerKey = (cells: readonly (string | null)[]): string[] =>
  cells.map((c) => normaliseHeading(c ?? ''));
