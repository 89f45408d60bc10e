import type { Bilingual } from '../world.ts';

/** The command line cannot be understood: shown with the way to the help, exit code 2. */
export class UsageError extends Error {
  readonly code: `CLI-${number}`;
  readonly zh: string;
  readonly en: string;

  constructor(code: `CLI-${number}`, text: Bilingual) {
    super(`${code} ${text.en}`);
    this.name = 'UsageError';
    this.code = code;
    this.zh = text.zh;
    this.en = text.en;
  }
}
