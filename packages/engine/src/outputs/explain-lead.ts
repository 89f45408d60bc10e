import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatYuan } from '@yangguang/domain/words/money';
import { z } from 'zod';
import { OutputFolderError } from './answers/output-folder-error.ts';
import { type KeptAnswer, outputLeads, type PreviousLead, readKeptAnswers } from './answers/previous-run.ts';
import { VERDICTS } from './answers-vocabulary.ts';
import { codeWord, type Say, sayIn } from './lead-words.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** What run.json must hold for an explanation: the rule manual and the date, as in RunMeta. */
const runFile = z.object({
  asOf: z.string(),
  asOfWhy: bilingual,
  pack: z.object({ version: z.string() }),
  rules: z.array(
    z.object({
      rule: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      what: bilingual,
      innocent: z.array(bilingual),
      verify: bilingual,
      basis: z.array(z.string()),
      parameters: z.array(z.object({ name: z.string(), value: z.string() })),
      evidence: z.record(z.string(), bilingual),
    }),
  ),
  dataSets: z.record(z.string(), bilingual.extend({ columns: z.record(z.string(), bilingual) })).default({}),
});

type Run = z.infer<typeof runFile>;
type Rule = Run['rules'][number];
type DataSets = Run['dataSets'];

const evidenceRows = z.array(
  z.object({
    dataset: z.string(),
    file: z.string(),
    sheet: z.string().nullish(),
    row: z.union([z.number(), z.string()]).nullish(),
    fields: z.record(z.string(), z.unknown()).nullish(),
  }),
);

/**
 * The whole why of one lead as text: what was found, for whom, in which rows of which files, by which rule with
 * which law and parameters, why it may be innocent, how to check, and what speaks for and against its being the
 * same person. Reads leads.csv, screening.csv and run.json of an output folder; numbers of people are as masked
 * there. The summary is in the language the check was run in.
 * @throws OutputFolderError when the folder is no output, or has no lead with this id.
 */
export async function explainLead(outDir: string, leadId: string, lang: 'zh' | 'en'): Promise<string> {
  const run = await readRun(outDir);
  const lead = await findLead(outDir, leadId.trim());
  const rule = run.rules.find((one) => one.rule === lead.rule);
  const answer = (await readKeptAnswers(outDir)).find((one) => one.leadId === lead.leadId);
  const say = sayIn(lang);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [say('情况', 'What was found'), [lead.cells['summary'] ?? '', ...factLines(lead, say)]],
    [say('证据', 'Evidence'), evidenceLines(lead, run.dataSets, say)],
    [say('是不是同一个人', 'Is it the same person'), identityLines(lead, say)],
    ...(rule === undefined ? [] : ruleSections(rule, lang)),
    [say('核查答复', 'Answer'), answer === undefined ? [] : [answerLine(answer, lang)]],
  ];
  const title = rule === undefined ? (lead.cells['rule_title'] ?? '') : say(rule.titleZh, rule.titleEn);
  const standing = `${gradeWord(lead, say)} · ${codeWord('severity', lead.cells['severity'] ?? '', say)}`;
  return [
    `${lead.leadId}  ${lead.rule}  ${title}`,
    say(
      `${standing} · 数据时点 ${run.asOf}（${run.asOfWhy.zh}） · 政策包 ${run.pack.version}`,
      `${standing} · data as of ${run.asOf} (${run.asOfWhy.en}) · policy pack ${run.pack.version}`,
    ),
    say(
      '疑点不是结论：先告知、听取说明、入户核查，再由人决定。',
      'A lead is never a verdict: tell the family, hear them, visit; then a person decides.',
    ),
    ...sections.filter(([, lines]) => lines.some((line) => line !== '')).map(sectionText),
    '',
  ].join('\n');
}

function ruleSections(rule: Rule, lang: 'zh' | 'en'): [string, string[]][] {
  const say = sayIn(lang);
  return [
    [say('规则查什么', 'What the rule looks for'), [rule.what[lang]]],
    [say('依据', 'Legal basis'), rule.basis],
    [say('用到的参数', 'Parameters used'), rule.parameters.map(({ name, value }) => `${name} = ${value}`)],
    [say('为什么可能是误报', 'Why it may be innocent'), rule.innocent.map((one) => one[lang])],
    [say('怎样核实', 'How to check'), [rule.verify[lang]]],
  ];
}

function answerLine(answer: KeptAnswer, lang: 'zh' | 'en'): string {
  const verdict = VERDICTS.find((choice) => choice.code === answer.verdict);
  return [verdict?.[lang] ?? answer.verdict, answer.checkedBy, answer.checkedOn ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

function sectionText([heading, lines]: readonly [string, readonly string[]]): string {
  const body = lines.filter((line) => line !== '').flatMap((line) => line.split('\n'));
  return `\n${heading}\n${body.map((line) => `  ${line}`).join('\n')}`;
}

async function readRun(outDir: string): Promise<Run> {
  const path = join(outDir, 'run.json');
  const source = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new OutputFolderError('ANS-001', outDir, { cause });
  });
  try {
    return runFile.parse(JSON.parse(source));
  } catch (cause) {
    throw new OutputFolderError('ANS-003', path, { cause });
  }
}

async function findLead(outDir: string, leadId: string): Promise<PreviousLead> {
  for (const grade of ['lead', 'screening'] as const) {
    for await (const lead of outputLeads(outDir, grade)) {
      if (lead.leadId.toLowerCase() === leadId.toLowerCase()) return lead;
    }
  }
  throw new OutputFolderError('ANS-004', leadId);
}

function gradeWord(lead: PreviousLead, say: Say): string {
  if (lead.grade === 'screening') return say('排查名单', 'Screening list');
  const change = lead.cells['change'] ?? '';
  return change === '' ? say('疑点', 'Lead') : `${say('疑点', 'Lead')}（${codeWord('change', change, say)}）`;
}

/** Columns of leads.csv that say who and how much, with their labels. */
const factColumns: readonly (readonly [string, string, string])[] = [
  ['subject_name', '对象', 'Subject'],
  ['id_number', '身份证号', 'ID number'],
  ['household_head_id', '户主身份证号', 'ID number of the head'],
  ['town', '乡镇', 'Town'],
  ['village', '村（居）', 'Village'],
  ['period', '期间', 'Period'],
  ['amount_yuan', '涉及金额（元）', 'Money at stake (CNY)'],
  ['month_amount_yuan', '现月保障金额（元）', 'Present monthly amount (CNY)'],
  ['start_month', '起始月', 'Since'],
  ['source_date', '数据日期', 'Date of the data'],
];

function factLines(lead: PreviousLead, say: Say): string[] {
  return factColumns
    .filter(([column]) => (lead.cells[column] ?? '') !== '')
    .map(([column, zh, en]) =>
      say(`${zh}：${lead.cells[column] ?? ''}`, `${en}: ${lead.cells[column] ?? ''}`),
    );
}

function evidenceLines(lead: PreviousLead, dataSets: DataSets, say: Say): string[] {
  const rows = evidenceRows.safeParse(parsedJson(lead.cells['evidence'] ?? ''));
  if (!rows.success) return [];
  return rows.data.flatMap((row) => {
    const words = dataSets[row.dataset];
    const sheet = (row.sheet ?? '') === '' ? '' : ` [${row.sheet}]`;
    const place = `${row.file}${sheet} ${say(`第 ${row.row ?? '?'} 行`, `row ${row.row ?? '?'}`)}`;
    const fields = Object.entries(row.fields ?? {})
      .filter(([, value]) => value !== null && value !== '')
      .map(([column, value]) => {
        const label = words?.columns[column];
        return `${label === undefined ? column : say(label.zh, label.en)}=${fieldText(column, value)}`;
      });
    const name = words === undefined ? row.dataset : say(words.zh, words.en);
    return [`${name}: ${place}`, ...(fields.length > 0 ? [`  ${fields.join(say('，', ', '))}`] : [])];
  });
}

function parsedJson(text: string): unknown {
  try {
    return text === '' ? [] : JSON.parse(text);
  } catch {
    return null;
  }
}

/** A value as people read it: amounts are kept in fen and shown in yuan. */
function fieldText(column: string, value: unknown): string {
  if (column.endsWith('_fen') && Number.isSafeInteger(Number(value))) return `${formatYuan(Number(value))}元`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What each tier rests on, where the run kept no sentence of its own. */
const tierSentences: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  same: [
    ['支持：号码有效且相同，姓名相符。', 'For: the number is valid and the same, and the names agree.'],
    [
      '反对：仍可能登记时填错号码，请看证件原件。',
      'Against: a number may have been recorded wrongly; see the original document.',
    ],
  ],
  likely: [
    [
      '支持：号码可由受损的号码推回，或姓名、出生日期和住址相符。',
      'For: the number follows from a damaged one, or name, birth date and place agree.',
    ],
    [
      '反对：号码不完全一致。第一步先核对身份。',
      'Against: the numbers are not wholly the same. Check the identity first.',
    ],
  ],
  number_only: [
    ['支持：号码相同。', 'For: the number is the same.'],
    [
      '反对：姓名不同，很可能是号码登记错误。',
      'Against: the names differ; the number was probably recorded wrongly.',
    ],
  ],
};

function identityLines(lead: PreviousLead, say: Say): string[] {
  const tier = lead.cells['identity_tier'] ?? '';
  if (tier === '') return [];
  const kept = [
    [lead.cells['match_for'] ?? '', say('支持', 'For')],
    [lead.cells['match_against'] ?? '', say('反对', 'Against')],
  ] as const;
  const own = kept.filter(([text]) => text !== '').map(([text, label]) => `${label}: ${text}`);
  const general = (tierSentences[tier] ?? []).map(([zh, en]) => say(zh, en));
  return [codeWord('tier', tier, say), ...(own.length > 0 ? own : general)];
}
