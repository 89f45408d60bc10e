import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from '../pack/pack-error.ts';
import { readYaml } from '../pack/yaml-file.ts';
import { categoryValues, yesNoValues } from './category-values.ts';
import { normaliseHeading } from './heading.ts';
import {
  type Source,
  type SourceColumn,
  type SourceFile,
  sourceFile,
  type Vocabulary,
  vocabularyFile,
} from './source.ts';
import type { z } from 'zod';

type VocabularyData = z.infer<typeof vocabularyFile>;
interface Layer {
  readonly file: string;
  readonly text: string;
  readonly data: SourceFile;
}

/**
 * Loads the data sets of one or more folders (`policy/sources` first, then a locality's overlay).
 * A later folder may add headings, values or keywords to a data set by naming its table, or add a whole one.
 * @throws PackError PACK-01 / PACK-02 / PACK-40 … 44 with file, line and remedy
 */
export function loadSources(dirs: readonly string[]): Source[] {
  const layers = new Map<string, Layer[]>();
  let shared: VocabularyData = {};
  for (const dir of dirs) {
    if (!existsSync(dir))
      throw fault(
        'PACK-40',
        dir,
        1,
        `数据源目录不存在：${dir}。请核对路径。`,
        `The folder of data sets does not exist: ${dir}. Check the path.`,
      );
    shared = mergeVocabulary(shared, readVocabulary(join(dir, 'vocabulary.yml')));
    for (const layer of readFolder(dir))
      layers.set(layer.data.table, [...(layers.get(layer.data.table) ?? []), layer]);
  }
  const vocabulary = buildVocabulary(shared);
  return [...layers.values()]
    .map((l) => buildSource(l, shared, vocabulary))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readVocabulary(file: string): VocabularyData {
  return existsSync(file) ? readYaml(readFileSync(file, 'utf8'), file, vocabularyFile) : {};
}

function readFolder(dir: string): Layer[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => join(dir, name, 'source.yml'))
    .filter((file) => existsSync(file))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      return { file, text, data: readYaml(text, file, sourceFile) };
    });
}

const both = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): T[] => [
  ...new Set([...(a ?? []), ...(b ?? [])]),
];

type Values = Record<string, string[]>;
function mergeValues(a: Values | undefined, b: Values | undefined): Values {
  const out: Values = { ...a };
  for (const [code, list] of Object.entries(b ?? {})) out[code] = both(out[code], list);
  return out;
}

function mergeVocabulary(a: VocabularyData, b: VocabularyData): VocabularyData {
  const columns = { ...a.columns };
  for (const [name, column] of Object.entries(b.columns ?? {})) {
    columns[name] = { ...column, headings: both(columns[name]?.headings, column.headings) };
  }
  const values: Record<string, Values> = { ...a.values };
  for (const [name, list] of Object.entries(b.values ?? {})) values[name] = mergeValues(values[name], list);
  return {
    idWords: both(a.idWords, b.idWords),
    nameWords: both(a.nameWords, b.nameWords),
    parties: both(a.parties, b.parties),
    groupEndings: both(a.groupEndings, b.groupEndings),
    emptyValues: both(a.emptyValues, b.emptyValues),
    dittoValues: both(a.dittoValues, b.dittoValues),
    hit: {
      headings: both(a.hit?.headings, b.hit?.headings),
      negative: both(a.hit?.negative, b.hit?.negative),
    },
    columns,
    values,
  };
}

const normal = (list: readonly string[] | undefined): string[] => [
  ...new Set((list ?? []).map(normaliseHeading)),
];
const longestFirst = (list: string[]): string[] =>
  list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

function buildVocabulary(data: VocabularyData): Vocabulary {
  return {
    idWords: longestFirst(normal(data.idWords)),
    nameWords: longestFirst(normal(data.nameWords)),
    parties: new Set(normal(data.parties)),
    groupEndings: longestFirst(normal(data.groupEndings)),
    emptyValues: data.emptyValues ?? [],
    dittoValues: data.dittoValues ?? [],
    hitHeadings: new Set(normal(data.hit?.headings)),
    hitNegative: data.hit?.negative ?? [],
  };
}

type Named = 'id' | 'zh' | 'en' | 'department' | 'kind';
type Whole = Omit<SourceFile, Named> & { [K in Named]: NonNullable<SourceFile[K]> };

const isWhole = (data: SourceFile): data is SourceFile & Whole =>
  [data.id, data.zh, data.en, data.department, data.kind].every((v) => v !== undefined);

function keywords(layers: readonly Layer[]): Map<string, number> {
  const all = layers.flatMap(({ data }) => Object.entries(data.names ?? {}));
  return new Map(all.map(([word, weight]) => [normaliseHeading(word), weight]));
}

function buildSource(layers: readonly Layer[], shared: VocabularyData, vocabulary: Vocabulary): Source {
  const base = layers[0] as Layer;
  const merged = layers.reduce<SourceFile>((a, l) => mergeSource(a, l.data), { table: base.data.table });
  if (!isWhole(merged)) {
    throw fault(
      'PACK-41',
      base.file,
      1,
      `数据源“${merged.table}”缺少 id、zh、en、department 或 kind，请补全。`,
      `Data set "${merged.table}" lacks id, zh, en, department or kind: add them.`,
    );
  }
  const { id, table, zh, en, department, kind, needs = [], persons: slots = [] } = merged;
  const persons = slots.map((p) => ({ ...p, words: new Set(normal(p.words)) }));
  const columns = Object.keys(merged.columns ?? {}).map((name) => buildColumn(name, merged, shared, layers));
  if (columns.some((c) => c.name === 'village') && !columns.some((c) => c.name === 'address'))
    columns.push(placeColumn(shared));
  const known = new Set(columns.map((c) => c.name));
  const lost = [...needs, ...persons.flatMap((p) => [p.name, p.id])].find((name) => !known.has(name));
  if (lost !== undefined) {
    const layer = layers.find((l) => l.text.includes(lost)) ?? base;
    throw fault(
      'PACK-42',
      layer.file,
      lineOf(layer.text, lost),
      `“${lost}”不是本数据源的列，请改为 columns 下的列名。`,
      `"${lost}" is not a column of this data set: use a name listed under columns.`,
    );
  }
  const names = keywords(layers);
  return {
    id,
    table,
    zh,
    en,
    department,
    kind,
    persons,
    names,
    columns,
    vocabulary,
    needs,
    hit: normal(merged.hit),
    wide: merged.wide ?? null,
  };
}

function mergeColumn(old: ColumnData, column: ColumnData): ColumnData {
  const isAdded = typeof old.values === 'object' && typeof column.values === 'object';
  const values = isAdded
    ? mergeValues(old.values as Values, column.values as Values)
    : (column.values ?? old.values);
  const lists = {
    headings: both(old.headings, column.headings),
    yes: both(old.yes, column.yes),
    no: both(old.no, column.no),
  };
  return { ...old, ...column, ...lists, ...(values === undefined ? {} : { values }) };
}

function mergeSource(a: SourceFile, b: SourceFile): SourceFile {
  const columns: NonNullable<SourceFile['columns']> = { ...a.columns };
  for (const [name, column] of Object.entries(b.columns ?? {}))
    columns[name] = mergeColumn(columns[name] ?? {}, column);
  const { persons = a.persons ?? [], needs = a.needs ?? [] } = b;
  return { ...a, ...b, columns, persons, needs, hit: both(a.hit, b.hit) };
}

function buildColumn(
  name: string,
  data: SourceFile,
  shared: VocabularyData,
  layers: readonly Layer[],
): SourceColumn {
  const column = data.columns?.[name] ?? {};
  const words = shared.columns?.[name] ?? NO_WORDS;
  const last = layers.at(-1) as Layer;
  const { type, zh = words.zh, en = words.en } = column;
  if (type === undefined || zh === undefined || en === undefined) {
    throw fault(
      'PACK-43',
      last.file,
      lineOf(last.text, name),
      `列“${name}”缺少 type、zh 或 en（公用列写在 vocabulary.yml），请补全。`,
      `Column "${name}" lacks type, zh or en (shared columns are in vocabulary.yml): add them.`,
    );
  }
  return {
    name,
    type,
    zh,
    en,
    ...traitsOf(column),
    slot: slotOf(name, data),
    values: valuesOf(name, column, shared, last),
    weak: normal(column.weak),
    headings: normal([zh, ...both(column.headings, words.headings)]),
  };
}

const NO_WORDS = { zh: undefined, en: undefined, headings: [] };

const slotOf = (name: string, data: SourceFile): string | null =>
  data.persons?.find((p) => p.name === name || p.id === name)?.slot ?? null;

function traitsOf(
  column: ColumnData,
): Pick<SourceColumn, 'period' | 'yearly' | 'fromContext' | 'yesNow' | 'from'> {
  const { period = null, yearly = null, fromContext = false, yesNow = false, from = null } = column;
  return { period, yearly, fromContext, yesNow, from };
}

/** An address that is not kept but tells town and village, for data sets that have no address of their own. */
function placeColumn(shared: VocabularyData): SourceColumn {
  const { zh = '', en = '', headings = [] } = shared.columns?.['address'] ?? {};
  const plain = { period: null, yearly: null, from: null, slot: null, fromContext: false, yesNow: false };
  return {
    ...plain,
    name: 'address',
    type: 'place',
    zh,
    en,
    values: new Map(),
    weak: [],
    headings: normal([zh, ...headings]),
  };
}

type ColumnData = NonNullable<SourceFile['columns']>[string];
function valuesOf(
  name: string,
  column: ColumnData,
  shared: VocabularyData,
  layer: Layer,
): Map<string, string> {
  if (column.type === 'yesno') return yesNoValues(column.yes ?? [], column.no ?? []);
  if (column.type !== 'cat') return new Map();
  const list = typeof column.values === 'string' ? shared.values?.[column.values] : column.values;
  if (list !== undefined) return categoryValues(list, column.codes);
  throw fault(
    'PACK-44',
    layer.file,
    lineOf(layer.text, name),
    `分类列“${name}”没有取值表 values，请补写代码和写法。`,
    `Category column "${name}" has no values: list its codes and their spellings.`,
  );
}

const lineOf = (text: string, word: string): number =>
  text.split('\n').findIndex((l) => l.includes(word)) + 1 || 1;

function fault(code: `PACK-${string}`, file: string, line: number, zh: string, en: string): PackError {
  return new PackError(code, { file, line }, { zh, en });
}
