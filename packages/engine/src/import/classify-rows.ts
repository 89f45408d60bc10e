import { headerKey } from './find-header.ts';

export type RowClass = 'row' | 'header' | 'title' | 'total' | 'note' | 'section' | 'blank';

/** What the rows of a sheet are compared with. */
export interface SheetShape {
  /** Normalised cells of each header row. */
  readonly headers: readonly (readonly string[])[];
  readonly titles: ReadonlySet<string>;
  readonly nameColumns: readonly number[];
  readonly idColumns: readonly number[];
}

const TOTAL =
  /^计$|^(?:本?[页村镇乡县社组户]|全[村镇乡县社区]|本表|本次|以上)?(?:小|合|总|共|累|统)计|(?:小计|合计|总计|累计)$|^(?:小计|合计|总计|共计|累计|总数|总额|汇总|本页小计)/u;
const NOTE =
  /^(?:备?注\d?[:.、]?|说明|填表说明|填报说明|注意|填表人|填报人|制表人?|审核人?|复核人?|审批人|负责人|单位负责人|经办人|经手人|分管领导|分管负责人|主要领导|主管领导|领导签字|领导|主管|盖章|公章|单位盖章|单位公章|单位[(]?盖章[)]?|填表日期|填报日期|制表日期|制表时间|填表时间|打印日期|打印时间|报送日期|报送时间|上报时间|数据来源|统计截止|截止|联系人|联系电话|以上|以下空白|以下无正文|填报单位|填表单位|制表单位|报送单位|上报单位|乡镇[(]?街道[)]?[(]?盖章[)]?|第\d+页|共\d+页|第.{1,3}页|\d+\/\d+|—+.*—+|-+完-+|【.*】)/u;
const NOTE_MARK = /[:：]|盖章|签字|空白|第.{1,4}页|^注|^备注|^说明|^以[上下]/u;
const SECTION =
  /(?:村|社区|居委会|镇|乡|街道|办事处|居|嘎查|农场|管区)(?:[(].*[)])?[:：]?$|^[(]?[一二三四五六七八九十]{1,3}[)、.]|^\d{1,2}、\p{Script=Han}|^(?:城市|城镇|农村|城乡)?(?:低保|最低生活保障|特困|特困供养|低保边缘|低收入|孤儿|事实无人抚养儿童|高龄|残疾人)(?:对象|人员|家庭|户|津贴|补贴)?(?:名单|部分)?[:：]?$|^(?:城市|城镇|农村|集中供养|分散供养)(?:[(].*[)])?[:：]?$/u;
const BLANK = /^[\s/\-—_0-9.]*$/u;

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s　]+/gu, '');

function isRepeatedHeader(cells: readonly (string | null)[], shape: SheetShape): boolean {
  const keys = headerKey(cells);
  return shape.headers.some((header) => {
    let filled = 0;
    let same = 0;
    for (const [i, key] of keys.entries()) {
      if (key === '') continue;
      filled += 1;
      if (key === header[i]) same += 1;
    }
    return filled >= 2 && same / filled >= 0.6;
  });
}

const LONE: readonly (readonly [RowClass, (text: string) => boolean])[] = [
  ['total', (text) => TOTAL.test(text)],
  ['note', (text) => NOTE.test(text)],
  ['section', (text) => SECTION.test(text) && text.length <= 40],
];

/** A row whose filled cells all say the same. */
function loneClass(text: string, shape: SheetShape, index: number): RowClass {
  if (shape.titles.has(text)) return 'title';
  const known = LONE.find(([, is]) => is(text))?.[0];
  if (known !== undefined) return known;
  const isId = shape.idColumns.includes(index);
  if (BLANK.test(text) && !isId) return 'blank';
  return text.length >= (isId || shape.nameColumns.includes(index) ? 21 : 6) ? 'note' : 'row';
}

function hasNumber(cells: readonly (string | null)[], shape: SheetShape): boolean {
  return shape.idColumns.some((c) => /\d{6,}/u.test(plain(cells[c] ?? '')));
}

/**
 * What one row below the header is. A row with a number in an identity column is always data; structure is only what
 * is clearly a repeated header or title, a total, a note, a village's or chapter's own line, or an empty numbered form
 * line. Everything else is data.
 */
export function classifyRow(cells: readonly (string | null)[], shape: SheetShape): RowClass {
  if (isRepeatedHeader(cells, shape)) return 'header';
  if (hasNumber(cells, shape)) return 'row';
  const texts = cells.map((c) => plain(c ?? ''));
  const filled = texts.flatMap((t, i) => (t === '' ? [] : [i]));
  const first = filled[0];
  if (first === undefined) return 'blank';
  const lone = texts[first] ?? '';
  if (new Set(filled.map((i) => texts[i])).size === 1) return loneClass(lone, shape, first);
  return totalClass(texts, filled, shape) ?? (isNote(lone, texts, filled, shape) ? 'note' : 'row');
}

/** A sum, or a line of the form nobody filled in; null for rows with words in them. */
function totalClass(
  texts: readonly string[],
  filled: readonly number[],
  shape: SheetShape,
): 'total' | 'blank' | null {
  const lead = filled.slice(0, 4).map((i) => texts[i] ?? '');
  if (lead.some((t) => TOTAL.test(t) && t.length <= 16)) return 'total';
  if (!filled.every((i) => BLANK.test(texts[i] ?? '') && !shape.nameColumns.includes(i))) return null;
  return isLikelyBlank(texts, filled) ? 'blank' : 'total';
}

const isNote = (
  lone: string,
  texts: readonly string[],
  filled: readonly number[],
  shape: SheetShape,
): boolean =>
  NOTE.test(lone) && NOTE_MARK.test(filled.map((i) => texts[i]).join(' ')) && !hasName(texts, shape);

/** Only a running number, zeros and dashes: a line of the form nobody filled in. */
function isLikelyBlank(texts: readonly string[], filled: readonly number[]): boolean {
  return filled.every((i, at) => at === 0 || /^[\s/\-—_0.]*$/u.test(texts[i] ?? ''));
}

function hasName(texts: readonly string[], shape: SheetShape): boolean {
  return shape.nameColumns.some(
    (c) => /^[\p{Script=Han}·]{2,6}$/u.test(texts[c] ?? '') && !NOTE.test(texts[c] ?? ''),
  );
}
