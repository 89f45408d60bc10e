import { normaliseValue } from './category-values.ts';
import type { SourceColumn } from './source.ts';

/** What the cells of one column look like: shares (0 to 1) of the filled cells, from a sample. */
export interface ColumnProfile {
  readonly filled: number;
  readonly sampled: number;
  readonly distinct: number;
  readonly id: number;
  readonly name: number;
  readonly date: number;
  readonly month: number;
  readonly number: number;
  readonly count: number;
  readonly phone: number;
  readonly account: number;
  readonly plate: number;
  readonly credit: number;
  readonly disabilityNo: number;
  readonly glued: number;
  readonly values: readonly string[];
}

/** Of cells without blanks: 2022-03-0500:00:00 is a day with a time. */
const DAY =
  /^(?:\d{4}|\d{2})[-./年](?:0?[1-9]|1[0-2])[-./月](?:0?[1-9]|[12]\d|3[01])日?(?:T?\d{1,2}:\d{2}.*)?$|^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u;
const MONTH =
  /^(?:(?:19|20)?\d{2})[-./年](?:0?[1-9]|1[0-2])月?份?$|^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$|^(?:[1-9]|1[0-2])月份?$|季度?$|^\d{4}年?[.\d]*[-~—至]\d*年?[\d]*月?$|月份?[-~—至]\d+月/u;
const OPEN = /^(?:长期|至今|永久|在任|现任|在职|在岗|今$|目前|现在)/u;
const SERIAL = /^(?:1\d|[2-5]\d)\d{3}(?:\.0)?$/u;
const NUMBER = /^[-¥￥]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:万?元)?(?:\/[月年人季]+)?$/u;
const NAME = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{1,10}[·•．・][\p{Script=Han}·•．・]{1,14}$/u;
const NOT_NAME =
  /[村镇乡组队市县区街路局所院校司厂店部办]$|^(?:农村|城市|城镇|低保|本人|户主|配偶|正常|成功|有效|无|否|是)/u;
const PLATE =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z0-9][-·. ]?[A-Z0-9]{4,7}[挂学警]?$|^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\d{2}[-·]?\d{5}$/u;

type Kind =
  | 'id'
  | 'name'
  | 'date'
  | 'month'
  | 'number'
  | 'count'
  | 'phone'
  | 'account'
  | 'plate'
  | 'credit'
  | 'disabilityNo'
  | 'glued';

function looksLikeId(text: string): boolean {
  if (/^\d\.\d{2,}E\+1[3-8]$/iu.test(text)) return true;
  if (/^\d{3,14}[*#●×xX]{3,}[\dXx]{0,6}$/u.test(text)) return true;
  if (/^\d{17}[\dXx×*]$/u.test(text) || /^\d{17}$/u.test(text))
    return /^[1-9]\d{5}(?:18|19|20)\d{2}/u.test(text);
  if (/^\d{15}$/u.test(text)) return /^[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])/u.test(text);
  return /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{4,7}[Xx]?$/u.test(text);
}

function numericKinds(text: string): Kind[] {
  const kinds: Kind[] = [];
  if (NUMBER.test(text)) kinds.push('number');
  if (/^\d{1,3}(?:\.0+)?[人口个岁级次]?$/u.test(text)) kinds.push('count');
  if (/^1\d{10}$|^\d{7,8}$|^0\d{2,3}-?\d{7,8}$/u.test(text)) kinds.push('phone');
  if (/^\d{10,23}$|^\d\.\d{2,}E\+1[5-9]$/iu.test(text)) kinds.push('account');
  return kinds;
}

const isDay = (text: string): boolean =>
  DAY.test(text) ||
  SERIAL.test(text) ||
  OPEN.test(text) ||
  /^(?:19|20)\d{2}[-./年]\d{1,2}(?!\d).*(?:[-~—至到]|起)/u.test(text);

const TEXT_KINDS: readonly (readonly [Kind, (text: string) => boolean])[] = [
  ['date', isDay],
  ['month', (text) => MONTH.test(text)],
  ['name', (text) => NAME.test(text.replace(/\(.*\)$/u, '')) && !NOT_NAME.test(text)],
  ['plate', (text) => PLATE.test(text.toUpperCase())],
  ['disabilityNo', (text) => /^\d{17}[\dX][1-7][1-4](?:B\d)?$/iu.test(text)],
  ['credit', (text) => /^(?:5[123]|9[123]|12)[0-9A-Z]{16}$/u.test(text)],
  ['glued', (text) => /^\p{Script=Han}{2,6}.{0,3}\d{15,17}/u.test(text)],
];

/** A cell without what does not change its kind: blanks, marks that take no room, quotes, a currency's name, a label. */
const bareCell = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\p{Cf}'"`]+/gu, '')
    .replace(/^(?:人民币|RMB|CNY|(?:居民)?身份证(?:件)?(?:号码?)?:)|(?<=\d{2}[\dXx])[.。,;]$/gu, '');

function kindsOf(raw: string): Kind[] {
  const text = bareCell(raw);
  if (looksLikeId(text)) return ['id'];
  return [...numericKinds(text), ...TEXT_KINDS.filter(([, is]) => is(text)).map(([kind]) => kind)];
}

/** Looks at one column's sampled cells; null cells count as sampled only. */
export function profileColumn(cells: readonly (string | null)[]): ColumnProfile {
  const tally: Record<Kind, number> = {
    id: 0,
    name: 0,
    date: 0,
    month: 0,
    number: 0,
    count: 0,
    phone: 0,
    account: 0,
    plate: 0,
    credit: 0,
    disabilityNo: 0,
    glued: 0,
  };
  const values = new Set<string>();
  let filled = 0;
  for (const cell of cells) {
    if (cell === null || /^[\s/\-—无]*$/u.test(cell)) continue;
    filled += 1;
    values.add(cell);
    for (const kind of kindsOf(cell)) tally[kind] += 1;
  }
  const share = (kind: Kind): number => (filled === 0 ? 0 : tally[kind] / filled);
  return {
    filled,
    sampled: cells.length,
    distinct: values.size,
    values: [...values].slice(0, 200),
    id: share('id'),
    name: share('name'),
    date: share('date'),
    month: share('month'),
    number: share('number'),
    count: share('count'),
    phone: share('phone'),
    account: share('account'),
    plate: share('plate'),
    credit: share('credit'),
    disabilityNo: share('disabilityNo'),
    glued: share('glued'),
  };
}

const atLeast = (share: number, low: number): number => (share >= 0.5 ? 1 : share >= 0.2 ? 0.75 : low);

function categoryShare(column: SourceColumn, profile: ColumnProfile): number {
  if (profile.values.length === 0) return 1;
  let known = 0;
  for (const value of profile.values) {
    const text = normaliseValue(value);
    if (
      column.values.has(text) ||
      (text.length >= 2 && [...column.values.keys()].some((w) => w.length >= 2 && text.includes(w)))
    )
      known += 1;
  }
  return known / profile.values.length;
}

const numeric = (p: ColumnProfile): number => Math.max(p.number, p.count);

const fits: Record<SourceColumn['type'], (p: ColumnProfile, c: SourceColumn) => number> = {
  id: (p) => atLeast(p.id, p.number + p.account + p.disabilityNo > 0.5 ? 0.3 : 0.12),
  name: (p) => (p.glued > 0.3 ? 1 : p.id + numeric(p) > 0.5 ? 0.05 : atLeast(p.name, 0.4)),
  date: (p) => (p.id > 0.5 ? 0.05 : atLeast(Math.max(p.date, p.month, p.date + p.month), 0.3)),
  month: (p, c) =>
    c.yesNow && p.values.every((v) => /^(?:有|无|是|否|√|×)$/u.test(v.trim()))
      ? 1
      : p.id > 0.5
        ? 0.05
        : atLeast(p.date + p.month + p.count, 0.35),
  money: (p) => (p.id > 0.3 || p.phone > 0.8 || p.account > 0.5 ? 0.05 : atLeast(numeric(p), 0.3)),
  int: (p) => (p.id > 0.3 ? 0.05 : atLeast(p.count + p.number, 0.5)),
  decimal: (p) => (p.id > 0.3 ? 0.05 : atLeast(numeric(p), 0.5)),
  year: (p) => atLeast(p.number + p.month + p.date, 0.4),
  phone: (p) => (p.id > 0.3 ? 0.1 : atLeast(p.phone, 0.45)),
  account: (p) => (p.id > 0.7 ? 0.3 : atLeast(p.account + p.id, 0.3)),
  credit: (p) => (p.credit + p.account + p.number > 0.3 ? 1 : 0.7),
  text: (p) => (p.id > 0.7 ? 0.2 : 1),
  place: (p) => (p.id > 0.3 || numeric(p) > 0.5 ? 0.2 : 1),
  cat: (p, c) => 0.45 + 0.55 * categoryShare(c, p),
  yesno: (p, c) => 0.5 + 0.5 * categoryShare(c, p),
};

/** How well a column's cells fit a column's type, 0 to 1; an empty column fits all a little less. */
export function fitOf(column: SourceColumn, profile: ColumnProfile): number {
  return profile.filled === 0 ? 0.9 : fits[column.type](profile, column);
}
