/**
 * Writes docs/generated/ and what else is generated from its sources. With --check it writes nothing and fails when a file differs.
 *   glossary.md   from policy/terms.csv
 *   rules.md      from the front matter of policy/rules/<family>/*.md
 *   openapi.json  from packages/contract
 *   workflows.md  from packages/domain/src/workflows
 * and apps/web/src/api/doors.json, where the desk finds each operation, from packages/contract.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { importTypeScript } from './house/import-typescript.mjs';
import { renderGlossary } from './house/render-glossary.mjs';
import { renderRules } from './house/render-rules.mjs';
import { renderWorkflows } from './house/render-workflows.mjs';
import { root } from './house/list-sources.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const pages = {
  'docs/generated/glossary.md': renderGlossary(),
  'docs/generated/rules.md': renderRules(),
  'docs/generated/openapi.json': await renderOpenApi(),
  'docs/generated/workflows.md': await renderWorkflows(),
  'apps/web/src/api/doors.json': await renderDoors(),
};

const stale = Object.entries(pages).filter(([file, text]) => {
  const path = join(root, file);
  return !existsSync(path) || readFileSync(path, 'utf8') !== text;
});
for (const [file, text] of stale) {
  if (values.check) {
    console.error(`${file} is out of date: run \`node scripts/generate.mjs\` and commit the result`);
    continue;
  }
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(`wrote ${file}`);
}
process.exit(values.check && stale.length > 0 ? 1 : 0);

/** The version of the product is left out of the committed document: it would change it at every release. */
async function renderOpenApi() {
  const { openApi } = await importTypeScript('packages/contract/src/openapi.ts');
  return `${JSON.stringify(openApi('0.0.0'), null, 2)}\n`;
}

/** Method, path and what is streamed of every operation: all the desk needs of the contract when it runs. */
async function renderDoors() {
  const { listOperations } = await importTypeScript('packages/contract/src/all.ts');
  const doors = listOperations().map(({ name, operation: { method, path, streams } }) => [
    name,
    [method, path, streams].filter(Boolean).join(' '),
  ]);
  return `${JSON.stringify(Object.fromEntries(doors), null, 2)}\n`;
}
