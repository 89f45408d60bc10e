import type { RunMeta } from '../../run/run-meta.ts';
import { type LeadView, leadCells, leadSheetSpec } from '../lead-sheet.ts';
import { screeningCells, screeningSpec } from '../screening-list.ts';
import { groupBy, type StreamedRow, text } from '../stream-rows.ts';
import { createWorkbook, type Workbook } from '../write-xlsx.ts';
import { writeTasks } from './task-sheet.ts';

/** A town's or village's rows: leads in order of work, its entries on the screening list. */
export interface PlaceRows {
  readonly name: string;
  readonly leads: readonly StreamedRow[];
  readonly screening: readonly StreamedRow[];
}

/** Writes one place's workbook: what to do, leads with the answer columns, screening list and, if asked, visit sheets. */
export async function writePlace(
  path: string,
  meta: RunMeta,
  view: LeadView,
  place: PlaceRows,
  withTasks: boolean,
): Promise<void> {
  const { say } = view;
  const book = createWorkbook(path, {
    title: `${place.name} ${say('疑点核查', 'leads to check')}`,
    createdOn: meta.asOf,
    lang: meta.lang,
  });
  const households = groupHouseholds(place.leads);
  await writeAbout(book, meta, view, place, { households: households.length, withTasks });
  await writeLeadSheet(book, view, say('疑点', 'Leads'), place);
  if (withTasks && households.length > 0)
    await writeTasks(book, say('核查任务单', 'Visit sheets'), meta, view, households);
  if (place.screening.length > 0) await writeScreening(book, view, place);
  await book.close();
}

/** Leads of one household (or one person outside every household) together; subjects that are no family have no visit. */
function groupHouseholds(leads: readonly StreamedRow[]): StreamedRow[][] {
  const families = leads.filter((lead) => householdOf(lead) !== '');
  return [...groupBy(families, householdOf).values()];
}

function householdOf(lead: StreamedRow): string {
  const kind = text(lead, 'subject_kind');
  const own = kind === 'person' || kind === 'household' ? text(lead, 'subject_key') : '';
  return text(lead, 'household_key') || own;
}

async function writeAbout(
  book: Workbook,
  meta: RunMeta,
  { say }: LeadView,
  place: PlaceRows,
  { households, withTasks }: { readonly households: number; readonly withTasks: boolean },
): Promise<void> {
  const sheet = book.sheet(say('说明', 'About'), {
    columns: [
      { heading: '', width: 22, kind: 'text' },
      { heading: '', width: 70, kind: 'wrap' },
    ],
    title: say(`${place.name} 疑点核查`, `${place.name}: leads to check`),
    header: false,
    tabColour: '1F4E79',
  });
  const notice = say(
    '疑点不是结论。须先告知、听取说明、入户核查，再由有权机关书面决定；不得仅凭本表停发、减发。漏保与错保同等重要。',
    'A lead is not a verdict. First notice, a hearing and a visit, then a written decision by the competent office; nothing is stopped or cut on this list alone. Who was missed weighs as much as who was paid wrongly.',
  );
  await sheet.row([{ value: notice, look: 'notice', kind: 'wrap', span: 2 }], { height: 'fit' });
  const count = (test: (row: StreamedRow) => boolean): string => String(place.leads.filter(test).length);
  const facts: readonly (readonly [string, string])[] = [
    [say('数据截至', 'Data as of'), meta.asOf],
    [say('涉及户（人）', 'Households or persons'), String(households)],
    [say('可能漏保、少享', 'May have been missed'), count((row) => text(row, 'family') === 'OMI')],
    [say('其他疑点', 'Other leads'), count((row) => text(row, 'family') !== 'OMI')],
    [say('其中严重疑点', 'Serious among them'), count((row) => text(row, 'severity') === 'serious')],
    [say('排查名单', 'Screening list'), String(place.screening.length)],
  ];
  for (const [name, value] of facts) await sheet.row([{ value: name, look: 'label' }, value]);
  await sheet.row([]);
  for (const line of howTo(withTasks))
    await sheet.row([{ value: say(line.zh, line.en), look: 'paragraph', kind: 'wrap', span: 2 }], {
      height: 'fit',
    });
  await sheet.close();
}

function howTo(withTasks: boolean): { zh: string; en: string }[] {
  const fill = {
    zh: '怎样填：在“疑点”表的黄色各列填写核查结果等，有下拉的从下拉中选；疑点编号不要改、不要删。填好后原样交回县里汇总。',
    en: 'How to fill in: the yellow columns of the sheet “Leads”; choose from the lists where there are any; leave the lead IDs as they are. Hand the file back to the county.',
  };
  const print = withTasks
    ? {
        zh: '怎样打印：“核查任务单”每户一页 A4，直接打印；两名调查人和被调查户签字。',
        en: 'How to print: “Visit sheets” has one A4 page a household; two investigators and the household sign.',
      }
    : {
        zh: '各村的核查任务单（每户一页，可打印）在同名文件夹的各村工作簿里。',
        en: 'The printable visit sheets, one page a household, are in the villages’ workbooks in the folder of the same name.',
      };
  const care = {
    zh: '本文件只含本地人员，含个人信息：不得转发微信、QQ 群，不得张贴；用后按规定删除。',
    en: 'This file holds people of this place only and is personal data: no chat groups, no notice boards; delete it after use as the rules say.',
  };
  return [fill, print, care];
}

async function writeLeadSheet(book: Workbook, view: LeadView, name: string, place: PlaceRows): Promise<void> {
  const sheet = book.sheet(name, leadSheetSpec(view.say, `${place.name} ${name}`, [], 'B45309'));
  for (const row of place.leads) await sheet.row(leadCells(row, view));
  await sheet.close();
}

async function writeScreening(book: Workbook, view: LeadView, place: PlaceRows): Promise<void> {
  const name = view.say('排查名单', 'Screening');
  const sheet = book.sheet(name, screeningSpec(view.say, `${place.name} ${name}`));
  for (const row of place.screening) await sheet.row(screeningCells(row, view));
  await sheet.close();
}
