/** A sentence in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What became of one sheet, for the report. */
export interface FileSummary {
  readonly file: string;
  readonly sheet: string;
  /** Data set, null if not recognised or left out. A hit list of several data sets names them joined by '+'. */
  readonly table: string | null;
  readonly titleZh: string;
  readonly titleEn: string;
  /** 0–1 */
  readonly confidence: number;
  /** rowsIn = rowsTaken + rowsSetAside + rowsStructure, always. */
  readonly rowsIn: number;
  readonly rowsTaken: number;
  readonly rowsSetAside: number;
  readonly rowsStructure: number;
  readonly alarms: Bilingual[];
  readonly mapping: { heading: string; column: string | null }[];
  /** 'YYYY-MM-DD' */
  readonly sourceOn: string | null;
}
