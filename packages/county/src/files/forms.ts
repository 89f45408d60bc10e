import { spreadsheetSerial } from '../months.ts';
import type { Random } from '../prng.ts';
import type { Cell } from './sheet.ts';

/** The many ways in which offices write the same date, month or sum. All take the plain form and leave other cells alone. */
export type Form = (cell: Cell) => Cell;

function parts(cell: Cell): [string, string, string] | undefined {
  if (typeof cell !== 'string') return undefined;
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(cell);
  return found === null ? undefined : [found[1] ?? '', found[2] ?? '', found[3] ?? ''];
}

function shaped(shape: (year: string, month: string, day: string) => Cell): Form {
  return (cell) => {
    const found = parts(cell);
    return found === undefined ? cell : shape(...found);
  };
}

/** 2018.6.1 or 2018.6 */
export const dotted = shaped((y, m, d) => `${y}.${Number(m)}${d === '' ? '' : `.${Number(d)}`}`);
/** 20180601 or 201806 */
export const compact = shaped((y, m, d) => y + m + d);
/** 2018年6月1日 or 2018年6月 */
export const chinese = shaped((y, m, d) => `${y}年${Number(m)}月${d === '' ? '' : `${Number(d)}日`}`);
/** 2018/6/1 */
export const slashed = shaped((y, m, d) => `${y}/${Number(m)}${d === '' ? '' : `/${Number(d)}`}`);
/** 18年6月 */
export const short = shaped((y, m) => `${y.slice(2)}年${Number(m)}月`);
/** 43252: the day number of a spreadsheet */
export const serial = shaped((y, m, d) => (d === '' ? `${y}-${m}` : spreadsheetSerial(`${y}-${m}-${d}`)));

/** A different form in nearly every row, as when several clerks fill in one file. */
export function mixed(random: Random): Form {
  return (cell) => random.pick([dotted, slashed, chinese, compact, (same: Cell) => same])(cell);
}

/** 1,234.00 */
export const thousands: Form = (cell) => {
  if (typeof cell !== 'number') return cell;
  const [whole = '0', cents = '00'] = cell.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
};

/** ￥300元 */
export const yuanSign: Form = (cell) => (typeof cell === 'number' ? `￥${cell}元` : cell);
/** 300/月 */
export const perMonth: Form = (cell) => (typeof cell === 'number' ? `${cell}/月` : cell);
/** 1.2 (万元) */
export const tenThousands: Form = (cell) => (typeof cell === 'number' ? Math.round(cell) / 10_000 : cell);

/** Replaces nothing by one of the words offices use for it. */
export function dirtyEmpty(random: Random): Form {
  return (cell) => (cell === null && random.chance(0.5) ? random.pick(['无', '/', '-', '—', '不详']) : cell);
}

/** Category words. */
export function words(map: Readonly<Record<string, string>>): Form {
  return (cell) => (cell === null || typeof cell === 'object' ? cell : (map[String(cell)] ?? cell));
}
