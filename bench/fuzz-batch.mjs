/** Child of fuzz-import.mjs: imports batches of damaged files and checks what became of each. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeOriginals } from './make-originals.mjs';
import { mutateFile } from './mutate-file.mjs';

const [roomsPath = '', sourcesFolder = '', folder = ''] = process.argv.slice(2);
const rooms = await import(roomsPath);
const sources = rooms.loadSources([sourcesFolder]);
mkdirSync(join(folder, 'originals'), { recursive: true });
const originals = await makeOriginals(rooms, join(folder, 'originals'));
const progress = () => process.send('progress');

process.on('message', (job) => {
  runBatch(job).then(
    (result) => process.send(result),
    (error) =>
      process.send({
        failure: error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error),
      }),
  );
});

async function runBatch({ kind, seed, from, count }) {
  const input = join(folder, 'input');
  rmSync(input, { recursive: true, force: true });
  mkdirSync(input);
  for (let i = 0; i < count; i += 1) {
    const bytes = await mutateFile(originals, kind, seed, from + i);
    writeFileSync(join(input, `${from + i}.${kind}`), bytes);
  }
  const engine = await rooms.openEngine(new AbortController().signal);
  try {
    await engine.db.run(`set memory_limit = '300MB'`);
    const list = await rooms.listInput(input, { tempFolder: engine.folder });
    progress();
    const result = await rooms.importFolder(engine.db, {
      files: list.files,
      sources,
      tempFolder: engine.folder,
      onProgress: progress,
    });
    return { ...(await judge(engine.db, list, result, { from, count })), peakMb: peakMb() };
  } finally {
    await engine.close();
  }
}

async function judge(db, list, result, { from, count }) {
  const refusals = [...list.refusals, ...result.refusals];
  const findings = [...(await unbalanced(db)), ...unclear(refusals)];
  const codes = {};
  for (const { code } of refusals) codes[code] = (codes[code] ?? 0) + 1;
  const fate = { imported: 0, refused: 0, left: 0 };
  const named = (rows, index, key) => rows.some((row) => indexOf(row[key]) === index);
  for (let index = from; index < from + count; index += 1) {
    if (named(result.summaries, index, 'file')) fate.imported += 1;
    else if (named(refusals, index, 'file')) fate.refused += 1;
    else if (named(list.left, index, 'name')) fate.left += 1;
    else findings.push({ index, what: 'the file is mentioned nowhere' });
  }
  const rowsIn = result.summaries.reduce((sum, s) => sum + s.rowsIn, 0);
  return { files: count, ...fate, sheets: result.summaries.length, rowsIn, codes, findings };
}

const indexOf = (name) => Number(/^\d+/.exec(name)?.[0] ?? -1);

/**
 * A refusal is clear when it has a code of its own, says what happened and what to do, and quotes no long number but
 * one in the file's own name.
 */
function unclear(refusals) {
  return refusals
    .filter((r) => {
      const said = (r.zh + r.en).replaceAll(r.file, '');
      return r.code === 'IMP-199' || !r.zh || !r.remedyZh || /\d{12}/.test(said);
    })
    .map((r) => ({ index: indexOf(r.file), what: `unclear refusal: ${r.zh}` }));
}

/**
 * Sheets whose rows do not add up: against the counts, against the rows really set aside, and against the rows
 * really found in the data set's table (a list with a column a month makes no row for an empty month).
 */
async function unbalanced(db) {
  const tables = await db.runAndReadAll(
    `select table_name from duckdb_columns() where column_name = 'row_key' and schema_name = 'main'`,
  );
  const rows = tables.getRows().map(([table]) => `select sheet_id, row_no from ${table}`);
  const bad = await db.runAndReadAll(`
    with kept as (select sheet_id, count(distinct row_no) as n from (${rows.join(' union all ')}) group by 1),
      aside as (select sheet_id, count(distinct row_no) as n from set_aside group by 1)
    select i.file, i.rows_in::integer, i.rows_taken::integer, i.rows_set_aside::integer, i.rows_structure::integer, coalesce(k.n, 0)::integer, coalesce(a.n, 0)::integer
    from import_sheet i left join kept k using (sheet_id) left join aside a using (sheet_id)
    where rows_in <> rows_taken + rows_set_aside + rows_structure or least(rows_taken, rows_set_aside, rows_structure) < 0
      or coalesce(a.n, 0) <> rows_set_aside or coalesce(k.n, 0) <> rows_taken`);
  return bad.getRows().map(([file, rowsIn, taken, aside, structure, kept, stored]) => ({
    index: indexOf(file),
    what: `${rowsIn} rows in, ${taken} taken, ${aside} set aside, ${structure} structure; ${kept} in tables, ${stored} stored aside`,
  }));
}

function peakMb() {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
