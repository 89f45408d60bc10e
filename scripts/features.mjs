/**
 * npm run features: which goals of docs/goals.csv are proved by a test that carries their id in its title, and which
 * are not. Fails when a title names a goal that does not exist. `--missing` lists the unproved ones as well.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listSources, root } from './house/list-sources.mjs';
import { readCsv } from './house/read-csv.mjs';

const { values } = parseArgs({ options: { missing: { type: 'boolean' } } });
const goals = new Map(
  readCsv(readFileSync(join(root, 'docs/goals.csv'), 'utf8')).map(({ id, goal }) => [id, goal]),
);
const proofs = new Map();
for (const file of listSources().filter((name) => name.endsWith('.test.ts'))) {
  const titles = readFileSync(join(root, file), 'utf8').matchAll(
    /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])(.*?)\1/g,
  );
  for (const [, , title] of titles)
    for (const [id] of title.matchAll(/\bF-[A-Z]\d+\b/g)) proofs.set(id, [...(proofs.get(id) ?? []), file]);
}

const unknown = [...proofs.keys()].filter((id) => !goals.has(id));
for (const id of unknown)
  console.error(`${id}: no such goal in docs/goals.csv (${proofs.get(id).join(', ')})`);
for (const [id, goal] of goals) {
  if (proofs.has(id)) console.log(`proved  ${id.padEnd(6)} ${goal}  [${proofs.get(id).join(', ')}]`);
  else if (values.missing) console.log(`open    ${id.padEnd(6)} ${goal}`);
}
console.log(
  `${[...goals.keys()].filter((id) => proofs.has(id)).length} of ${goals.size} goals proved by a test`,
);
process.exit(unknown.length > 0 ? 1 : 0);
