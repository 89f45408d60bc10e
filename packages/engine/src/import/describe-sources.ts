import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { readCodeWords } from '../rules/code-words.ts';
import { loadSources } from './load-sources.ts';
import type { ColumnType, Source, SourceColumn } from './source.ts';

/** A column as people read it. */
export interface ColumnWords {
  readonly label: Bilingual;
  readonly type: ColumnType;
}

/** A data set as people read it: what it is called, who stands in its rows, what its columns mean. */
export interface SourceWords {
  readonly table: string;
  readonly title: Bilingual;
  readonly kind: Source['kind'];
  /** Who may stand in a row, by the columns of name and number; the row's own person first. */
  readonly slots: readonly { readonly slot: string; readonly name: string; readonly id: string }[];
  /** In the order of the source page. */
  readonly columns: ReadonlyMap<string, ColumnWords>;
  /** What a code of a category column means; null for any other value. */
  readonly wordOf: (column: string, code: string) => Bilingual | null;
}

/**
 * Every data set of the pack in words, by table.
 * @param folders policy folders, the built-in pack first
 * @throws PackError as loadSources
 */
export function describeSources(folders: readonly string[]): ReadonlyMap<string, SourceWords> {
  const sources = loadSources(folders.map((dir) => join(dir, 'sources')).filter((dir) => existsSync(dir)));
  const codes = readCodeWords(folders[0] ?? '');
  return new Map(sources.map((source) => [source.table, describe(source, codes)]));
}

function describe(source: Source, codes: ReadonlyMap<string, Bilingual>): SourceWords {
  const categories = new Map(source.columns.filter(({ type }) => type === 'cat').map((c) => [c.name, c]));
  return {
    table: source.table,
    title: { zh: source.zh, en: source.en },
    kind: source.kind,
    slots: source.persons.map(({ slot, name, id }) => ({ slot, name, id })),
    columns: new Map(source.columns.map(({ name, type, zh, en }) => [name, { label: { zh, en }, type }])),
    wordOf: (column, code) => {
      const category = categories.get(column);
      return category === undefined ? null : wordOf(category, code, codes);
    },
  };
}

/** The pack's word for the code; else the first spelling the source page knows. */
function wordOf(column: SourceColumn, code: string, codes: ReadonlyMap<string, Bilingual>): Bilingual | null {
  const spellings = [...column.values].filter(([, value]) => value === code).map(([spelling]) => spelling);
  if (spellings.length === 0) return null;
  const zh = spellings.find((spelling) => /\p{Script=Han}/u.test(spelling)) ?? code;
  return codes.get(code) ?? { zh, en: code.replaceAll('_', ' ') };
}
