/** One input file as found on disk (or unpacked from a zip into the run's private folder). */
export interface InputFile {
  /** Absolute path; a temporary copy when the file came out of a zip. */
  readonly path: string;
  /** Relative to the input folder, `/` separators; zip members as `a.zip/b.csv`. */
  readonly name: string;
  /** Lower-case hex of the file's bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** By content, never by extension. `xls` = everything the general reader opens: BIFF, HTML, SpreadsheetML, .xlsb, .ods. */
  readonly format: 'xlsx' | 'xls' | 'csv';
}

export interface RawRow {
  /** 1-based position in the source, as the clerk sees it. */
  readonly rowNo: number;
  readonly cells: readonly (string | null)[];
}

/** A merged range: `top`/`bottom` are row numbers (1-based), `left`/`right` column indexes (0-based), inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type AlarmCode =
  | 'no_cached_value'
  | 'long_number'
  | 'undecodable'
  | 'nul_bytes'
  | 'stray_quote'
  | 'long_cell'
  | 'overlapping_merge'
  | 'corrected';

/** Something the clerk must know about a sheet that was read all the same. */
export interface FileAlarm {
  readonly code: AlarmCode;
  readonly zh: string;
  readonly en: string;
  /** How many cells (or bytes, characters) are concerned. */
  readonly count: number;
  /** Column indexes concerned, ascending; empty when it is not about columns. */
  readonly columns: readonly number[];
}

/**
 * One sheet, stored cell by cell as text in DuckDB.
 *
 * `table` has row_no INTEGER, row_hidden BOOLEAN, c0..c{columns-1} VARCHAR; an empty cell is NULL and a wholly
 * empty row is not stored. Merged cells are already filled downwards and rightwards.
 */
export interface RawSheet {
  readonly file: InputFile;
  /** '' for csv. */
  readonly sheet: string;
  readonly sheetHidden: boolean;
  readonly table: string;
  readonly columns: number;
  readonly rows: number;
  /** First 40 stored rows. */
  readonly head: readonly RawRow[];
  /** Last 10 stored rows. */
  readonly tail: readonly RawRow[];
  readonly merges: readonly MergedRange[];
  readonly alarms: readonly FileAlarm[];
}

const alarmWords: Record<AlarmCode, (count: number) => { zh: string; en: string }> = {
  no_cached_value: (n) => ({
    zh: `${n} 个公式单元格没有保存计算结果，按空处理；请用表格软件打开后重新保存再导入`,
    en: `${n} formula cells carry no saved result and were read as empty; open and save the file again, then re-import`,
  }),
  long_number: (n) => ({
    zh: `${n} 个单元格是 15 位以上的数值，表格软件只保留前 15 位，号码可能已损坏；请以文本格式重新导出`,
    en: `${n} cells are numbers of more than 15 digits; spreadsheets keep only 15, so they may be damaged: export as text`,
  }),
  undecodable: (n) => ({
    zh: `${n} 处文字无法按文件编码识别，已用“\uFFFD”代替`,
    en: `${n} characters do not fit the file's encoding and were replaced by "\uFFFD"`,
  }),
  nul_bytes: (n) => ({ zh: `去除了 ${n} 个空字节（NUL）`, en: `${n} NUL bytes were removed` }),
  stray_quote: (n) => ({
    zh: `${n} 行的引号不成对，引号已按普通文字处理`,
    en: `${n} lines have unpaired quotation marks, which were read as plain text`,
  }),
  long_cell: (n) => ({
    zh: `${n} 个单元格跨越多行，请核对引号是否配对`,
    en: `${n} cells span many lines; check that the quotation marks are paired`,
  }),
  overlapping_merge: (n) => ({
    zh: `${n} 处合并单元格互相重叠，未填充`,
    en: `${n} merged ranges overlap others and were not filled`,
  }),
  corrected: (n) => ({
    zh: `${n} 个单元格按经办人的更正读取，原文件未改动`,
    en: `${n} cells were read as a clerk corrected them; the file that was sent is unchanged`,
  }),
};

/** An alarm with its words in both languages. `columns` is sorted. */
export function makeAlarm(code: AlarmCode, count: number, columns: Iterable<number> = []): FileAlarm {
  return { code, count, columns: [...columns].sort((a, b) => a - b), ...alarmWords[code](count) };
}
