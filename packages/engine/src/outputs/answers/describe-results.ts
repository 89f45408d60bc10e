import { VERDICTS } from '../answers-vocabulary.ts';
import type { KeptAnswer } from './previous-run.ts';
import type { AnswersResult } from './read-answers.ts';

type Verdict = KeptAnswer['verdict'];

/** How often each finding was made, and how many were checked in all. */
export type Tally = Readonly<Record<Verdict | 'checked', number>>;

/** Counts of findings by rule or by town, in the order of their names. */
export function tallyAnswers(answers: readonly KeptAnswer[], by: 'rule' | 'town'): Map<string, Tally> {
  const counts = new Map<string, Record<Verdict | 'checked', number>>();
  for (const answer of answers) {
    const count = counts.get(answer[by]) ?? {
      checked: 0,
      confirmed: 0,
      cleared: 0,
      identity_wrong: 0,
      data_wrong: 0,
    };
    count.checked += 1;
    count[answer.verdict] += 1;
    counts.set(answer[by], count);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The 战果 as text for a terminal: rows taken and refused, then findings by rule and by town. */
export function describeResults(result: AnswersResult, lang: 'zh' | 'en'): string {
  const zh = lang === 'zh';
  const lines = [
    zh
      ? `读回答复 ${result.taken.length} 条，退回 ${result.refusals.length} 行，尚未答复 ${result.unanswered} 条。`
      : `Answers taken: ${result.taken.length}; rows refused: ${result.refusals.length}; not answered yet: ${result.unanswered}.`,
    ...result.unreadable.map((file) =>
      zh ? `打不开，未读：${file}` : `Cannot be opened, not read: ${file}`,
    ),
    ...result.refusals.map((refusal) => {
      const where = zh
        ? `${refusal.file} [${refusal.sheet}] 第 ${refusal.row} 行`
        : `${refusal.file} [${refusal.sheet}] row ${refusal.row}`;
      return `${refusal.code} ${where}${zh ? '：' : ': '}${refusal.what[lang]}${zh ? '。' : '. '}${refusal.remedy[lang]}${zh ? '。' : '.'}`;
    }),
    '',
    ...table(result.all, 'rule', lang),
    '',
    ...table(result.all, 'town', lang),
  ];
  return `${lines.join('\n')}\n`;
}

function table(answers: readonly KeptAnswer[], by: 'rule' | 'town', lang: 'zh' | 'en'): string[] {
  const zh = lang === 'zh';
  const name = by === 'rule' ? (zh ? '规则' : 'Rule') : zh ? '乡镇' : 'Town';
  const heading = [name, zh ? '已核查' : 'Checked', ...VERDICTS.map((verdict) => verdict[lang])];
  const rows = [...tallyAnswers(answers, by)].map(([key, tally]) =>
    cellsOf(key || (zh ? '（未填）' : '(not given)'), tally),
  );
  const total = cellsOf(zh ? '合计' : 'Total', sumOf(answers));
  return aligned([heading, ...rows, total]);
}

function cellsOf(name: string, tally: Tally): string[] {
  const { checked, confirmed, cleared, identity_wrong: identityWrong, data_wrong: dataWrong } = tally;
  return [name, ...[checked, confirmed, cleared, identityWrong, dataWrong].map(String)];
}

function sumOf(answers: readonly KeptAnswer[]): Tally {
  const all = answers.map((answer) => ({ ...answer, rule: '' }));
  return (
    tallyAnswers(all, 'rule').get('') ?? {
      checked: 0,
      confirmed: 0,
      cleared: 0,
      identity_wrong: 0,
      data_wrong: 0,
    }
  );
}

/** Columns of equal width on a terminal, where a Han character takes two places. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => places(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const pad = ' '.repeat((widths[column] ?? 0) - places(cell));
        return column === 0 ? cell + pad : pad + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

function places(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}
