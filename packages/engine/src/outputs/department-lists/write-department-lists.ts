import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RunMeta } from '../../run/run-meta.ts';
import { type Say, sayIn } from '../lead-words.ts';
import { numberOf, readRows } from '../read-rows.ts';
import { integer, type StreamedRow, streamRows, text } from '../stream-rows.ts';
import { createWorkbook, type Workbook } from '../write-xlsx.ts';
import { type Department, departments, listHolders } from './departments.ts';

/**
 * Writes `比对名单/` into `dir`: for each department the least it needs to answer, in a workbook of its own with
 * a cover that says for how many the written authorisation has been seen, and 授权情况.xlsx for the office itself.
 *
 * Listed are the members of households on aid whose ID number is usable. Numbers are whole, or nobody could
 * answer; files are their owner's only (0600) and the folder 0700. An authorisation is held when an application
 * of somebody in the household has `authorised` set; else it is 未见授权. Bank lists hold authorised persons
 * only; people who owe support are never listed, they must consent themselves (社会救助法 art. 41).
 */
export async function writeDepartmentLists(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<void> {
  const folder = join(dir, '比对名单');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await collectPeople(db, meta.asOf);
  for (const department of departments) {
    await writeList(db, join(folder, `${department.zh}.xlsx`), department, meta);
  }
  await writeAuthorisations(db, join(folder, '授权情况.xlsx'), meta);
  await db.run('DROP TABLE IF EXISTS list_person');
}

/** Fills the temporary table `list_person`: a row a person on aid, each once. */
async function collectPeople(db: DuckDBConnection, asOf: string): Promise<void> {
  await db.run(`CREATE OR REPLACE TEMP TABLE list_person AS
    WITH held AS (
      SELECT m.household_key FROM application a
      JOIN ref r ON r.dataset = 'application' AND r.row_key = a.row_key AND r.slot = 'person'
      JOIN member m ON m.person_key = r.person_key
      WHERE a.authorised AND a.is_current IS NOT FALSE AND r.tier IS DISTINCT FROM 'number_only'
      GROUP BY 1
    ), one AS (
      SELECT m.person_key, arg_min(m.household_key, m.row_key) AS household_key, min(m.name) AS name,
             min(m.id_number) FILTER (m.id_state IN ('valid', 'converted')) AS id_number, min(m.birth_on) AS birth_on,
             min(m.row_key) AS row_key
      FROM member m GROUP BY m.person_key
    )
    SELECT one.*, coalesce(h.file_no, h.head_id, one.household_key) AS household_no, h.town, h.village, h.head_name,
           one.household_key IN (SELECT household_key FROM held) AS authorised,
           coalesce(date_diff('month', one.birth_on, DATE '${asOf}') // 12, 200) AS age
    FROM one LEFT JOIN household h USING (household_key)`);
}

function onList(department: Department): string {
  const authorised = department.authorisedOnly ? 'AND authorised' : '';
  return `id_number IS NOT NULL AND age >= ${department.fromAge} ${authorised}`;
}

interface Tally {
  readonly listed: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly unusable: number;
}

async function tallyOf(db: DuckDBConnection, department: Department): Promise<Tally> {
  const [row = {}] = await readRows(
    db,
    `SELECT count(*) FILTER (${onList(department)}) AS listed,
            count(*) FILTER (${onList(department)} AND authorised) AS authorised,
            count(*) FILTER (id_number IS NOT NULL AND age >= ${department.fromAge} AND NOT authorised) AS unauthorised,
            count(*) FILTER (id_number IS NULL AND age >= ${department.fromAge}) AS unusable
     FROM list_person`,
  );
  return {
    listed: numberOf(row, 'listed'),
    authorised: numberOf(row, 'authorised'),
    unauthorised: numberOf(row, 'unauthorised'),
    unusable: numberOf(row, 'unusable'),
  };
}

async function writeList(
  db: DuckDBConnection,
  path: string,
  department: Department,
  meta: RunMeta,
): Promise<void> {
  const say = sayIn(meta.lang);
  const title = say(`比对名单：${department.zh}`, `List for ${department.en}`);
  const book = createWorkbook(path, { title, createdOn: meta.asOf, lang: meta.lang });
  await writeCover(book, department, await tallyOf(db, department), meta);
  const sheet = book.sheet(say('名单', 'List'), {
    columns: [
      { heading: say('序号', 'No.'), width: 8, kind: 'int' },
      { heading: say('姓名', 'Name'), width: 12, kind: 'text' },
      { heading: say('身份证号', 'ID number'), width: 22, kind: 'text' },
      ...(department.household
        ? [{ heading: say('户编号', 'Household no.'), width: 24, kind: 'text' as const }]
        : []),
    ],
    pageFooter: say('含个人信息，用后删除', 'Personal data: delete after use'),
  });
  let serial = 0;
  const people = streamRows(
    db,
    `SELECT name, id_number, household_no FROM list_person WHERE ${onList(department)}
     ORDER BY household_no, id_number, row_key`,
  );
  for await (const person of people) {
    serial += 1;
    const cells = [serial, text(person, 'name'), text(person, 'id_number')];
    await sheet.row(department.household ? [...cells, text(person, 'household_no')] : cells);
  }
  await sheet.close();
  await book.close();
}

async function writeCover(
  book: Workbook,
  department: Department,
  tally: Tally,
  meta: RunMeta,
): Promise<void> {
  const say = sayIn(meta.lang);
  const sheet = book.sheet(say('封面', 'Cover'), {
    title: say('社会救助家庭信息比对名单', 'List of persons to be checked'),
    columns: [
      { heading: '', width: 24, kind: 'wrap' },
      { heading: '', width: 64, kind: 'wrap' },
    ],
    header: false,
  });
  const lines = meta.lang === 'zh' ? coverZh(department, tally, meta) : coverEn(department, tally, meta);
  for (const [label, value] of lines) {
    await sheet.row(
      [
        { value: label, look: 'label' },
        { value, kind: 'wrap' },
      ],
      { height: 'fit' },
    );
  }
  if (department.authorisedOnly) {
    const words = say(
      '存款、证券查询须有本人书面授权，本名单只列已见授权的人。赡养、抚养、扶养义务人不在名单内，须其本人另行同意（社会救助法第四十一条）。',
      'Bank queries need the person’s written authorisation; only persons whose authorisation was seen are listed. People who owe support are not listed: they must consent themselves (Social Assistance Law, art. 41).',
    );
    await sheet.row([{ value: words, span: 2, look: 'notice', kind: 'wrap' }], { height: 'fit' });
  }
  await sheet.close();
}

function coverZh(department: Department, tally: Tally, meta: RunMeta): [string, string][] {
  return [
    ['接收单位', department.zh],
    ['请反馈', `${department.asks.zh}。只反馈查到的人，身份证号请用文本格式。`],
    ['名单人数', `${tally.listed} 人`],
    ['授权情况', authorisationZh(department, tally)],
    ['未列入', `身份证号不能用的 ${tally.unusable} 人，须先更正号码。`],
    ['数据时点', meta.asOf],
    ['依据', '（由本单位法制机构确认后填写）'],
    ['使用要求', '仅用于本次核对，不得另作他用，不得转发；用后删除并告知删除日期。'],
    ['经办人、审批人', ''],
    ['发送日期、接收人签字', ''],
  ];
}

function authorisationZh(department: Department, tally: Tally): string {
  const held = `已见授权 ${tally.authorised} 人`;
  if (tally.unauthorised === 0) return `${held}，全部有授权。`;
  return department.authorisedOnly
    ? `${held}；未见授权 ${tally.unauthorised} 人，不得发送，未列入。`
    : `${held}；未见授权 ${tally.unauthorised} 人，发送前请补齐或确认依据。`;
}

function coverEn(department: Department, tally: Tally, meta: RunMeta): [string, string][] {
  const missing = department.authorisedOnly
    ? 'not listed, must not be sent'
    : 'obtain it or confirm the basis first';
  return [
    ['To', department.en],
    ['Please answer', `${department.asks.en}. Only persons found; ID numbers as text.`],
    ['Persons listed', String(tally.listed)],
    [
      'Authorisation (授权)',
      `seen for ${tally.authorised}; not seen for ${tally.unauthorised}${tally.unauthorised > 0 ? ` (${missing})` : ''}.`,
    ],
    ['Left out', `${tally.unusable} persons whose ID number must be corrected first.`],
    ['Data as of', meta.asOf],
    ['Legal basis', '(to be filled in once the legal section has confirmed it)'],
    ['Use', 'For this check only. Do not pass on. Delete after use and report the date.'],
    ['Handled by, approved by', ''],
    ['Sent on, received by', ''],
  ];
}

/** The office's own overview: every department, those asked for their lists, and households to obtain consent from. */
async function writeAuthorisations(db: DuckDBConnection, path: string, meta: RunMeta): Promise<void> {
  const say = sayIn(meta.lang);
  const book = createWorkbook(path, {
    title: say('授权情况', 'Authorisations'),
    createdOn: meta.asOf,
    lang: meta.lang,
  });
  const overview = book.sheet(say('各部门', 'Departments'), {
    title: say('比对名单与授权情况', 'Lists and authorisations'),
    columns: [
      { heading: say('部门', 'Department'), width: 28, kind: 'wrap' },
      { heading: say('请对方反馈', 'Asked for'), width: 40, kind: 'wrap' },
      { heading: say('名单人数', 'Listed'), width: 10, kind: 'int' },
      { heading: say('已见授权', 'Authorised'), width: 11, kind: 'int' },
      { heading: say('未见授权', 'Not seen'), width: 11, kind: 'int' },
      { heading: say('说明', 'Note'), width: 40, kind: 'wrap' },
    ],
    landscape: true,
  });
  for (const department of departments) {
    const tally = await tallyOf(db, department);
    const note = department.authorisedOnly
      ? say(
          '须有本人授权；未见授权的未列入名单。',
          'Needs the person’s authorisation; others are not listed.',
        )
      : '';
    await overview.row([
      department[meta.lang],
      department.asks[meta.lang],
      tally.listed,
      tally.authorised,
      tally.unauthorised,
      note,
    ]);
  }
  for (const holder of listHolders) {
    const note = say('不发名单，请对方提供自己的全量名册。', 'No list is sent: ask for their own full list.');
    await overview.row([holder[meta.lang], holder.asks[meta.lang], 0, 0, 0, note]);
  }
  await overview.close();
  await writeMissing(db, book, say);
  await book.close();
}

async function writeMissing(db: DuckDBConnection, book: Workbook, say: Say): Promise<void> {
  const sheet = book.sheet(say('未见授权的家庭', 'Without authorisation'), {
    columns: [
      { heading: say('乡镇（街道）', 'Town'), width: 16, kind: 'text' },
      { heading: say('村（居）', 'Village'), width: 16, kind: 'text' },
      { heading: say('户主', 'Head'), width: 12, kind: 'text' },
      { heading: say('人数', 'Persons'), width: 8, kind: 'int' },
      { heading: say('补授权日期', 'Obtained on'), width: 14, kind: 'date' },
    ],
    filter: true,
  });
  const households = streamRows(
    db,
    `SELECT town, village, head_name, count(*) AS persons FROM list_person WHERE NOT authorised
     GROUP BY household_key, town, village, head_name
     ORDER BY town NULLS LAST, village NULLS LAST, household_key`,
  );
  for await (const row of households) await sheet.row(missingCells(row));
  await sheet.close();
}

function missingCells(row: StreamedRow): (string | number | null)[] {
  return [text(row, 'town'), text(row, 'village'), text(row, 'head_name'), integer(row, 'persons'), ''];
}
