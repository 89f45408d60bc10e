/**
 * A fault in the policy pack: which file and line, what is wrong and what to do, in Chinese and English.
 * The code (PACK-nn) is permanent; a user can read it out on the phone.
 */
export class PackError extends Error {
  readonly code: `PACK-${string}`;
  readonly file: string;
  /** 1-based line in `file`; 1 when the fault is the file as a whole. */
  readonly line: number;
  readonly zh: string;
  readonly en: string;

  constructor(code: `PACK-${string}`, at: PackPlace, text: { zh: string; en: string }) {
    super(`${code} ${at.file}:${at.line} ${text.zh} / ${text.en}`);
    this.name = 'PackError';
    this.code = code;
    this.file = at.file;
    this.line = at.line;
    this.zh = text.zh;
    this.en = text.en;
  }
}

/** A place in a file of the pack. */
export interface PackPlace {
  readonly file: string;
  readonly line: number;
}
