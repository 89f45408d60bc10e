import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { UserError } from '@yangguang/domain/errors/user-error';
import { maskId } from '@yangguang/domain/words/id-number';
import { quoted, valueOf } from '../../dataset/sql-engine.ts';
import type { Progress } from '../../run/run-options.ts';
import { openTable } from '../fields/open-table.ts';
import type { Plan } from './plan.ts';
import { checkColumns } from './read-plan.ts';
import { suggestPlan, type SuggestTable } from './suggest-plan.ts';
import { planText } from './suggest-text.ts';

/** Two files, or one that is compared with itself, and what may be used up on them. Paths are absolute. */
export interface PlannedFiles {
  readonly left: string;
  readonly right: string | null;
  /** Private folder for everything intermediate. */
  readonly workFolder: string;
  /** For the SQL engine, such as '800MB'. */
  readonly memoryLimit: string;
}

/**
 * A plan for the files, as the text of a plan file with comments.
 * @throws UserError LNK-1xx a file that cannot be read, LNK-22x nothing to go by
 */
export async function suggestForFiles(
  files: PlannedFiles,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  return withTables(files, signal, async (db, left, right) => {
    progress.stage('查看各列', 'Looking at the columns', 0.1);
    const suggestion = await suggestPlan(db, left, right, (share) =>
      progress.stage('选择比较办法', 'Choosing what to compare by', share),
    );
    return planText(suggestion);
  });
}

/**
 * Checks before a long run that the files have the plan's columns, and the two records that are to be explained.
 * @throws UserError LNK-1xx a file that cannot be read, LNK-205 a column, LNK-206 a record that is not there
 */
export async function checkFiles(
  files: PlannedFiles,
  plan: Plan,
  explain: readonly [left: string, right: string] | null,
  signal: AbortSignal,
): Promise<void> {
  await withTables(files, signal, async (db, left, right) => {
    checkColumns(plan, named(left), right === null ? null : named(right));
    if (explain === null) return;
    const told = typeof plan.id === 'object' ? plan.id : { left: plan.id, right: plan.id };
    await assertRecord(db, left, told.left, explain[0]);
    await assertRecord(db, right ?? left, right === null ? told.left : told.right, explain[1]);
  });
}

const named = ({ file, columns }: SuggestTable): { file: string; columns: readonly string[] } => ({
  file: basename(file),
  columns,
});

async function withTables<T>(
  { left, right, workFolder, memoryLimit }: PlannedFiles,
  signal: AbortSignal,
  work: (db: DuckDBConnection, left: SuggestTable, right: SuggestTable | null) => Promise<T>,
): Promise<T> {
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memoryLimit,
    threads: '2',
    temp_directory: join(workFolder, 'spill'),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const db = await instance.connect();
  const stop = (): void => db.interrupt();
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    const open = async (file: string, view: string): Promise<SuggestTable> => ({
      view,
      file,
      columns: await openTable(db, file, view, workFolder),
    });
    return await work(
      db,
      await open(left, 'planned_left'),
      right === null ? null : await open(right, 'planned_right'),
    );
  } finally {
    signal.removeEventListener('abort', stop);
    db.closeSync();
    instance.closeSync();
  }
}

async function assertRecord(
  db: DuckDBConnection,
  { view, file, columns }: SuggestTable,
  column: string | undefined,
  id: string,
): Promise<void> {
  const name = column ?? columns[0] ?? '';
  const found = await valueOf(
    db,
    `SELECT count(*) FROM ${view} WHERE trim("${name.replaceAll('"', '""')}") = ${quoted(id.trim())}`,
  );
  if (Number(found) > 0) return;
  const shown = id.replace(/\d{17}[\dXx]/gu, (number) => maskId(number));
  throw new UserError('LNK-206', {
    what: {
      zh: `“${basename(file)}”里没有编号为“${shown}”的记录。`,
      en: `"${basename(file)}" has no record "${shown}".`,
    },
    why: { zh: `在“${name}”这一列里找的。`, en: `It was looked for in column "${name}".` },
    remedy: {
      zh: '请给出左边记录的编号，再给出右边记录的编号；次序和表的次序一样。',
      en: 'Give the id of the left record and then that of the right one, in the order of the files.',
    },
  });
}
