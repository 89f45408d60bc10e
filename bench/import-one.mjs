/**
 * Imports one file as `check` does and writes its rows as Parquet: node import-one.mjs ROOMS SOURCES FILE
 * The database gets 120 MB and one thread, what import alone needs, and 80 MB while it writes; `check` allows it more
 * for the rules.
 */
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

const [rooms = '', sourcesFolder = '', file = ''] = process.argv.slice(2);
const { findUnbalancedSheets, importFolder, listInput, loadSources, openEngine } = await import(rooms);

const engine = await openEngine(new AbortController().signal);
try {
  await engine.db.run(`set memory_limit = '120MB'; set threads = 1`);
  const folder = join(engine.folder, 'input');
  mkdirSync(folder);
  copyFileSync(file, join(folder, basename(file)));
  const input = await listInput(folder, { tempFolder: engine.folder });
  const sources = loadSources([sourcesFolder]);
  const result = await importFolder(engine.db, { files: input.files, sources, tempFolder: engine.folder });
  const unbalanced = await findUnbalancedSheets(engine.db);
  const [sheet] = result.summaries;
  if (sheet?.table === undefined || sheet.table === null || unbalanced.length > 0)
    throw new Error('the sheet was not recognised, or its rows do not add up');
  // The Parquet writer takes some 50 MB that the limit does not count: the table makes room for it.
  await engine.db.run(`set memory_limit = '80MB'`);
  const parquet = join(engine.folder, 'rows.parquet');
  await engine.db.run(`copy ${sheet.table} to '${parquet}' (format parquet, row_group_size 20480)`);
  const { rowsIn, rowsTaken, rowsSetAside, rowsStructure } = sheet;
  console.log(
    `${rowsIn} rows = ${rowsTaken} taken + ${rowsSetAside} set aside + ${rowsStructure} headings; Parquet ${(statSync(parquet).size / 2 ** 20).toFixed(0)} MB`,
  );
} finally {
  await engine.close();
}
