import type { DuckDBConnection } from '@duckdb/node-api';
import { valueOf } from '../dataset/sql-engine.ts';
import type { ColumnProfile } from './column-profile.ts';
import { type Decision, decideSheet } from './decide-sheet.ts';
import { checkMonths, checkTotals, diagnoseAccounts, diagnoseIds } from './diagnose-columns.ts';
import type { Bilingual, FileSummary } from './file-summary.ts';
import { findHeader, type HeadingLexicon, type SheetHeader } from './find-header.ts';
import { yuanOf } from './heading.ts';
import type { HitTarget } from './hit-list.ts';
import { dropStructure, profileSheet, type RowCounts } from './import-sheet.ts';
import type { SheetMapping } from './mapping-file.ts';
import { prepareBody } from './prepare-body.ts';
import type { RawSheet } from './read/raw-sheet.ts';
import { previewSheet, type SheetPreview } from './sheet-preview.ts';
import { recognise } from './recognise.ts';
import { fillHeads } from './settle-tables.ts';
import { readContext } from './sheet-context.ts';
import { findColumn, type Source } from './source.ts';
import { setAsideHits, setAsideUnknown, writeAside } from './set-aside.ts';
import { summariseSheet } from './summarise-sheet.ts';
import { takeHits } from './take-hits.ts';
import { type ReadySheet, takeList, wideMonths } from './take-sheet.ts';

export interface SheetSettings {
  readonly sheetId: number;
  readonly sources: readonly Source[];
  readonly lexicon: HeadingLexicon;
  readonly mapping: SheetMapping | undefined;
  readonly inspect: boolean;
  /** Keep its first rows. */
  readonly preview?: boolean;
}

export interface SheetOutcome {
  readonly summary: FileSummary;
  /** Rows whose county code is not the sheet's majority. */
  readonly rowsOutside: number;
  /** null when it was not asked for. */
  readonly preview: SheetPreview | null;
}

function indexesOf(profiles: readonly ColumnProfile[], decision: Decision, type: 'name' | 'id'): number[] {
  const matched = decision.matches.filter((m) => m.column.type === type).map((m) => m.index);
  const seen = profiles.flatMap((p, i) =>
    (type === 'id' ? p.id + p.glued : p.name) >= 0.6 && !matched.includes(i) && type === 'id' ? [i] : [],
  );
  return [...matched, ...seen];
}

/** Recognises one raw sheet, types its rows into the canonical tables and drops it. */
export async function importRawSheet(
  db: DuckDBConnection,
  sheet: RawSheet,
  settings: SheetSettings,
): Promise<SheetOutcome> {
  const header = findHeader(sheet, settings.lexicon, settings.mapping?.headerRow);
  const context = readContext(sheet.file.name, sheet.sheet, header.titles);
  const profiles = await profileSheet(db, sheet, header);
  const recognition = recognise(settings.sources, header.headings, profiles, context);
  const decision = decideSheet(recognition, header, context, settings.sources, settings.mapping);
  const alarms: Bilingual[] = [
    ...sheet.alarms,
    ...(await sheetAlarms(db, sheet, header, decision)),
    ...unusedNumbers(profiles, header, decision),
  ];
  const names = indexesOf(profiles, decision, 'name');
  const ids = indexesOf(profiles, decision, 'id');
  const counts = await dropStructure(db, sheet, header, names, ids);
  const data = sheet.rows - counts.structure;
  const isByHand = settings.mapping !== undefined;
  const preview =
    settings.preview === true
      ? await previewSheet(db, sheet, { header, profiles, recognition, decision, isByHand })
      : null;
  const ready: ReadySheet = {
    sheet,
    header,
    profiles,
    context,
    sheetId: settings.sheetId,
    hasSections: counts.sections.length > 0,
    yuan: yuanOf(header.titles.find((t) => /单位[:：]\s*(?:人民币)?[万千百]?元/u.test(t)) ?? '') ?? 1,
  };
  const isLeftOut = settings.mapping?.dataset === 'none';
  const aside = settings.inspect ? 0 : await take(db, ready, decision, counts, alarms, isLeftOut);
  const rowsOutside =
    settings.inspect || decision.source === null
      ? 0
      : await countOutside(db, decision.source, settings.sheetId);
  await db.run(`drop table if exists ${sheet.table}`);
  return {
    summary: summariseSheet(ready, decision, { structure: counts.structure, data, aside }, alarms),
    rowsOutside,
    preview,
  };
}

async function sheetAlarms(
  db: DuckDBConnection,
  sheet: RawSheet,
  header: SheetHeader,
  decision: Decision,
): Promise<Bilingual[]> {
  const alarms: Bilingual[] = [];
  if (sheet.sheetHidden)
    alarms.push({
      zh: '这是隐藏的工作表，已一并导入',
      en: 'This sheet is hidden; it was imported all the same',
    });
  const hidden = Number(await valueOf(db, `select count(*) from ${sheet.table} where row_hidden`));
  if (hidden > 0)
    alarms.push({
      zh: `有 ${hidden} 行被隐藏（可能是筛选），已一并导入`,
      en: `${hidden} rows are hidden (perhaps filtered); they were imported all the same`,
    });
  if (decision.source === null) return alarms;
  if (header.rows.length === 0)
    alarms.push({
      zh: '没有找到表头，按内容猜测各列，请核对',
      en: 'No header was found; the columns were guessed from their content, please check',
    });
  if (decision.confidence < 0.5)
    alarms.push({
      zh: `识别为“${decision.source.zh}”的把握不大，请核对`,
      en: `Not sure that this is "${decision.source.en}", please check`,
    });
  return alarms;
}

/** Columns of numbers of people that nothing was done with: whoever they are, the clerk should know. */
function unusedNumbers(
  profiles: readonly ColumnProfile[],
  header: SheetHeader,
  { source, targets, matches }: Decision,
): Bilingual[] {
  if (source === null || targets !== null) return [];
  return profiles.flatMap((profile, index) => {
    if (profile.id < 0.6 || profile.filled < 5 || matches.some((m) => m.index === index)) return [];
    const heading = header.headings[index]?.raw ?? '';
    return {
      zh: `“${heading}”列是身份证号，但没有用上；如果有用，请在识别对照文件中指明是谁的号码`,
      en: `Column "${heading}" holds ID numbers but was not used; if it matters, say in the mapping file whose they are`,
    };
  });
}

const FILLABLE = ['town', 'village', 'group_name', 'head_name', 'head_id', 'official_name', 'official_id'];

/** What the head's row of a list by member says for the whole household. */
const SHARED = [
  'town',
  'village',
  'group_name',
  'address',
  'head_name',
  'head_id',
  'file_no',
  'household_no',
  'hukou_no',
  'scheme',
];

const selfWords = (source: Source): string[] =>
  [...(findColumn(source, 'relation')?.values ?? [])].flatMap(([word, code]) =>
    code === 'self' ? [word] : [],
  );

async function repair(
  db: DuckDBConnection,
  ready: ReadySheet,
  source: Source,
  decision: Decision,
  counts: RowCounts,
): Promise<void> {
  const at = (name: string | undefined): number | null =>
    decision.matches.find((m) => m.column.name === name)?.index ?? null;
  const slot = source.persons.find((p) => at(p.id) !== null && p.slot === 'person') ?? source.persons[0];
  const fillable = FILLABLE.filter((n) => !(n.startsWith('head') && slot?.slot === 'head')).flatMap(
    (n) => at(n) ?? [],
  );
  const relation = slot?.slot === 'person' ? at('relation') : null;
  const household =
    relation === null
      ? null
      : { relation, self: selfWords(source), shared: SHARED.flatMap((n) => at(n) ?? []) };
  await prepareBody(
    db,
    ready.sheet,
    source,
    { fillable, name: at(slot?.name), id: at(slot?.id), household },
    counts.sections,
  );
}

const unknownSheet = {
  code: 'IMP-201',
  zh: '没有认出这是什么数据，请在识别对照文件中指定',
  en: 'The data set was not recognised; name it in the mapping file',
};
const leftOut = {
  code: 'IMP-202',
  zh: '识别对照写明这张表不导入',
  en: 'The mapping says to leave this sheet out',
};

/** Types the data rows; returns how many were set aside. */
async function take(
  db: DuckDBConnection,
  ready: ReadySheet,
  decision: Decision,
  counts: RowCounts,
  alarms: Bilingual[],
  isLeftOut: boolean,
): Promise<number> {
  const { source, targets } = decision;
  if (source === null) {
    await db.run(`alter table ${ready.sheet.table} add column part integer default 0`);
    await writeAside(db, ready, 'true', isLeftOut ? leftOut : unknownSheet);
    return ready.sheet.rows - counts.structure;
  }
  await repair(db, ready, source, decision, counts);
  return targets === null
    ? takeOneList(db, ready, source, decision, counts, alarms)
    : takeHitList(db, ready, targets, alarms);
}

async function takeHitList(
  db: DuckDBConnection,
  ready: ReadySheet,
  targets: readonly HitTarget[],
  alarms: Bilingual[],
): Promise<number> {
  const people = targets.flatMap((t) =>
    t.matches.filter((m) => m.column.slot === t.source.persons[0]?.slot).map((m) => m.index),
  );
  const aside = await setAsideHits(db, ready, [...new Set(people)]);
  alarms.push(...(await takeHits(db, ready, targets)));
  for (const t of targets) alarms.push(...(await diagnoseIds(db, ready.sheetId, t.source)));
  return aside;
}

async function takeOneList(
  db: DuckDBConnection,
  ready: ReadySheet,
  source: Source,
  decision: Decision,
  counts: RowCounts,
  alarms: Bilingual[],
): Promise<number> {
  const { sheetId } = ready;
  alarms.push(...(await takeList(db, ready, source, decision.matches)));
  await fillHeads(db, sheetId, source);
  const aside = await setAsideUnknown(db, ready, source);
  alarms.push(...(await diagnoseIds(db, sheetId, source)));
  if (decision.matches.some((m) => m.column.type === 'account'))
    alarms.push(...(await diagnoseAccounts(db, sheetId)));
  alarms.push(...(await checkMonths(db, sheetId, source)));
  // A wide table's totals are sums over months, which no single column holds.
  if (source.wide !== null && wideMonths(ready.header, ready.context).size > 0) return aside;
  const fields = new Map(decision.matches.map((m) => [m.column.name, { exprs: [`c${m.index}`] }]));
  alarms.push(...(await checkTotals(db, sheetId, source, fields, counts.grandTotal)));
  return aside;
}

async function countOutside(db: DuckDBConnection, source: Source, sheetId: number): Promise<number> {
  const id = source.persons[0]?.id;
  if (id === undefined) return 0;
  return Number(
    (await valueOf(
      db,
      `select coalesce(sum(n) - max(n), 0) from (select left(${id}, 6) as county, count(*) as n from ${source.table} where sheet_id = ${sheetId} and ${id}_state in ('valid', 'converted') group by all)`,
    )) ?? 0,
  );
}
