import { maskId } from '../words/id-number.ts';

/** A sentence in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** What an error says: what happened, why, what to do. */
export interface ErrorWords {
  readonly what: Bilingual;
  readonly why: Bilingual;
  readonly remedy: Bilingual;
}

const FULL_NUMBER = /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/gu;

/** No message carries a whole identity number, whatever a caller put into it. */
function masked(text: Bilingual): Bilingual {
  return {
    zh: text.zh.replace(FULL_NUMBER, (id) => maskId(id)),
    en: text.en.replace(FULL_NUMBER, (id) => maskId(id)),
  };
}

/**
 * A mistake the user can put right: what happened, why, and what to do, in Chinese and English, under a permanent code
 * that can be read out on the telephone (IMP-103). Identity numbers inside the texts are masked.
 */
export class UserError extends Error {
  readonly code: string;
  /** What happened. */
  readonly zh: string;
  readonly en: string;
  readonly whyZh: string;
  readonly whyEn: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
  /** What a program may show beside the words, such as both texts of a conflict. Masked by whoever gives it. */
  readonly details: Readonly<Record<string, unknown>> | null;

  constructor(
    code: string,
    text: ErrorWords,
    options?: { cause?: unknown; details?: Readonly<Record<string, unknown>> },
  ) {
    const what = masked(text.what);
    super(`${code} ${what.zh} / ${what.en}`, options);
    this.name = 'UserError';
    this.code = code;
    this.zh = what.zh;
    this.en = what.en;
    const why = masked(text.why);
    this.whyZh = why.zh;
    this.whyEn = why.en;
    const remedy = masked(text.remedy);
    this.remedyZh = remedy.zh;
    this.remedyEn = remedy.en;
    this.details = options?.details ?? null;
  }

  /** The whole message on three lines, in one language. */
  describe(language: 'zh' | 'en'): string {
    return language === 'zh'
      ? `${this.code} ${this.zh}\n原因：${this.whyZh}\n怎么办：${this.remedyZh}`
      : `${this.code} ${this.en}\nWhy: ${this.whyEn}\nWhat to do: ${this.remedyEn}`;
  }
}
