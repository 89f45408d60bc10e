import type { Bilingual } from '../errors/user-error.ts';
import { findLooseNumber } from '../people/masking.ts';
import { areMentioned, type Face, type Faces } from './face.ts';
import { judgementFault } from './judgement.ts';
import { readVerdict, reasonAtLeast, type Verdict, verdictWords } from './verdict.ts';

const faceColumns = ['name', 'id', 'birth_on', 'town', 'village'] as const satisfies readonly (keyof Face)[];

/** The head of a file of judgements: UTF-8, commas, one judgement a row. */
export const judgementColumns = [
  ...faceColumns.map((column) => `left_${column}` as const),
  ...faceColumns.map((column) => `right_${column}` as const),
  ...(['verdict', 'by', 'at', 'why'] as const),
] as const;
export type JudgementColumn = (typeof judgementColumns)[number];

/** A judgement as it stands in a file. */
export interface FiledJudgement {
  readonly faces: Faces;
  readonly verdict: Verdict;
  /** Who gave it, as the file names them. */
  readonly by: string;
  /** ISO instant, or a day 'YYYY-MM-DD'. */
  readonly at: string;
  readonly why: string;
}

/** Why a row of a file is not taken. */
export const rowFaults = {
  verdict: {
    zh: `结论不是“${Object.values(verdictWords)
      .map(({ zh }) => zh)
      .join('”“')}”之一`,
    en: 'the verdict is none of same, not_same, unsure',
  },
  mention: { zh: '有一方既没有姓名也没有证件号', en: 'one side has neither a name nor a number' },
  at: {
    zh: '时间写法不对，应为 2026-11-21 或带时区的时刻',
    en: 'the time is no day (2026-11-21) and no instant',
  },
  later: { zh: '时间晚于现在', en: 'the time lies in the future' },
  by: { zh: '没有写是谁判断的', en: 'it does not say who judged' },
  why: { zh: `理由不足 ${reasonAtLeast} 个字`, en: `the reason has fewer than ${reasonAtLeast} characters` },
  number: {
    zh: '理由里不能写证件号、账号和电话',
    en: 'a reason holds no identity, account or telephone number',
  },
  two_numbers: {
    zh: '两个有效证件号不同，不能判为同一人；应由数据提供单位更正',
    en: 'two valid numbers differ: they cannot be one person; the owner of the data has to correct them',
  },
} as const satisfies Record<string, Bilingual>;
export type RowFault = keyof typeof rowFaults;

/** Reads one row, by column name; columns left out are empty. Never throws. */
export function readJudgementRow(
  row: Readonly<Partial<Record<JudgementColumn, string>>>,
): FiledJudgement | { readonly fault: RowFault } {
  const cell = (column: JudgementColumn): string => (row[column] ?? '').trim();
  const faces: Faces = { left: faceIn(cell, 'left'), right: faceIn(cell, 'right') };
  const verdict = readVerdict(cell('verdict'));
  if (verdict === null) return { fault: 'verdict' };
  if (!areMentioned(faces)) return { fault: 'mention' };
  const [by, at, why] = [cell('by'), cell('at'), cell('why')];
  if (!isTime(at)) return { fault: 'at' };
  if (by === '') return { fault: 'by' };
  if ([...why].length < reasonAtLeast) return { fault: 'why' };
  if (findLooseNumber(why) !== null || findLooseNumber(by) !== null) return { fault: 'number' };
  const fault = judgementFault(verdict, faces);
  return fault === null ? { faces, verdict, by, at, why } : { fault };
}

function faceIn(cell: (column: JudgementColumn) => string, side: 'left' | 'right'): Face {
  const read = (column: keyof Face): string | null => cell(`${side}_${column}`) || null;
  return {
    name: read('name'),
    id: read('id'),
    birth_on: read('birth_on'),
    town: read('town'),
    village: read('village'),
  };
}

const timeForm = /^(?:19|20|21)\d\d-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/u;

function isTime(text: string): boolean {
  return timeForm.test(text) && !Number.isNaN(Date.parse(text));
}

/** How a file leaves the system; a file for the next check needs none of it. */
export interface FileMark {
  /** Who took it, in a last column of every row. */
  readonly takenBy: string;
  /** Keeps a spreadsheet from running what stands in a cell. */
  readonly guard: (cell: string) => string;
}

/** The whole file as text: what {@link readJudgementRow} reads, row by row. */
export function writeJudgementFile(judgements: Iterable<FiledJudgement>, mark?: FileMark): string {
  const lines = [[...judgementColumns, ...(mark === undefined ? [] : ['taken_by'])].join(',')];
  for (const { faces, verdict, by, at, why } of judgements) {
    const sides = [faces.left, faces.right].flatMap((face) =>
      faceColumns.map((column) => face[column] ?? ''),
    );
    const cells = [...sides, verdict, by, at, why];
    const guarded = mark === undefined ? cells : [...cells, mark.takenBy].map(mark.guard);
    lines.push(guarded.map(csvCell).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
