/** How a number format changes the text of a number: plain, a date, or padded with zeros to `width` digits. */
export type NumberLook =
  | { readonly kind: 'plain' | 'date' }
  | { readonly kind: 'padded'; readonly width: number };

const plain: NumberLook = { kind: 'plain' };
const date: NumberLook = { kind: 'date' };

/** Built-in date formats, including the Chinese ones (27–36, 50–58), which have no format code in the file. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** The look of a number format: its code when the file has one, else its built-in id. Durations (`[h]:mm`) are plain. */
export function numberLook(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return isBuiltInDate(id) ? date : plain;
  const section = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .split(';')[0] as string;
  if (/\[[hms]+\]/i.test(section)) return plain;
  const bare = section.replace(/\[[^\]]*\]?/g, '').replace(/General|G\/?通用格式|通用格式|E[+-]/gi, '');
  if (/[ymdhsae年月日]/i.test(bare)) return date;
  return /^0{2,30}$/.test(bare.trim()) ? { kind: 'padded', width: bare.trim().length } : plain;
}

const lastSerial = 2_958_465; // 9999-12-31
const dayMs = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/**
 * A spreadsheet serial as 'YYYY-MM-DD', with ' HH:MM:SS' when it has a time, 'HH:MM:SS' for a time alone.
 * Null when the serial is no date (negative, beyond 9999, or 0, which is what an empty reference shows).
 */
export function dateText(serial: number, date1904: boolean): string | null {
  if (serial === 0 && date1904) return '1904-01-01';
  if (!(serial > 0 && serial < lastSerial + 1)) return null;
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * 86_400);
  if (seconds === 86_400) {
    days += 1;
    seconds = 0;
  }
  return joinTime(days === 0 && !date1904 ? null : dayText(days, date1904), seconds);
}

function joinTime(day: string | null, seconds: number): string | null {
  if (seconds === 0) return day;
  return day === null ? clockText(seconds) : `${day} ${clockText(seconds)}`;
}

function dayText(days: number, date1904: boolean): string {
  if (date1904) return isoDay(epoch1904 + days * dayMs);
  // The 1900 system has a 29 February 1900 that never was: before it the epoch is one day later.
  if (days === 60) return '1900-02-29';
  return isoDay(epoch1900 + (days < 60 ? days + 1 : days) * dayMs);
}

const knownDays = new Map<number, string>();

function isoDay(ms: number): string {
  let text = knownDays.get(ms);
  if (text === undefined) {
    text = new Date(ms).toISOString().slice(0, 10);
    // A century of days: real files use few, damaged ones must not fill the memory.
    if (knownDays.size < 36_525) knownDays.set(ms, text);
  }
  return text;
}

function clockText(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * A number's text: as the file has it, except that an exponent is written out when the value is below 1e15.
 * From 1e15 the exponent stays, because it shows that digits are lost ('1.10105199001011E+17').
 */
export function numberText(raw: string): string {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/.exec(raw);
  if (!match) return raw;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  const shift = Number(exponent);
  if (Math.abs(Number(raw)) >= 1e15 || shift < -30 || shift > 30) return raw;
  return (sign === '-' ? '-' : '') + plainDecimal(whole + fraction, whole.length + shift);
}

/** `digits` with the decimal point before index `point`, which may lie outside. */
function plainDecimal(digits: string, point: number): string {
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

/** Spreadsheets keep 15 digits: larger numbers may be damaged. */
export function isLongNumber(raw: string): boolean {
  return raw.length > 14 && Math.abs(Number(raw)) >= 1e15;
}

/** The text of a numeric cell under its number format. */
export function numericCellText(raw: string, look: NumberLook, date1904: boolean): string {
  if (look.kind === 'date') return dateText(Number(raw), date1904) ?? numberText(raw);
  if (look.kind === 'padded' && /^\d+$/.test(raw)) return raw.padStart(look.width, '0');
  return numberText(raw);
}

/** ISO text of a `t="d"` cell, shortened to the day when its time is midnight. */
export function isoCellText(raw: string): string {
  return raw
    .replace(/T00:00(:00(\.0+)?)?Z?$/, '')
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z?$/, '$1 $2');
}

/** Undoes the `_x000D_` escapes of text cells; an escaped NUL falls away. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    hex === '0000' ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
