import Papa from 'papaparse';
import { PackError } from './pack-error.ts';

/** One row of the glossary: one idea, one word in SQL, TypeScript, screens and forms. */
export interface Term {
  readonly section: string;
  readonly zh: string;
  readonly en: string;
  /** camelCase, unique */
  readonly identifier: string;
  readonly definition: string;
}

const columns = ['section', 'zh', 'en', 'identifier', 'definition'] as const;

/** Reads policy/terms.csv. @throws PackError PACK-28 */
export function readTerms(text: string, file: string): Term[] {
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const head = rows[0] ?? [];
  if (head.join(',') !== columns.join(','))
    fail(file, 1, `表头应为 ${columns.join(',')}`, `the header must be ${columns.join(',')}`);
  const terms = rows.slice(1).map((cells, i) => readTerm(cells, file, i + 2));
  const seen = new Set<string>();
  for (const [i, { identifier }] of terms.entries()) {
    if (seen.has(identifier))
      fail(file, i + 2, `标识符 ${identifier} 重复`, `identifier ${identifier} appears twice`);
    seen.add(identifier);
  }
  return terms;
}

function readTerm(cells: readonly string[], file: string, line: number): Term {
  if (cells.length !== columns.length || cells.slice(0, 4).includes('')) {
    fail(file, line, '缺分组、中文、英文或标识符', 'section, zh, en or identifier is empty');
  }
  const [section, zh, en, identifier, definition] = cells as [string, string, string, string, string];
  if (!/^[a-z][A-Za-z0-9]*$/.test(identifier)) {
    fail(file, line, `标识符 ${identifier} 不合规`, `identifier ${identifier} is not camelCase`);
  }
  return { section, zh, en, identifier, definition };
}

function fail(file: string, line: number, zh: string, en: string): never {
  throw new PackError(
    'PACK-28',
    { file, line },
    { zh: `${zh}。请改正该行。`, en: `${en}. Correct the line.` },
  );
}
