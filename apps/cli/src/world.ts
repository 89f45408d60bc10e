/** A text in Chinese and in English; Chinese is shown first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Lang = 'zh' | 'en';

/**
 * What a command may touch of the machine. Only main.ts makes one: clock, chance and exit live there, so that
 * everything else gives the same answer for the same input.
 */
export interface World {
  /** Lines for the user, without the line end. */
  readonly print: (line: string) => void;
  /** Complaints and progress: the error stream. */
  readonly complain: (text: string) => void;
  /** Width of the terminal behind the error stream; undefined in pipes and files. */
  readonly terminalColumns: () => number | undefined;
  /** ISO instant. */
  readonly now: () => string;
  /** Milliseconds on a clock that only runs forward. */
  readonly ticks: () => number;
  /** A fresh reference number for a fault of ours. */
  readonly reference: () => string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder of the built-in policy pack. */
  readonly builtInPolicy: string;
  readonly version: string;
}
