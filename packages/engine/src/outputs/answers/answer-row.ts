import type { Bilingual } from '@yangguang/domain/errors/user-error';
import { parseDate } from '@yangguang/domain/words/date';
import { type AnswerColumn, type Choice, EXIT_MANNERS, OUTCOMES, VERDICTS } from '../answers-vocabulary.ts';
import { maskText } from '../mask-values.ts';

/** A filled cell: text, or the serial number a spreadsheet made of a date. */
export type FilledCell = string | number | null;
export type FilledRow = Readonly<Record<AnswerColumn['key'], FilledCell>>;

/** An answer whose words are allowed and go together. */
export interface CheckedAnswer {
  readonly verdict: 'confirmed' | 'cleared' | 'identity_wrong' | 'data_wrong';
  readonly outcome: string | null;
  readonly checkedBy: string;
  /** 'YYYY-MM-DD'. */
  readonly checkedOn: string | null;
  readonly rectification: string | null;
  readonly exitManner: string | null;
}

export type RefusalCode =
  | 'ANS-101'
  | 'ANS-102'
  | 'ANS-103'
  | 'ANS-104'
  | 'ANS-105'
  | 'ANS-106'
  | 'ANS-107'
  | 'ANS-108'
  | 'ANS-109'
  | 'ANS-201';

/** Why a row is not taken, in both languages, and what to do. Values are masked and cut short. */
export interface RowFault {
  readonly code: RefusalCode;
  readonly what: Bilingual;
  readonly remedy: Bilingual;
}

/** Outcomes that take something away need a confirmed lead. */
const harshOutcomes: ReadonlySet<string> = new Set([
  'stop',
  'reduce',
  'phaseOut',
  'recover',
  'referDiscipline',
  'referJudicial',
]);

/** Outcomes by which a household leaves: only with them does a manner of exit make sense. */
const exitOutcomes: ReadonlySet<string> = new Set([
  'stop',
  'phaseOut',
  'recover',
  'convert',
  'referDiscipline',
  'referJudicial',
]);

/** Checks one filled row: allowed words, a readable date, who checked, and no contradiction between them. */
export function checkAnswer(row: FilledRow): { answer: CheckedAnswer } | { fault: RowFault } {
  const verdict = choose(VERDICTS, row.verdict);
  const outcome = choose(OUTCOMES, row.outcome);
  const exitManner = choose(EXIT_MANNERS, row.exitManner);
  const checkedOn = dateText(row.checkedOn);
  const fault = wordFault(row, { verdict, outcome, exitManner, checkedOn });
  if (fault !== null || !isVerdict(verdict)) return { fault: fault ?? missingVerdict };
  const clash = contradiction(verdict, outcome ?? null, exitManner ?? null);
  if (clash !== null) return { fault: clash };
  return {
    answer: {
      verdict,
      outcome: outcome ?? null,
      checkedBy: words(row.checkedBy),
      checkedOn: checkedOn ?? null,
      rectification: emptyToNull(words(row.rectification)),
      exitManner: exitManner ?? null,
    },
  };
}

function emptyToNull(text: string): string | null {
  return text === '' ? null : text;
}

function isVerdict(verdict: string | null | undefined): verdict is CheckedAnswer['verdict'] {
  return VERDICTS.some((choice) => choice.code === verdict);
}

/** The code of a choice by its code or its words; null for an empty cell, undefined for other words. */
function choose(choices: readonly Choice[], cell: FilledCell): string | null | undefined {
  const word = words(cell);
  if (word === '') return null;
  const found = choices.find((choice) =>
    [choice.code, choice.zh, choice.en].some((name) => sameWord(name, word)),
  );
  return found?.code;
}

function sameWord(a: string, b: string): boolean {
  return a.replace(/\s+/g, '').toLowerCase() === b.replace(/\s+/g, '').toLowerCase();
}

/** The text of a cell, normal form, trimmed. */
export function words(cell: FilledCell): string {
  return cell === null ? '' : String(cell).normalize('NFKC').trim();
}

/** 'YYYY-MM-DD'; null for an empty cell, undefined for what is no full date. */
function dateText(cell: FilledCell): string | null | undefined {
  const text = words(cell);
  if (text === '') return null;
  const { on, precision } = parseDate(text);
  return on !== null && precision === 'day' ? on : undefined;
}

interface ReadWords {
  readonly verdict: string | null | undefined;
  readonly outcome: string | null | undefined;
  readonly exitManner: string | null | undefined;
  readonly checkedOn: string | null | undefined;
}

const missingVerdict: RowFault = {
  code: 'ANS-103',
  what: { zh: '没有填“核查结果”', en: 'the finding (核查结果) is empty' },
  remedy: {
    zh: '请先填核查结果；还没有核查的，整行留空',
    en: 'fill in the finding first; leave the whole row empty if not yet checked',
  },
};

function wordFault(row: FilledRow, read: ReadWords): RowFault | null {
  if (read.verdict === undefined) return unknownWord('ANS-104', '核查结果', 'finding', row.verdict, VERDICTS);
  if (read.outcome === undefined)
    return unknownWord('ANS-105', '处理意见', 'proposed handling', row.outcome, OUTCOMES);
  if (read.exitManner === undefined) {
    return unknownWord('ANS-106', '退保方式', 'manner of exit', row.exitManner, EXIT_MANNERS);
  }
  if (read.verdict === null) return missingVerdict;
  if (words(row.checkedBy) === '') {
    return {
      code: 'ANS-107',
      what: { zh: '没有填“核查人”', en: 'nobody is named as having checked (核查人)' },
      remedy: { zh: '谁调查、谁签字：请填核查人姓名', en: 'who investigates signs: fill in the name' },
    };
  }
  if (read.checkedOn !== undefined) return null;
  return {
    code: 'ANS-108',
    what: {
      zh: `日期“${quoted(row.checkedOn)}”认不出`,
      en: `the date "${quoted(row.checkedOn)}" cannot be read`,
    },
    remedy: { zh: '请写成 2026-11-20', en: 'write it as 2026-11-20' },
  };
}

function unknownWord(
  code: RefusalCode,
  zh: string,
  en: string,
  cell: FilledCell,
  choices: readonly Choice[],
): RowFault {
  return {
    code,
    what: {
      zh: `“${zh}”填的“${quoted(cell)}”不在可选范围`,
      en: `the ${en} "${quoted(cell)}" is not one of the choices`,
    },
    remedy: {
      zh: `请从中选一个：${choices.map((choice) => choice.zh).join('、')}`,
      en: `choose one of: ${choices.map((choice) => choice.en).join(', ')}`,
    },
  };
}

function contradiction(verdict: string, outcome: string | null, exitManner: string | null): RowFault | null {
  const zh = (choices: readonly Choice[], code: string | null): string =>
    choices.find((choice) => choice.code === code)?.zh ?? '';
  const en = (choices: readonly Choice[], code: string | null): string =>
    choices.find((choice) => choice.code === code)?.en ?? '';
  const impossible =
    (verdict !== 'confirmed' && outcome !== null && harshOutcomes.has(outcome)) ||
    (verdict === 'confirmed' && outcome === 'noIssue');
  if (impossible) {
    return {
      code: 'ANS-109',
      what: {
        zh: `“${zh(VERDICTS, verdict)}”和“${zh(OUTCOMES, outcome)}”不能同时成立`,
        en: `"${en(VERDICTS, verdict)}" and "${en(OUTCOMES, outcome)}" contradict each other`,
      },
      remedy: {
        zh: '只有属实的才能减、停、追、移送；请改其中一项',
        en: 'only a confirmed lead can lead to a cut, stop, recovery or referral: change one of them',
      },
    };
  }
  if (exitManner === null || (outcome !== null && exitOutcomes.has(outcome))) return null;
  return {
    code: 'ANS-109',
    what: {
      zh: `填了退保方式“${zh(EXIT_MANNERS, exitManner)}”，但处理意见不是退出`,
      en: `a manner of exit ("${en(EXIT_MANNERS, exitManner)}") is given, but the handling is no exit`,
    },
    remedy: { zh: '没有退出的，请清空退保方式', en: 'clear the manner of exit if the household stays' },
  };
}

const quotedLength = 20;

/** A cell as an error may repeat it: numbers of people masked, cut short. */
function quoted(cell: FilledCell): string {
  const text = maskText(words(cell));
  return [...text].length > quotedLength ? `${[...text].slice(0, quotedLength).join('')}…` : text;
}
