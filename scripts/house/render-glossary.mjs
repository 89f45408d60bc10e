import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './list-sources.mjs';
import { readCsv } from './read-csv.mjs';
import { renderTable } from './render-table.mjs';

/** The glossary page, a line a term, in the order and with the columns of policy/terms.csv. */
export function renderGlossary() {
  const path = join(root, 'policy/terms.csv');
  const terms = existsSync(path) ? readCsv(readFileSync(path, 'utf8')) : [];
  return [
    '<!-- Made by scripts/generate.mjs from policy/terms.csv: edit that file. -->',
    '# Glossary · 术语',
    '',
    'One idea, one word: in SQL, TypeScript, forms and screens alike.',
    '',
    ...renderTable(
      Object.keys(terms[0] ?? { term: '' }),
      terms.map((term) => Object.values(term)),
    ),
    '',
  ].join('\n');
}
