import type { Bilingual } from '../world.ts';

/** Something the user can mend: what happened, why, what to do. The code is permanent. */
export class UserError extends Error {
  readonly code: `CLI-${number}`;
  readonly zh: string;
  readonly en: string;
  readonly exit: number;

  constructor(code: `CLI-${number}`, exit: number, text: Bilingual) {
    super(`${code} ${text.en}`);
    this.name = 'UserError';
    this.code = code;
    this.exit = exit;
    this.zh = text.zh;
    this.en = text.en;
  }
}
