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
  sqlText,
} from '../lead-sheet.ts';
import { FAMILIES, familyWords, isOmission, sayIn } from '../lead-words.ts';
import { streamRows } from '../stream-rows.ts';
import { createWorkbook, type Workbook } from '../write-xlsx.ts';
import { writeCards } from './cards-sheet.ts';
import { coverFacts } from './cover-facts.ts';
import { type ListedTab, writeCover } from './cover-sheet.ts';
import { writeFirstTwenty } from './first-twenty.ts';
import { writeManual } from './manual-sheet.ts';
import { writeQuality } from './quality-sheet.ts';
import { writeScreening } from './screening-sheet.ts';
import { CARD_TABLES, cardTables } from './select-cards.ts';

const FILE_NAME = '疑点台账.xlsx';

/**
 * Writes `疑点台账.xlsx` into `dir`: cover, the first twenty, a card a household, a sheet a rule family with
 * the answer columns, the screening list, the rule manual and data quality; omissions stand first.
 *
 * Reads `lead`, `household`, `member`, `person`, `benefit`. Numbers of people are masked unless
 * `meta.idNumbers` is 'full'. It holds restricted leads, marked as such: it is for the county desk.
 * @returns the file's path.
 * @throws what the disk answers when it refuses.
 */
export async function writeLedger(db: DuckDBConnection, dir: string, meta: RunMeta): Promise<string> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, FILE_NAME);
  const say = sayIn(meta.lang);
  const view: LeadView = { say, lang: meta.lang, masked: meta.idNumbers === 'masked' };
  const title = say(`${meta.regionName}社会救助疑点台账`, `${meta.regionName} ledger of leads`);
  const book = createWorkbook(path, { title, createdOn: meta.asOf, lang: meta.lang });
  for (const table of cardTables(meta)) await db.run(table);
  const names = {
    cover: say('封面', 'Cover'),
    first: say('先看这些', 'First'),
    cards: say('一户一卡', 'Cards'),
    screening: say('排查名单', 'Screening'),
    manual: say('规则说明', 'Manual'),
    quality: say('数据质量', 'Data quality'),
  };
  const tabOf = (family: string): string =>
    `${family} ${say(familyWords(family).zh, familyWords(family).en)}`;
  const facts = await coverFacts(db);
  const families = [...new Set<string>([...FAMILIES, ...facts.families.keys()])].filter((f) =>
    facts.families.has(f),
  );
  // The cards are written before the sheet that points at them; the tabs stand the other way round.
  await writeCover(book, meta, facts, say, {
    own: names.cover,
    family: tabOf,
    list: listTabs(names, families, tabOf, meta),
  });
  const places = await writeCards(db, book, { ...view, combinations: meta.combinations }, names.cards, 2);
  await writeFirstTwenty(db, book, view, { sheet: names.first, tabOrder: 1 }, places);
  for (const [index, family] of families.entries()) {
    await writeFamily(db, book, view, { family, name: tabOf(family), tabOrder: 3 + index });
  }
  const after = 3 + families.length;
  await writeScreening(db, book, view, names.screening, after);
  await writeManual(book, names.manual, meta, say, after + 1);
  await writeQuality(book, names.quality, meta, say, after + 2);
  await book.close();
  for (const table of CARD_TABLES) await db.run(`drop table ${table}`);
  return path;
}

async function writeFamily(
  db: DuckDBConnection,
  book: Workbook,
  view: LeadView,
  { family, name, tabOrder }: { readonly family: string; readonly name: string; readonly tabOrder: number },
): Promise<void> {
  const { say, lang } = view;
  const about = say(
    '黄色各列由核查人填写，按疑点编号对应；下拉列选择，不改编号。疑点不是结论。',
    'Whoever checks fills in the yellow columns; they are keyed by the lead ID, which must not be changed. A lead is not a verdict.',
  );
  const spec = leadSheetSpec(say, name, [about], isOmission(family) ? '1D5B33' : 'B45309');
  const sheet = book.sheet(name, { ...spec, tabOrder });
  const sql = `select ${leadSelect(lang)} from lead where ${ACTIVE_LEAD} and family = ${sqlText(family)} order by ${LEAD_ORDER}`;
  for await (const row of streamRows(db, sql)) await sheet.row(leadCells(row, view));
  await sheet.close();
}

type Names = Readonly<Record<'cover' | 'first' | 'cards' | 'screening' | 'manual' | 'quality', string>>;

function listTabs(
  names: Names,
  families: readonly string[],
  tabOf: (family: string) => string,
  meta: RunMeta,
): ListedTab[] {
  const say = sayIn(meta.lang);
  return [
    {
      name: names.first,
      about: say(
        '最先查看的二十户（人）和理由，漏保、错保各半',
        'the first twenty to look at and why, half of them omissions',
      ),
    },
    {
      name: names.cards,
      about: say(
        '一户一张卡：全部疑点、现享待遇、可能少享的、依法最优组合',
        'a card a household: all leads, what it draws, what it may be missing, the lawful best combination',
      ),
    },
    ...families.map((family) => ({
      name: tabOf(family),
      about: say(
        '逐条疑点、证据位置和核查答复栏',
        'each lead, where its evidence stands, columns for the answer',
      ),
    })),
    { name: names.screening, about: say('重点人群排查名单（不是疑点）', 'groups to visit (not leads)') },
    {
      name: names.manual,
      about: say(
        '每条规则查什么、为什么可能是误报、怎样核实、依据',
        'what each rule looks for, innocent causes, how to verify, its basis',
      ),
    },
    {
      name: names.quality,
      about: say(
        '每个文件的行数平衡、没有运行的规则、待填的本地标准',
        'rows of each file, rules that did not run, numbers to fill in',
      ),
    },
  ];
}
