import type { DuckDBConnection } from '@duckdb/node-api';
import type { CombinationRule } from '@yangguang/domain/arithmetic/combination';
import { codeWord, isOmission, programmeText } from '../lead-words.ts';
import { type LeadView, notesOf, severityLook, shownNumber, shownText } from '../lead-sheet.ts';
import {
  firstText,
  groupRows,
  integer,
  placeText,
  type StreamedRow,
  streamRows,
  text,
} from '../stream-rows.ts';
import type { SheetHandle, Workbook } from '../write-xlsx.ts';
import type { ColumnSpec } from '../xlsx/sheet-spec.ts';
import { combinationText, type DrawnBenefit } from './household-benefits.ts';
import { SELECT_CARDS } from './select-cards.ts';

const WIDTHS = [21, 11, 18, 13, 13, 13, 13, 13] as const;

/** How cards are shown, and which benefits may stand side by side. */
export interface CardView extends LeadView {
  readonly combinations: readonly CombinationRule[];
}

interface Member {
  readonly name: string;
  readonly relation: string;
  readonly insured: boolean;
}

/** Writes the sheet of cards, one a household, each folding all its leads. @returns where each card begins. */
export async function writeCards(
  db: DuckDBConnection,
  book: Workbook,
  view: CardView,
  name: string,
  tabOrder: number,
): Promise<ReadonlyMap<number, { sheet: string; cell: string }>> {
  const { say } = view;
  const columns: ColumnSpec[] = WIDTHS.map((width) => ({ heading: '', width, kind: 'text' }));
  const title = say('一户一卡', 'One card a household');
  const sheet = book.sheet(name, {
    columns,
    title,
    subtitle: [
      say(
        '同一户的全部疑点放在一起看：现在享受什么、可能多享受什么、可能少享受什么。疑点不是结论。',
        'All leads of a household in one place: what it draws, what it may draw wrongly, what it may be missing. A lead is not a verdict.',
      ),
    ],
    header: false,
    tabColour: '7A4B00',
    pageHeader: title,
    tabOrder,
  });
  const places = new Map<number, { sheet: string; cell: string }>();
  for await (const leads of groupRows(streamRows(db, SELECT_CARDS), (row) => text(row, 'card_no'))) {
    const [first] = leads;
    if (!first) continue;
    const number = integer(first, 'card_no') ?? 0;
    // Only the first cards are ever pointed at; the rest need no place in memory.
    if (number <= 1000) places.set(number, sheet.nextCell());
    await writeCard(sheet, first, leads, view);
  }
  if (places.size === 0) await sheet.row([{ value: say('没有疑点。', 'No leads.'), span: 8, look: 'plain' }]);
  await sheet.close();
  return places;
}

async function writeCard(
  sheet: SheetHandle,
  first: StreamedRow,
  leads: readonly StreamedRow[],
  view: CardView,
): Promise<void> {
  const benefits = parsed<DrawnBenefit>(text(first, 'benefits'));
  await writeHead(sheet, first, view);
  await writeBenefits(sheet, benefits, view);
  await writeLeads(
    sheet,
    leads.filter((lead) => isOmission(text(lead, 'family'))),
    view,
    true,
  );
  await writeLeads(
    sheet,
    leads.filter((lead) => !isOmission(text(lead, 'family'))),
    view,
    false,
  );
  const { say, combinations } = view;
  await sheet.row(
    [
      { value: say('依法最优组合', 'Lawful best combination'), look: 'label' },
      { value: combinationText(combinations, benefits, say), kind: 'wrap', span: 7 },
    ],
    { height: 'fit' },
  );
  await sheet.row([], { height: 12 });
}

async function writeHead(sheet: SheetHandle, first: StreamedRow, view: LeadView): Promise<void> {
  const { say } = view;
  const head = firstText(first, 'head_name', 'household_head_name', 'subject_name');
  const place = placeText(first) || say('地址不详', 'place unknown');
  const count = say(`${text(first, 'leads')} 条疑点`, `${text(first, 'leads')} leads`);
  const value = `${text(first, 'card_no')} · ${shownText(view, head)} · ${place} · ${count}`;
  await sheet.row([{ value, span: 8, look: 'cardHead' }], { height: 22 });
  await writeStanding(sheet, first, view);
  await sheet.row(
    [
      { value: say('家庭成员', 'Members'), look: 'label' },
      { value: memberText(parsed<Member>(text(first, 'members')), view) || '—', span: 7, kind: 'wrap' },
    ],
    { height: 'fit' },
  );
}

async function writeStanding(sheet: SheetHandle, first: StreamedRow, view: LeadView): Promise<void> {
  const { say } = view;
  const scheme = firstText(first, 'now_scheme', 'scheme');
  const programme = programmeText(firstText(first, 'now_programme', 'programme'), scheme, say);
  const id = firstText(first, 'head_id', 'household_head_id', 'id_number');
  const insured = firstText(first, 'now_insured', 'insured_persons') || '—';
  await sheet.row([
    { value: say('户主（本人）证号', 'ID of the head'), look: 'label' },
    { value: shownNumber(view, 'id_number', id), span: 2 },
    { value: say('类别', 'Programme'), look: 'label' },
    { value: programme || say('未在册', 'on no roster'), span: 2 },
    { value: say('保障/人口', 'Covered/size'), look: 'label' },
    `${insured} / ${text(first, 'size') || '—'}`,
  ]);
  await sheet.row([
    { value: say('档案号', 'File number'), look: 'label' },
    { value: shownText(view, text(first, 'file_no')), span: 2 },
    { value: say('电话', 'Phone'), look: 'label' },
    { value: shownNumber(view, 'phone', text(first, 'phone')), span: 2 },
    { value: say('起始月', 'Since'), look: 'label' },
    firstText(first, 'now_started', 'started_month'),
  ]);
}

function memberText(members: readonly Member[], view: LeadView): string {
  const { say } = view;
  return members
    .map(({ name, relation, insured }) => {
      const notes = [codeWord('relation', relation, say), insured ? say('保障', 'covered') : ''].filter(
        Boolean,
      );
      return notes.length > 0 ? say(`${name}（${notes.join('，')}）`, `${name} (${notes.join(', ')})`) : name;
    })
    .join(say('、', ', '));
}

async function writeBenefits(
  sheet: SheetHandle,
  benefits: readonly DrawnBenefit[],
  view: LeadView,
): Promise<void> {
  const { say } = view;
  const label = { value: say('现在享受', 'Draws now'), look: 'label' } as const;
  if (benefits.length === 0) {
    await sheet.row([label, { value: say('名册上没有', 'nothing on the rosters'), span: 7 }]);
    return;
  }
  for (const [index, benefit] of benefits.entries()) {
    await sheet.row([
      index === 0 ? label : { value: '', look: 'label' },
      { value: codeWord('programme', benefit.programme, say), span: 2 },
      { value: benefit.name, span: 2 },
      { value: benefit.amountFen, kind: 'money' },
      say('元/月', 'yuan/month'),
      say(`自 ${benefit.from}`, `since ${benefit.from}`),
    ]);
  }
}

async function writeLeads(
  sheet: SheetHandle,
  leads: readonly StreamedRow[],
  view: LeadView,
  omission: boolean,
): Promise<void> {
  const { say } = view;
  if (leads.length === 0) return;
  const label = omission
    ? say('可能少享受（漏保）', 'May be missing')
    : say('可能有误（错保、错发、家庭、身份）', 'May be wrong');
  await sheet.row([
    { value: label, look: omission ? 'omission' : 'label', span: 2 },
    { value: say('疑点', 'Lead'), look: 'label' },
    { value: say('情况说明', 'What was found'), look: 'label', span: 4 },
    { value: say('金额（元）', 'Yuan'), look: 'label' },
  ]);
  for (const lead of leads) {
    const severity = text(lead, 'severity');
    const notes = notesOf(lead, say);
    const summary = shownText(view, text(lead, 'summary'));
    await sheet.row(
      [
        text(lead, 'lead_id'),
        { value: codeWord('severity', severity, say), look: severityLook(severity) },
        { value: `${text(lead, 'rule')} ${text(lead, 'title')}`, kind: 'wrap' },
        {
          value: notes ? say(`${summary}（${notes}）`, `${summary} (${notes})`) : summary,
          span: 4,
          kind: 'wrap',
        },
        { value: integer(lead, 'amount_fen'), kind: 'money' },
      ],
      { height: 'fit' },
    );
  }
}

function parsed<T>(json: string): T[] {
  const value: unknown = json === '' ? [] : JSON.parse(json);
  return Array.isArray(value) ? value : [];
}
