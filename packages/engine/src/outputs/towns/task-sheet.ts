import type { RuleManual, RunMeta } from '../../run/run-meta.ts';
import { type LeadView, notesOf, severityLook, shownNumber, shownText } from '../lead-sheet.ts';
import { codeWord, programmeText } from '../lead-words.ts';
import { firstText, integer, placeText, type StreamedRow, text } from '../stream-rows.ts';
import type { SheetHandle, Workbook } from '../write-xlsx.ts';
import { type Cell, fittedHeight, yuanText } from '../xlsx/cell.ts';

/** Eight columns over the width of an A4 page; a doubt's four texts take two each. */
const WIDTHS = [14, 9, 10, 12, 14, 10, 11, 11] as const;
const SPAN: number = WIDTHS.length;
const DOUBT_WIDTHS = [23, 22, 24, 22] as const;
/** Percent; with it the page takes about 830 points, of which head, answers and signatures need at most 520. */
const SCALE = 90;
const ROOM_FOR_DOUBTS = 300;

interface Doubt {
  readonly cells: readonly Cell[];
  readonly height: number;
}

/** Writes the printable 核查任务单, one A4 page a household, for paper and pen. @returns the number of pages. */
export async function writeTasks(
  book: Workbook,
  name: string,
  meta: RunMeta,
  view: LeadView,
  households: readonly (readonly StreamedRow[])[],
): Promise<number> {
  const rules = new Map(meta.rules.map((rule) => [rule.rule, rule]));
  const sheet = book.sheet(name, {
    columns: WIDTHS.map((width) => ({ heading: '', width, kind: 'text' })),
    header: false,
    fitToWidth: false,
    scale: SCALE,
    tabColour: '7A4B00',
    pageFooter: view.say('谁调查、谁签字、谁负责', 'Who investigates, signs and answers for it'),
  });
  for (const leads of households) await writeTask(sheet, meta, view, rules, leads);
  await sheet.close();
  return households.length;
}

async function writeTask(
  sheet: SheetHandle,
  meta: RunMeta,
  view: LeadView,
  rules: ReadonlyMap<string, RuleManual>,
  leads: readonly StreamedRow[],
): Promise<void> {
  const [first] = leads;
  if (!first) return;
  await writeHead(sheet, meta, view, first);
  const room = await writeDoubts(sheet, view, rules, leads);
  await writeAnswers(sheet, view, room);
}

const across = (
  value: string,
  look: 'formTitle' | 'subtitle' | 'notice' | 'note' | 'blank',
  span = SPAN,
): Cell => ({ value, look, span, kind: 'wrap' });

const label = (value: string, span = 1): Cell => ({ value, look: 'label', kind: 'wrap', span });

const field = (value: string, span = 1): Cell => ({ value, look: 'body', kind: 'wrap', span });

async function writeHead(
  sheet: SheetHandle,
  meta: RunMeta,
  view: LeadView,
  first: StreamedRow,
): Promise<void> {
  const { say } = view;
  const place = placeText(first);
  await sheet.row(
    [across(say('社会救助疑点核查任务单', 'Visit sheet for leads in social assistance'), 'formTitle')],
    { height: 32 },
  );
  await sheet.row(
    [
      across(
        say(
          `${meta.regionName} ${place}    数据截至 ${meta.asOf}`,
          `${meta.regionName} ${place}    data as of ${meta.asOf}`,
        ),
        'subtitle',
      ),
    ],
    { height: 18 },
  );
  const notice = say(
    '疑点不是结论，也不是处理决定。请当面告知以下情况，听本人说明：可以口头说明，也可以书面说明、提供材料。不会仅凭比对结果减发、停发待遇；查到应享未享的，一并办理。',
    'A doubt is not a finding and not a decision. Please tell the household what follows and listen: they may explain orally or in writing and show papers. No benefit is cut or stopped on a comparison alone; whatever they are entitled to and do not get is arranged at the same time.',
  );
  await sheet.row([across(notice, 'notice')], { height: 'fit' });
  await writeStanding(sheet, view, first);
}

async function writeStanding(sheet: SheetHandle, view: LeadView, first: StreamedRow): Promise<void> {
  const { say } = view;
  const programme =
    programmeText(text(first, 'programme'), text(first, 'scheme'), say) || say('未在册', 'on no roster');
  const head = firstText(first, 'household_head_name', 'subject_name');
  const id = firstText(first, 'household_head_id', 'id_number');
  const month = integer(first, 'month_amount_fen');
  await sheet.row(
    [
      label(say('户主（本人）', 'Head / person')),
      field(shownText(view, head), 2),
      label(say('证号', 'ID number')),
      field(shownNumber(view, 'id_number', id), 2),
      label(say('类别', 'Programme')),
      field(programme),
    ],
    { height: 'fit' },
  );
  await sheet.row(
    [
      label(say('住址', 'Address')),
      field(shownText(view, text(first, 'address')) || placeText(first), 4),
      label(say('电话', 'Phone')),
      field(shownNumber(view, 'phone', text(first, 'phone')), 2),
    ],
    { height: 'fit' },
  );
  await sheet.row(
    [
      label(say('保障人数', 'Covered')),
      field(text(first, 'insured_persons'), 2),
      label(say('月保障金', 'Yuan a month')),
      field(month === null ? '' : yuanText(month), 2),
      label(say('起始月', 'Since')),
      field(text(first, 'started_month')),
    ],
    { height: 'fit' },
  );
}

/** @returns the points of page left over. */
async function writeDoubts(
  sheet: SheetHandle,
  view: LeadView,
  rules: ReadonlyMap<string, RuleManual>,
  leads: readonly StreamedRow[],
): Promise<number> {
  const { say } = view;
  const heads: readonly (readonly [string, number])[] = [
    [say('疑点', 'Doubt'), 2],
    [say('比对到的情况', 'What was found'), 2],
    [say('看什么、问什么', 'What to see and ask'), 2],
    [say('可能的正当原因', 'Innocent explanations'), 2],
  ];
  await sheet.row(
    heads.map(([value, span]): Cell => ({ value, look: 'header', kind: 'text', span })),
    { height: 20 },
  );
  let room = ROOM_FOR_DOUBTS;
  let shown = 0;
  for (const lead of leads) {
    const doubt = doubtRow(view, rules.get(text(lead, 'rule')), lead, shown + 1);
    // The first doubt always stands, cut to the page if need be; the others only while there is room.
    if (shown > 0 && doubt.height > room) break;
    const height = Math.min(doubt.height, ROOM_FOR_DOUBTS);
    await sheet.row(doubt.cells, { height });
    room -= height;
    shown += 1;
  }
  const rest = leads.length - shown;
  if (rest > 0) {
    const more = say(
      `另有 ${rest} 条疑点写不下，见同一工作簿“疑点”表，请一并核查。`,
      `${rest} more doubts stand on the sheet of leads of this workbook; please check them on the same visit.`,
    );
    await sheet.row([across(more, 'note')], { height: 'fit' });
  }
  return room;
}

function doubtRow(view: LeadView, rule: RuleManual | undefined, lead: StreamedRow, number: number): Doubt {
  const { say } = view;
  const severity = text(lead, 'severity');
  const notes = notesOf(lead, say);
  const texts = [
    [
      `${number}. ${text(lead, 'title')}`,
      `${codeWord('severity', severity, say)} ${notes}`.trim(),
      text(lead, 'lead_id'),
    ].join('\n'),
    shownText(view, text(lead, 'summary')),
    rule ? say(rule.verify.zh, rule.verify.en) : '',
    rule ? rule.innocent.map((cause) => `· ${say(cause.zh, cause.en)}`).join('\n') : '',
  ];
  const cells = texts.map(
    (value, index): Cell => ({
      value,
      span: 2,
      kind: 'wrap',
      look: index === 0 ? severityLook(severity) : 'body',
    }),
  );
  const heights = texts.map((value, index) => fittedHeight(value, DOUBT_WIDTHS[index] ?? 0, 'body'));
  return { cells, height: Math.max(...heights) };
}

/** The answers take the room that the doubts left. */
async function writeAnswers(sheet: SheetHandle, { say }: LeadView, room: number): Promise<void> {
  const tall = 64 + Math.floor(room / 2);
  const verdicts = say(
    '□属实　□查无问题　□身份不符　□数据有误　（多条疑点请逐条注明编号）',
    '□ confirmed  □ nothing wrong  □ another person  □ data wrong  (number each doubt)',
  );
  await sheet.row([label(say('核查结果', 'Finding')), across(verdicts, 'blank', SPAN - 1)], { height: 24 });
  await sheet.row(
    [label(say('本人（家属）说明', 'What the household says')), across('', 'blank', SPAN - 1)],
    { height: tall },
  );
  await sheet.row([label(say('看到的情况', 'What was seen')), across('', 'blank', SPAN - 1)], {
    height: tall,
  });
  await sheet.row([label(say('还需要什么帮助', 'Help still needed')), across('', 'blank', SPAN - 1)], {
    height: 34,
  });
  const blank = (span: number): Cell => ({ value: '', look: 'blank', span });
  const visitor = (n: number): Cell => label(say(`调查人${n}（签字）`, `Investigator ${n} (sign)`));
  await sheet.row([visitor(1), blank(3), visitor(2), blank(3)], { height: 34 });
  await sheet.row(
    [
      label(say('被调查户（签字）', 'Household (sign)')),
      blank(3),
      label(say('与户主关系', 'Relation to head')),
      blank(1),
      label(say('日期', 'Date')),
      blank(1),
    ],
    { height: 34 },
  );
  const note = say(
    '两名调查人到场并签字；空项写“无”。不愿签字的注明原因，由见证人签字。本单含个人信息，用后交回，不得拍照外传。',
    'Two investigators come and sign; write “none” where nothing applies. Where the household will not sign, note why and have a witness sign. This sheet holds personal data: hand it back, take no photographs of it.',
  );
  await sheet.row([across(note, 'note')], { height: 'fit', pageBreakAfter: true });
}
