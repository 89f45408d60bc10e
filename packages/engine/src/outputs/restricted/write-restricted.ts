import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import {
  ACTIVE_LEAD,
  LEAD_ORDER,
  leadCells,
  leadSelect,
  leadSheetSpec,
  type LeadView,
} from '../lead-sheet.ts';
import { type Say, sayIn } from '../lead-words.ts';
import { screeningCells, screeningSpec } from '../screening-list.ts';
import { streamRows } from '../stream-rows.ts';
import { createWorkbook } from '../write-xlsx.ts';

const FOLDER = '限阅';
const FILE_NAME = '限阅疑点.xlsx';

const RESTRICTED = `(coalesce(restricted, false) or subject_kind = 'official')`;
const ACTIVE_ENTRY = ACTIVE_LEAD.replace(`grade = 'lead'`, `grade = 'screening'`);

/**
 * Writes `限阅/限阅疑点.xlsx` into `dir`: the leads that name officials, kin, proxies or accounts shared with
 * officials, with the answer columns, and such entries of the screening list, apart from every town's file.
 * Folder 0700, file 0600.
 * @returns the number of leads; with neither leads nor entries, nothing is written.
 * @throws what the disk answers when it refuses.
 */
export async function writeRestricted(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<number> {
  const leads = await countRows(db, `${ACTIVE_LEAD} and ${RESTRICTED}`);
  const entries = await countRows(db, `${ACTIVE_ENTRY} and ${RESTRICTED}`);
  if (leads + entries === 0) return 0;
  const folder = join(dir, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const say = sayIn(meta.lang);
  const view: LeadView = { say, lang: meta.lang, masked: meta.idNumbers === 'masked' };
  const title = say(`${meta.regionName} 限阅疑点`, `${meta.regionName}: restricted leads`);
  const book = createWorkbook(join(folder, FILE_NAME), { title, createdOn: meta.asOf, lang: meta.lang });
  const rows = (where: string): string => `select ${leadSelect(meta.lang)}, rank, phone from lead
    where ${where} and ${RESTRICTED} order by family, ${LEAD_ORDER}`;
  const sheet = book.sheet(
    say('限阅疑点', 'Restricted leads'),
    leadSheetSpec(say, title, notice(say), '8A1C1C'),
  );
  for await (const row of streamRows(db, rows(ACTIVE_LEAD))) await sheet.row(leadCells(row, view));
  await sheet.close();
  if (entries > 0) {
    const list = book.sheet(say('排查名单', 'Screening'), screeningSpec(say, title));
    for await (const row of streamRows(db, rows(ACTIVE_ENTRY))) await list.row(screeningCells(row, view));
    await list.close();
  }
  await book.close();
  return leads;
}

async function countRows(db: DuckDBConnection, where: string): Promise<number> {
  const counted = await db.runAndReadAll(`select count(*)::integer from lead where ${where}`);
  return Number(counted.getRows()[0]?.[0] ?? 0);
}

const notice = (say: Say): string[] => [
  say(
    '限阅：涉及工作人员、近亲属、代领人。只交指定的核查人，由未参与原调查的两人核查；当事人及其亲属回避。不入乡镇文件，不得转发。',
    'Restricted: names officials, kin, proxies. For the appointed investigators only: two people who took no part in the first survey; those concerned and their kin stand aside. Not in any town’s file; do not forward.',
  ),
  say(
    '疑点不是结论：在保的亲属可能完全符合条件，须先核实事实。',
    'A lead is not a verdict: a relative on aid may well be entitled; establish the facts first.',
  ),
];
