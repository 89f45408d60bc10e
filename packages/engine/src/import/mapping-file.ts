import { existsSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { z } from 'zod';
import { PackError } from '../pack/pack-error.ts';
import { readYaml } from '../pack/yaml-file.ts';
import type { Source } from './source.ts';

/** Name of the clerk's corrections in the input folder. */
export const MAPPING_FILE = 'yangguang-mapping.yml';

const mappingFile = z.strictObject({
  sheets: z.array(
    z.strictObject({
      file: z.string(),
      sheet: z.string().optional(),
      /** The whole name of the file, not only its end. */
      isExact: z.boolean().optional(),
      /** Table name or code of the data set (D27); 'none' leaves the sheet out. */
      dataset: z.string().optional(),
      confidence: z.number().optional(),
      /** Number of the row with the headings, where it is not found by itself. */
      headerRow: z.number().int().min(1).max(100_000).optional(),
      /** Heading as in the file, or place ('#3') → column name; 'none' leaves the column out. */
      columns: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
export type MappingFile = z.infer<typeof mappingFile>;
export type SheetMapping = MappingFile['sheets'][number];

/**
 * Reads the clerk's corrections; null when there are none.
 * @throws PackError PACK-01, PACK-02 (shape), PACK-45 (unknown data set or column), with file, line and remedy
 */
export function loadMapping(path: string, sources: readonly Source[]): MappingFile | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  const mapping = readYaml(text, path, mappingFile);
  for (const sheet of mapping.sheets) check(sheet, sources, path, text);
  return mapping;
}

function check(sheet: SheetMapping, sources: readonly Source[], path: string, text: string): void {
  if (sheet.dataset === undefined || sheet.dataset === 'none') return;
  const fail = (word: string, zh: string, en: string): PackError => {
    const line = text.split('\n').findIndex((l) => l.includes(word)) + 1 || 1;
    return new PackError('PACK-45', { file: path, line }, { zh, en });
  };
  const named = sheet.dataset.split('+');
  const lost = named.find((name) => findSource(name, sources) === undefined);
  if (lost !== undefined) {
    const all = sources.map((s) => `${s.id} ${s.table}`);
    throw fail(
      lost,
      `没有“${lost}”这个数据源。可用：${all.join('、')}`,
      `There is no data set "${lost}". Use one of: ${all.join(', ')}`,
    );
  }
  const columns = new Set(
    named.flatMap((name) => findSource(name, sources)?.columns.map((c) => c.name) ?? []),
  );
  // A result column of a hit list is proposed as its data set with a question mark.
  const wrong = Object.values(sheet.columns ?? {}).find(
    (c) => c !== 'none' && !c.endsWith('?') && !columns.has(c),
  );
  if (wrong !== undefined) {
    const known = [...columns];
    throw fail(
      wrong,
      `“${sheet.dataset}”没有“${wrong}”列。可用：${known.join('、')}`,
      `"${sheet.dataset}" has no column "${wrong}". Use one of: ${known.join(', ')}`,
    );
  }
}

export const findSource = (name: string, sources: readonly Source[]): Source | undefined =>
  sources.find((s) => s.table === name || s.id === name.toUpperCase() || s.zh === name);

/** The correction for a sheet; a file's entry without sheet name holds for all its sheets. */
export function findSheetMapping(
  mapping: MappingFile | null | undefined,
  file: string,
  sheet: string,
): SheetMapping | undefined {
  const own = (mapping?.sheets ?? []).filter(
    (s) => s.file === file || (s.isExact !== true && file.endsWith(`/${s.file}`)),
  );
  return own.find((s) => s.sheet === sheet) ?? own.find((s) => s.sheet === undefined);
}

/** Text of a mapping file of what was settled by hand, for {@link loadMapping}. */
export function writeMapping(sheets: readonly SheetMapping[]): string {
  return `${JSON.stringify({ sheets })}\n`;
}

/** What the import recognised, as a file the clerk can correct and put into the input folder. */
export interface ProposedSheet {
  readonly file: string;
  readonly sheet: string;
  readonly table: string | null;
  readonly confidence: number;
  readonly mapping: readonly { readonly heading: string; readonly column: string | null }[];
}

/** Text of the mapping file, ready to edit: low confidence first. */
export function proposeMapping(sheets: readonly ProposedSheet[], sources: readonly Source[]): string {
  const sorted = [...sheets].sort(
    (a, b) =>
      a.confidence - b.confidence ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : a.sheet < b.sheet ? -1 : 1),
  );
  const data: MappingFile = {
    sheets: sorted.map((s) => ({
      file: s.file,
      ...(s.sheet === '' ? {} : { sheet: s.sheet }),
      dataset: s.table ?? 'none',
      confidence: s.confidence,
      columns: Object.fromEntries(
        s.mapping.filter((m) => m.heading !== '').map((m) => [m.heading, m.column ?? 'none']),
      ),
    })),
  };
  const help = [
    `识别结果。改正 dataset（数据源）或 columns（表头: 列名）后，把本文件以 ${MAPPING_FILE} 为名放进资料文件夹，再运行一次。不需要改的表可以整段删除。`,
    `What was recognised. Correct dataset or columns (heading: column), save as ${MAPPING_FILE} in the input folder and run again. Delete what is right.`,
    'dataset: none 表示不导入该表 / leaves a sheet out；列写 none 表示不用该列 / leaves a column out。',
    `数据源 / data sets: ${sources.map((s) => `${s.table} ${s.zh}`).join('；')}`,
  ];
  return `${help.map((h) => `# ${h}`).join('\n')}\n${stringify(data, { lineWidth: 0 })}`;
}
