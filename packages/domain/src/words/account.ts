import { isBlank, plainText } from './plain-text.ts';

export type AccountState = 'card' | 'account' | 'truncated' | 'scientific' | 'masked' | 'other' | 'missing';

export interface Account {
  /**
   * card: 16–19 digits that satisfy Luhn; account: other digits of a plausible length (passbooks need no Luhn);
   * truncated: a card length ending 0000, cut by a spreadsheet.
   */
  state: AccountState;
  /** Digits only, or the cleaned text; null if missing. */
  account: string | null;
}

/** True if the digits satisfy the Luhn check (mod 10) that bank cards carry and passbooks do not. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d{2,}$/u.test(digits)) return false;
  let sum = 0;
  for (let position = 0; position < digits.length; position += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - position) - 48;
    const doubled = position % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A double holds 15 digits; the zeros after them are the spreadsheet's. In a text four zeros and no Luhn are needed. */
function isTruncated(account: string, wasNumber: boolean, luhn: boolean): boolean {
  const lost = account.length - 15;
  if (lost <= 0) return false;
  if (wasNumber) return account.endsWith('0'.repeat(lost));
  return lost >= 2 && !luhn && account.endsWith('0'.repeat(Math.min(lost, 4)));
}

function stateOf(account: string, wasNumber: boolean): AccountState {
  if (/^\d(?:\.\d+)?E\+?\d+$/u.test(account)) return 'scientific';
  if (/^\d*\*+\d*$/u.test(account)) return 'masked';
  if (!/^\d+$/u.test(account)) return 'other';
  const luhn = /^\d{16,19}$/u.test(account) && passesLuhn(account);
  if (isTruncated(account, wasNumber, luhn)) return 'truncated';
  if (luhn) return 'card';
  return /^\d{8,25}$/u.test(account) ? 'account' : 'other';
}

/** Reads a bank account or card number: blanks and dashes go, damage by spreadsheets is named, nothing is guessed. */
export function normaliseAccount(raw: string | null, cell: { wasNumber?: boolean } = {}): Account {
  if (raw === null || isBlank(raw)) return { state: 'missing', account: null };
  const account = plainText(raw)
    .replace(/[\s'"`\-_]/gu, '')
    .replace(/^(?:账号|卡号|帐号)[:：]?/u, '')
    .replace(/\.0*$/u, '')
    .toUpperCase();
  if (/^0*$/u.test(account)) return { state: 'missing', account: null };
  return { state: stateOf(account, cell.wasNumber ?? false), account };
}

/** Stars and the last four digits. */
export function maskAccount(account: string): string {
  return account.length <= 4
    ? '*'.repeat(account.length)
    : `${'*'.repeat(account.length - 4)}${account.slice(-4)}`;
}
