import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listSources, root } from './list-sources.mjs';
import { renderTable } from './render-table.mjs';

/** The list of all rules, a line each, linked to its page; the page itself is the manual. */
export function renderRules() {
  const rules = listSources()
    .filter((file) => /^policy\/rules\/[^/]+\/[A-Z]{3}-\d{2}[^/]*\.md$/.test(file))
    .map((file) => ({ file, ...readHead(file) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = rules.map(({ file, id, title, maxSeverity, status, needs }) => [
    `[${id}](../../${file})`,
    title.zh,
    title.en,
    maxSeverity,
    status,
    (needs ?? []).join(', '),
  ]);
  return [
    '<!-- Made by scripts/generate.mjs from policy/rules/: edit the rule pages. -->',
    '# Rules · 规则',
    '',
    `${rules.length} rules. Each page is specification, query, examples and manual at once.`,
    '',
    ...renderTable(['Rule', '名称', 'Title', 'Severity at most', 'Status', 'Data sets needed'], rows),
    '',
  ].join('\n');
}

function readHead(file) {
  const head = /^---\r?\n([\s\S]*?\n)---\r?\n/.exec(
    readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, ''),
  );
  if (!head) throw new Error(`${file}: no front matter between --- lines`);
  return parse(head[1]);
}
