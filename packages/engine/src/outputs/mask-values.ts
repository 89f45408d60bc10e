import { maskId } from '@yangguang/domain/words/id-number';

/** A value as it came out of JSON. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

// Column names of the canonical tables that hold numbers of people, whatever their shape.
const ID_COLUMN = /(^|_)id(_number|_raw|18)?$|身份证|证件号/i;
const PHONE_COLUMN = /phone|mobile|电话|手机/i;
const ACCOUNT_COLUMN = /account_no|account_number|card_no|账号|卡号/i;
// Companies' codes are public and may consist of digits alone.
const OPEN_COLUMN = /credit_code|统一社会信用代码|^lead_id$/i;

// A number stands alone when neither letter nor digit touches it: file hashes and codes are left as they are.
const ID18 = /(?<![0-9A-Za-z])(\d{6})(?:18|19|20)\d{6}(\d{3}[\dXx])((?:\d\d(?:B\d)?)?)(?![0-9A-Za-z])/g;
const ID15 = /(?<![0-9A-Za-z])(\d{6})\d{5}(\d{4})(?![0-9A-Za-z])/g;
const MOBILE = /(?<![0-9A-Za-z])(1[3-9]\d)\d{4}(\d{4})(?![0-9A-Za-z])/g;
const LONG_NUMBER = /(?<![0-9A-Za-z])\d{8,21}(\d{4})(?![0-9A-Za-z])/g;

/** Whatever is masked holds a run of eight digits: most texts need no closer look. */
const MANY_DIGITS = /\d{8}/;

/**
 * Text with every ID number (15, 18, or the 20 characters of a disability card), mobile number and other run
 * of 16 or more digits (bank accounts) masked: ID first 6 and last 4, mobile 3 + 4, account last 4.
 */
export function maskText(text: string): string {
  if (!MANY_DIGITS.test(text)) return text;
  return text
    .replace(ID18, (_all, first: string, last: string, more: string) => `${first}********${last}${more}`)
    .replace(ID15, '$1*****$2')
    .replace(MOBILE, '$1****$2')
    .replace(LONG_NUMBER, (run, last: string) =>
      run.length >= 16 ? `${'*'.repeat(run.length - 4)}${last}` : run,
    );
}

/** An account number: stars and its last 4 characters. */
export function maskAccount(account: string): string {
  return account.length > 4
    ? `${'*'.repeat(account.length - 4)}${account.slice(-4)}`
    : '*'.repeat(account.length);
}

/** A phone number: first 3 and last 4, landlines and short ones the last 4 at most. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
  return maskAccount(phone);
}

/** A column's text: by the column's name first, then whatever still looks like a number of a person. */
export function maskColumn(column: string, text: string): string {
  if (OPEN_COLUMN.test(column)) return text;
  if (ACCOUNT_COLUMN.test(column)) return maskAccount(text);
  if (PHONE_COLUMN.test(column)) return maskPhone(text);
  // Several numbers in one cell, or a note beside it, are found by their shape; a lone damaged one is not.
  if (ID_COLUMN.test(column) && /^[0-9A-Za-z*]{12,20}$/.test(text)) return maskId(text);
  return maskText(text);
}

/** The same JSON with every text masked; `column` is the name it stands under. */
export function maskJson(value: JsonValue, column = ''): JsonValue {
  if (typeof value === 'string') return maskColumn(column, value);
  if (typeof value === 'number') return maskNumber(value, column);
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => maskJson(item, column));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskJson(item, key)]));
}

function maskNumber(value: number, column: string): JsonValue {
  const masked = maskColumn(column, String(value));
  return masked === String(value) ? value : masked;
}
