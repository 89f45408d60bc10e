import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted, rowsOf, valueOf } from '../dataset/sql-engine.ts';
import { createCanonicalTables } from './canonical-tables.ts';
import { applyCorrections, type CellCorrection } from './corrections.ts';
import type { FileSummary } from './file-summary.ts';
import { HeadingLexicon } from './find-header.ts';
import { importRawSheet, type SheetOutcome } from './import-raw-sheet.ts';
import { findSheetMapping, type MappingFile, proposeMapping } from './mapping-file.ts';
import type { ImportRefusal } from './read/import-refusal.ts';
import type { InputFile } from './read/raw-sheet.ts';
import { readFile } from './read/read-file.ts';
import type { FileReading } from './read/read-options.ts';
import { readAhead } from './read-ahead.ts';
import type { SheetPreview } from './sheet-preview.ts';
import { householdsFromMembers } from './settle-tables.ts';
import type { Source } from './source.ts';

export interface ImportProgress {
  readonly file: string;
  /** 1-based place of the file, and how many there are. */
  readonly at: number;
  readonly of: number;
  /** Of this file, 0–1. */
  readonly fraction: number;
}

export interface ImportOptions {
  readonly files: readonly InputFile[];
  readonly sources: readonly Source[];
  readonly passwords?: readonly string[];
  readonly mapping?: MappingFile | null;
  /** Laid over the sheets before anything is recognised in them. */
  readonly corrections?: readonly CellCorrection[];
  /** Keep the first rows of every sheet. */
  readonly preview?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly tempFolder: string;
  /** Another connection to the same database, to read the next file while one is typed; without it they take turns. */
  readonly reader?: DuckDBConnection;
  /** Recognise and count only: no rows are typed. */
  readonly inspect?: boolean;
}

export interface ImportResult {
  /** One per sheet, sorted by file and sheet name. */
  readonly summaries: readonly FileSummary[];
  readonly refusals: readonly ImportRefusal[];
  /** In the order of the summaries; none when they were not asked for. */
  readonly previews: readonly SheetPreview[];
  /** YAML, ready to edit. */
  readonly proposedMapping: string;
  /** Newest benefit month 'YYYY-MM' of all payments; null if none. */
  readonly newestBenefitMonth: string | null;
  /** How many household rows were made from member lists. */
  readonly derivedHouseholds: number;
}

/**
 * Imports all files into the canonical tables (interfaces: every data set's table exists afterwards, even if empty).
 * Files are taken in the order of their hashes, so results do not depend on names or order. Raw tables are dropped as
 * soon as their sheet is typed; memory stays bounded by one chunk and the distinct odd values of one column.
 */
export async function importFolder(db: DuckDBConnection, options: ImportOptions): Promise<ImportResult> {
  await createCanonicalTables(db, options.sources);
  const lexicon = new HeadingLexicon(options.sources);
  const { files, twins } = distinctFiles(options.files);
  const summaries: FileSummary[] = [...twins];
  const refusals: ImportRefusal[] = [];
  const previews: SheetPreview[] = [];
  const say = progressOf(files, options.onProgress);
  const read = (file: InputFile, at: number): Promise<FileReading> =>
    readFile(options.reader ?? db, file, {
      passwords: options.passwords ?? [],
      tempFolder: options.tempFolder,
      prefix: `raw_${at}`,
      onProgress: (f) => say(at, f * 0.6),
    });
  let sheetId = 0;
  for await (const { item, at, reading } of readAhead(files, read, options.reader !== undefined)) {
    say(at, 0.6);
    refusals.push(...reading.refusals);
    for (const [index, raw] of reading.sheets.entries()) {
      sheetId += 1;
      const sheet = await applyCorrections(db, raw, options.corrections ?? []);
      const outcome = await importRawSheet(db, sheet, {
        sheetId,
        sources: options.sources,
        lexicon,
        mapping: findSheetMapping(options.mapping, item.name, sheet.sheet),
        inspect: options.inspect ?? false,
        preview: options.preview ?? false,
      });
      await recordSheet(db, sheetId, outcome);
      summaries.push(outcome.summary);
      if (outcome.preview !== null) previews.push(outcome.preview);
      say(at, 0.6 + (0.4 * (index + 1)) / reading.sheets.length);
    }
  }
  const derivedHouseholds = await householdsFromMembers(db);
  const newest = await valueOf(
    db,
    "select strftime(max(benefit_month + to_months(coalesce(benefit_months, 1) - 1)), '%Y-%m') from payment where benefit_month < date '2100-01-01'",
  );
  const inOrder = <T extends { readonly file: string; readonly sheet: string }>(a: T, b: T): number =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.sheet < b.sheet ? -1 : 1;
  summaries.sort(inOrder);
  return {
    summaries,
    refusals,
    previews: previews.sort(inOrder),
    derivedHouseholds,
    proposedMapping: proposeMapping(summaries, options.sources),
    newestBenefitMonth: newest === null ? null : String(newest),
  };
}

/** The files in the order of their hashes, and a summary of each that has the content of another. */
function distinctFiles(all: readonly InputFile[]): { files: InputFile[]; twins: FileSummary[] } {
  const sorted = [...all].sort((a, b) =>
    a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : a.name < b.name ? -1 : 1,
  );
  const seen = new Map<string, InputFile>();
  const twins: FileSummary[] = [];
  for (const file of sorted) {
    const twin = seen.get(file.sha256);
    if (twin === undefined) seen.set(file.sha256, file);
    else twins.push(twinSummary(file.name, twin.name));
  }
  return { files: [...seen.values()], twins };
}

/** Tells how far the files are; never goes back, though one file is typed while the next is read. */
function progressOf(
  files: readonly InputFile[],
  tell: ImportOptions['onProgress'],
): (at: number, fraction: number) => void {
  let furthest = 0;
  return (at, fraction) => {
    furthest = Math.max(furthest, at + fraction);
    const shown = Math.min(Math.floor(furthest), files.length - 1);
    tell?.({ file: files[shown]?.name ?? '', at: shown + 1, of: files.length, fraction: furthest - shown });
  };
}

function twinSummary(file: string, twin: string): FileSummary {
  return {
    file,
    sheet: '',
    table: null,
    titleZh: '',
    titleEn: '',
    confidence: 1,
    rowsIn: 0,
    rowsTaken: 0,
    rowsSetAside: 0,
    rowsStructure: 0,
    alarms: [{ zh: `与“${twin}”内容完全相同，只计一次`, en: `identical to "${twin}", counted once` }],
    mapping: [],
    sourceOn: null,
  };
}

/** Writes a sheet's counts into import_sheet. */
export async function recordSheet(
  db: DuckDBConnection,
  sheetId: number,
  outcome: Pick<SheetOutcome, 'summary' | 'rowsOutside'>,
): Promise<void> {
  const s = outcome.summary;
  const on = s.sourceOn === null ? 'null' : `date '${s.sourceOn}'`;
  await db.run(
    `insert into import_sheet values (${sheetId}, ${quoted(s.file)}, ${quoted(s.sheet)}, ${quoted(s.table)}, ${s.confidence}, ${s.rowsIn}, ${s.rowsTaken}, ${s.rowsSetAside}, ${s.rowsStructure}, ${outcome.rowsOutside}, ${on})`,
  );
}

/** Sheets in which rows in ≠ taken + set aside + structure: always none. */
export async function findUnbalancedSheets(db: DuckDBConnection): Promise<string[]> {
  const rows = await rowsOf(
    db,
    'select file, sheet from import_sheet where rows_in <> rows_taken + rows_set_aside + rows_structure order by all',
  );
  return rows.map((r) => `${String(r['file'])} ${String(r['sheet'])}`);
}
