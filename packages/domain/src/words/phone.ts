import { isBlank, plainText } from './plain-text.ts';

export interface Phone {
  state: 'mobile' | 'landline' | 'placeholder' | 'other' | 'missing';
  /** Digits only for mobile and landline (area code first), else the cleaned text; null if missing. */
  phone: string | null;
}

/** Reads a telephone number; +86, blanks and dashes go, one digit repeated is a placeholder. */
export function normalisePhone(raw: string | null): Phone {
  if (raw === null || isBlank(raw)) return { state: 'missing', phone: null };
  const phone = plainText(raw)
    .replace(/[\s'"()\-_.]/gu, '')
    .replace(/^(?:\+|00)86(?=1)/u, '')
    .replace(/^86(?=1\d{10}$)/u, '');
  if (/^0*$/u.test(phone)) return { state: 'missing', phone: null };
  if (/^1?(\d)\1{6,}$/u.test(phone)) return { state: 'placeholder', phone };
  if (/^1[3-9]\d{9}$/u.test(phone)) return { state: 'mobile', phone };
  return { state: /^(?:0\d{2,3})?[2-8]\d{6,7}$/u.test(phone) ? 'landline' : 'other', phone };
}

/** Several telephones in one cell, each still to be normalised. */
export function splitPhones(text: string): string[] {
  return plainText(text)
    .split(/[、,;/|\n]+|\s+(?=1\d{10})/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** 138****1234: first three, last four; shorter numbers keep the last two. */
export function maskPhone(phone: string): string {
  if (phone.length < 10) return `${'*'.repeat(Math.max(phone.length - 2, 0))}${phone.slice(-2)}`;
  return `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`;
}
