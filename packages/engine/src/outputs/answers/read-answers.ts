import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkAnswer, type CheckedAnswer, type RowFault } from './answer-row.ts';
import { type FilledPlace, readFilledFolder } from './filled-sheets.ts';
import { OutputFolderError } from './output-folder-error.ts';
import { type KeptAnswer, type PreviousLead, previousRun, writeKeptAnswers } from './previous-run.ts';

/** A row that was not taken, where it stands, and why. */
export interface AnswerRefusal extends RowFault {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly leadId: string;
}

export interface AnswersResult {
  /** Answers taken from the folder this time, sorted by lead id. */
  readonly taken: readonly KeptAnswer[];
  /** All that is known now: earlier answers and those taken. */
  readonly all: readonly KeptAnswer[];
  readonly refusals: readonly AnswerRefusal[];
  readonly unreadable: readonly string[];
  /** Leads of the output (not screening lists) that nobody has answered yet. */
  readonly unanswered: number;
}

/**
 * Reads filled workbooks back and keeps the answers in the output's answers.json.
 *
 * Row by row: unknown lead ids, words outside the choices, contradictions and unsigned rows are refused, the
 * others taken. The same lead answered differently in two places is refused in both. Earlier answers stay;
 * a new answer to the same lead replaces the old one.
 * @param folder the filled workbooks, with sub-folders
 * @param outDir the output folder of the check they belong to; found from `folder` upwards when left out
 * @throws OutputFolderError when no output folder or no sheet with answer columns is found.
 */
export async function readAnswers(folder: string, outDir?: string): Promise<AnswersResult> {
  const output = outDir ?? (await findOutputFolder(folder));
  const run = await previousRun(output);
  const { sheets, rows, unreadable } = await readFilledFolder(folder);
  if (sheets === 0) throw new OutputFolderError('ANS-005', folder);
  const refusals: AnswerRefusal[] = [];
  const placed = new Map<string, PlacedAnswer[]>();
  for (const place of rows) {
    const checked = run.leads.has(place.leadId)
      ? checkAnswer(place.filled)
      : { fault: keyFault(place.leadId) };
    if ('fault' in checked) refusals.push(refusalAt(place, checked.fault));
    else placed.set(place.leadId, [...(placed.get(place.leadId) ?? []), { place, answer: checked.answer }]);
  }
  const taken: KeptAnswer[] = [];
  for (const [leadId, answers] of placed) {
    const agreed = agreedAnswer(run.leads.get(leadId), answers);
    if (agreed === null) refusals.push(...conflict(answers.map(({ place }) => place)));
    else taken.push(agreed);
  }
  const all = new Map(run.answers);
  for (const answer of taken) all.set(answer.leadId, answer);
  await writeKeptAnswers(output, all.values());
  return {
    taken: sorted(taken),
    all: sorted(all.values()),
    refusals,
    unreadable,
    unanswered: [...run.leads.values()].filter((lead) => lead.grade === 'lead' && !all.has(lead.leadId))
      .length,
  };
}

/** The output folder that `folder` is, or lies in: the nearest one upwards with a run.json. */
export async function findOutputFolder(folder: string): Promise<string> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await access(join(at, 'run.json')).then(
      () => true,
      () => false,
    );
    if (found) return at;
    if (dirname(at) === at) throw new OutputFolderError('ANS-001', folder);
  }
}

function sorted(answers: Iterable<KeptAnswer>): KeptAnswer[] {
  return [...answers].sort((a, b) => (a.leadId < b.leadId ? -1 : 1));
}

interface PlacedAnswer {
  readonly place: FilledPlace;
  readonly answer: CheckedAnswer;
}

/** The one answer a lead was given, however often; null when two places disagree. */
function agreedAnswer(lead: PreviousLead | undefined, answers: readonly PlacedAnswer[]): KeptAnswer | null {
  const [first, ...others] = answers;
  if (first === undefined || lead === undefined) return null;
  if (others.some((other) => !sameAnswer(first.answer, other.answer))) return null;
  return { leadId: lead.leadId, rule: lead.rule, town: lead.town, ...first.answer };
}

function sameAnswer(a: CheckedAnswer, b: CheckedAnswer): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function refusalAt(place: FilledPlace, fault: RowFault): AnswerRefusal {
  return { ...fault, file: place.file, sheet: place.sheet, row: place.row, leadId: place.leadId };
}

function keyFault(leadId: string): RowFault {
  if (leadId === '') {
    return {
      code: 'ANS-102',
      what: { zh: '填了答复，但没有疑点编号', en: 'there is an answer, but no lead id' },
      remedy: { zh: '请从原表复制疑点编号', en: 'copy the lead id from the original workbook' },
    };
  }
  return {
    code: 'ANS-101',
    what: { zh: '这次核对没有这个疑点编号', en: 'this check has no lead with this id' },
    remedy: {
      zh: '请核对编号，或确认是否填在上一次的表里',
      en: 'check the id, or whether an older workbook was filled in',
    },
  };
}

function conflict(places: readonly FilledPlace[]): AnswerRefusal[] {
  return places.map((place) => {
    const others = places
      .filter((other) => other !== place)
      .map((other) => `${other.file} [${other.sheet}] ${other.row}`);
    return refusalAt(place, {
      code: 'ANS-201',
      what: {
        zh: `同一疑点有不同答复，另见 ${others.join('；')}`,
        en: `the same lead is answered differently; see also ${others.join('; ')}`,
      },
      remedy: { zh: '请核实后只保留一个答复', en: 'find out which is right and keep only that one' },
    });
  });
}
