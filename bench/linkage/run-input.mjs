/** Input of a run: the plan, and the same rows in another order. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Chance } from './chance.mjs';
import { fileTable, openTables, sqlText } from './scoring-tables.mjs';

/** The committed plan, or the one that --suggest writes. @returns its path */
export async function planFor(set, kind, files, program, work) {
  if (kind === 'committed') return fileURLToPath(new URL(`plans/${set.plan}`, import.meta.url));
  const plan = join(work, 'suggested.yml');
  const inputs = files.right === null ? [files.left] : [files.left, files.right];
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [program, set.verb, ...inputs, '--suggest', plan],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${set.name}: no plan suggested\n${stdout}${stderr}`);
  return plan;
}

/** Copies with the rows in another order, the heading first. */
export async function shuffled(files, work) {
  const mixed = { ...files };
  for (const side of ['left', 'right'])
    if (files[side] !== null) {
      mixed[side] = join(work, `mixed-${side}${extname(files[side])}`);
      if (extname(files[side]) === '.parquet') await shuffleParquet(files[side], mixed[side]);
      else shuffleLines(files[side], mixed[side]);
    }
  return mixed;
}

async function shuffleParquet(from, to) {
  const tables = await openTables();
  await tables.run(
    `COPY (SELECT * EXCLUDE place FROM (SELECT *, row_number() OVER () AS place FROM ${fileTable(from)}) ORDER BY hash(place)) TO ${sqlText(to)} (FORMAT parquet)`,
  );
  tables.close();
}

/** None of the sets has a cell of several lines. */
function shuffleLines(from, to) {
  const [heading, ...rows] = readFileSync(from, 'utf8')
    .split('\n')
    .filter((row) => row !== '');
  const chance = new Chance(1);
  for (let last = rows.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [rows[last], rows[other]] = [rows[other], rows[last]];
  }
  writeFileSync(to, `${heading}\n${rows.join('\n')}\n`);
}
