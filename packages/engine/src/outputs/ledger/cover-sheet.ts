import type { RunMeta } from '../../run/run-meta.ts';
import { FAMILIES, familyWords, type Say } from '../lead-words.ts';
import type { SheetHandle, Workbook } from '../write-xlsx.ts';
import type { Cell } from '../xlsx/cell.ts';
import type { Counts } from '../statistics/count-leads.ts';
import type { CoverFacts } from './cover-facts.ts';

/** A tab of the ledger as the cover lists it. */
export interface ListedTab {
  readonly name: string;
  readonly about: string;
}

const SPAN = 8;

/** Writes the cover: what this is and is not, both sides of the mission, counts by family, control totals. */
export async function writeCover(
  book: Workbook,
  meta: RunMeta,
  facts: CoverFacts,
  say: Say,
  tabs: {
    readonly own: string;
    readonly family: (family: string) => string;
    readonly list: readonly ListedTab[];
  },
): Promise<void> {
  const title = say(
    `${meta.regionName}社会救助疑点台账`,
    `${meta.regionName} social-assistance ledger of leads`,
  );
  const sheet = book.sheet(tabs.own, {
    columns: [24, 13, 13, 18, 13, 13, 13, 18].map((width) => ({ heading: '', width, kind: 'int' })),
    title,
    subtitle: [
      say(
        `截至 ${meta.asOf}（${meta.asOfWhy.zh}） · 行政区划 ${meta.region} · 政策包 ${meta.packVersion} · 程序 ${meta.engineVersion}`,
        `As of ${meta.asOf} (${meta.asOfWhy.en}) · region ${meta.region} · policy pack ${meta.packVersion} · engine ${meta.engineVersion}`,
      ),
    ],
    header: false,
    tabColour: '1F4E79',
    tabOrder: 0,
  });
  await writeNotice(sheet, say);
  await writeSides(sheet, facts, say);
  await writeFamilies(sheet, facts, say, tabs.family);
  await writeTotals(sheet, meta, say);
  await writeNotes(sheet, meta, facts, say);
  await section(sheet, say('本台账各表', 'The sheets of this ledger'));
  for (const { name, about } of tabs.list) {
    await sheet.row([
      { value: name, look: 'link', kind: 'text', link: { sheet: name } },
      { value: about, span: SPAN - 1, kind: 'wrap' },
    ]);
  }
  await sheet.close();
}

async function section(sheet: SheetHandle, value: string): Promise<void> {
  await sheet.row([], { height: 10 });
  await sheet.row([{ value, look: 'section', kind: 'text', span: SPAN }], { height: 20 });
}

async function writeNotice(sheet: SheetHandle, say: Say): Promise<void> {
  const value = say(
    '疑点不是结论。任何人的待遇都不能仅凭本台账停发、减发：须先告知、听取说明、入户核查，由有权机关作出书面决定并送达，告知救济途径。既不能错保，更不能漏保。',
    'A lead is not a verdict. Nobody’s benefit may be stopped or cut on this ledger alone: first notice, a hearing, a visit; then a written decision by the competent office, delivered, with its remedy. Neither wrong inclusion nor, above all, omission.',
  );
  await sheet.row([{ value, look: 'notice', kind: 'wrap', span: SPAN }], { height: 'fit' });
}

async function writeSides(sheet: SheetHandle, { sides }: CoverFacts, say: Say): Promise<void> {
  await sheet.row([], { height: 10 });
  await sheet.row(
    [
      { value: say('可能漏保、少享', 'May have been missed'), look: 'omissionHead', kind: 'text', span: 4 },
      { value: say('可能错保、错发', 'May be paid wrongly'), look: 'section', kind: 'text', span: 4 },
    ],
    { height: 20 },
  );
  const figures = ({ leads, households, persons, amountFen }: Counts): Cell[] => [
    { value: leads, look: 'figure', kind: 'int' },
    { value: households, look: 'figure', kind: 'int' },
    { value: persons, look: 'figure', kind: 'int' },
    { value: Math.round(amountFen / 100), look: 'figure', kind: 'int' },
  ];
  const labels = [
    say('疑点', 'leads'),
    say('户', 'households'),
    say('人', 'persons'),
    say('元（各条相加）', 'yuan (leads added up)'),
  ];
  await sheet.row([...figures(sides.omission), ...figures(sides.wrong)], { height: 32 });
  await sheet.row(
    [...labels, ...labels].map((value): Cell => ({ value, look: 'figureLabel', kind: 'text' })),
    { height: 18 },
  );
}

async function writeFamilies(
  sheet: SheetHandle,
  facts: CoverFacts,
  say: Say,
  tabOf: (family: string) => string,
): Promise<void> {
  await section(sheet, say('按类别和轻重', 'By family and severity'));
  const heads = [
    say('类别', 'Family'),
    say('严重疑点', 'Serious'),
    say('疑点', 'Suspect'),
    say('信息提示', 'Info'),
    say('合计', 'Total'),
    say('户', 'Households'),
    say('人', 'Persons'),
    say('涉及金额（元）', 'Amount (yuan)'),
  ];
  await sheet.row(
    heads.map((value): Cell => ({ value, look: 'header', kind: 'text' })),
    { height: 20 },
  );
  const families = [...new Set<string>([...FAMILIES, ...facts.families.keys()])];
  for (const family of families) {
    const counts = facts.families.get(family);
    if (!counts) continue;
    const words = familyWords(family);
    await sheet.row([
      {
        value: `${family} ${say(words.zh, words.en)}`,
        look: 'link',
        kind: 'text',
        link: { sheet: tabOf(family) },
      },
      counts.serious,
      counts.suspect,
      counts.info,
      counts.leads,
      counts.households,
      counts.persons,
      { value: counts.amountFen || null, kind: 'money' },
    ]);
  }
  await writeFamilyTotal(sheet, facts, say);
  const note = say(
    '户、人在各类之间会重复，不相加；同一笔钱可能出现在几条疑点里，金额只表示规模，不是应追缴数。',
    'Households and persons recur between families and are not added up; the same money may stand in several leads: amounts show scale, not what is to be recovered.',
  );
  await sheet.row([{ value: note, look: 'note', kind: 'wrap', span: SPAN }], { height: 'fit' });
}

async function writeFamilyTotal(sheet: SheetHandle, facts: CoverFacts, say: Say): Promise<void> {
  const add = (field: 'serious' | 'suspect' | 'info' | 'leads'): number =>
    [...facts.families.values()].reduce((sum, counts) => sum + counts[field], 0);
  await sheet.row(
    [
      { value: say('合计', 'Total'), kind: 'text' },
      add('serious'),
      add('suspect'),
      add('info'),
      add('leads'),
      '',
      '',
      '',
    ],
    { look: 'total' },
  );
}

async function writeTotals(sheet: SheetHandle, { files }: RunMeta, say: Say): Promise<void> {
  await section(sheet, say('数据平衡', 'Control totals'));
  const heads = [
    say('文件（表）', 'Files (sheets)'),
    say('读入行', 'Rows in'),
    say('采用', 'Taken'),
    say('退回待补', 'Set aside'),
    say('标题合计备注', 'Titles, totals'),
    say('是否平衡', 'Balanced'),
  ];
  await sheet.row(
    heads.map((value): Cell => ({ value, look: 'header', kind: 'text' })),
    { height: 20 },
  );
  const sum = (field: 'rowsIn' | 'rowsTaken' | 'rowsSetAside' | 'rowsStructure'): number =>
    files.reduce((total, file) => total + file[field], 0);
  const [rowsIn, taken, aside, structure] = [
    sum('rowsIn'),
    sum('rowsTaken'),
    sum('rowsSetAside'),
    sum('rowsStructure'),
  ];
  const balanced = rowsIn === taken + aside + structure;
  await sheet.row([
    files.length,
    rowsIn,
    taken,
    aside,
    structure,
    {
      value: balanced ? say('平衡', 'yes') : say('不平衡', 'NO'),
      kind: 'text',
      look: balanced ? 'strong' : 'serious',
    },
  ]);
  const note = say(
    '读入行 = 采用 + 退回待补 + 标题合计备注。没有一行无声丢失；逐文件见“数据质量”。',
    'Rows in = taken + set aside + titles, totals and notes. No row is lost silently; by file on the sheet of data quality.',
  );
  await sheet.row([{ value: note, look: 'note', kind: 'wrap', span: SPAN }], { height: 'fit' });
}

async function writeNotes(sheet: SheetHandle, meta: RunMeta, facts: CoverFacts, say: Say): Promise<void> {
  const notes: string[] = [];
  const note = (count: number, zh: string, en: string): void => {
    if (count > 0) notes.push(say(zh, en));
  };
  const { restricted, quiet, screening, changes } = facts;
  const silent = meta.silentRules.length;
  const unfilled = meta.numbersToFill.length;
  note(
    restricted,
    `含限阅疑点 ${restricted} 条（涉及工作人员、近亲属、代领人），备注栏标“限阅”：本台账只供县级经办，不得转发乡镇；给乡镇用“乡镇”文件夹，限阅件在“限阅”文件夹。`,
    `${restricted} restricted leads (officials, kin, proxies) are marked “Restricted”: this ledger stays with the county desk. Towns get the folder 乡镇; restricted leads are in 限阅.`,
  );
  note(
    quiet,
    `上次已核清、事实未变的疑点 ${quiet} 条，本次不再列出。`,
    `${quiet} leads cleared earlier with unchanged facts are not listed again.`,
  );
  note(
    screening,
    `另有排查名单 ${screening} 条：重点人群逐户排查用，不是疑点。`,
    `${screening} entries stand on the screening list: groups to visit, not leads.`,
  );
  if (changes)
    notes.push(
      say(
        `与上次相比：新增 ${changes.new}，仍在 ${changes.same}，消失 ${changes.gone}。`,
        `Against the previous run: ${changes.new} new, ${changes.same} as before, ${changes.gone} gone.`,
      ),
    );
  note(
    silent,
    `有 ${silent} 条规则因缺少数据没有运行，缺什么见“数据质量”。`,
    `${silent} rules did not run for want of data; see the sheet of data quality.`,
  );
  note(
    unfilled,
    `有 ${unfilled} 个本地标准待填，相关疑点标“未核标准”，见“数据质量”。`,
    `${unfilled} local numbers are to be filled in; leads that need them are marked “Standard not confirmed”.`,
  );
  if (notes.length === 0) return;
  await section(sheet, say('请留意', 'Please note'));
  for (const value of notes)
    await sheet.row([{ value, look: 'paragraph', kind: 'wrap', span: SPAN }], { height: 'fit' });
}
