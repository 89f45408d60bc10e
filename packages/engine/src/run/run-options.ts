/** What the user asked of a check. Paths are absolute. */
export interface CheckOptions {
  readonly folder: string;
  /** 'YYYY-MM-DD' */
  readonly asOf?: string;
  /** 6 digits */
  readonly region?: string;
  /** Local overlays, laid over the built-in pack in order. */
  readonly policy: readonly string[];
  readonly builtInPolicy: string;
  readonly out?: string;
  /** Output folder of an earlier run. */
  readonly previous?: string;
  /** Codes or families: 'INC-01', 'OMI'. */
  readonly rules?: readonly string[];
  /** Codes of rules that do not run, whatever else was asked for: the office has retired them. */
  readonly without?: readonly string[];
  readonly idNumbers: 'masked' | 'full';
  readonly lang: 'zh' | 'en';
  /** Recognise and report only. */
  readonly inspect: boolean;
  /** Replace an existing output folder. */
  readonly force: boolean;
  readonly passwords: readonly string[];
  readonly mapping?: string;
  /** A mapping file of what was settled by hand on a server: it goes before the other. */
  readonly byHand?: string;
  /** A file of corrected cells, laid over the sheets as they are read. */
  readonly corrections?: string;
  /** A file of judgements on identity, given by people: same, not the same, unsure; they bind the linkage. */
  readonly judgements?: string;
  /**
   * Write the folder `hand-over/` for a server in place of ledgers, town workbooks and report. With `inspect`: the
   * folder `sheets/`, even when nothing was recognised, so that somebody can say what it is.
   */
  readonly handOver?: boolean;
  /** ISO instant at which the run began; the engine has no clock. */
  readonly now: string;
  /** Seconds on a clock that only runs forward, for the timings in run.json. */
  readonly elapsed: () => number;
  readonly signal: AbortSignal;
}

/** How a check ended: 0 done, 1 done with files or rows set aside, 3 nothing usable. */
export interface CheckResult {
  readonly exit: 0 | 1 | 3;
  readonly out: string | null;
  /** Lines for the terminal, in the language asked for. */
  readonly printed: readonly string[];
}

/** How the run tells how far it is; `fraction` is of the whole run, 0 to 1. */
export interface Progress {
  file(name: string, fraction: number): void;
  stage(nameZh: string, nameEn: string, fraction: number): void;
  done(): void;
}
