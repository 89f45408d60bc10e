import type { ImportResult } from '../import/import-folder.ts';
import type { InputList } from '../import/read/list-input.ts';
import type { RunMeta } from './run-meta.ts';
import type { CheckOptions } from './run-options.ts';

/** What the closing lines on the terminal tell of. */
export interface RunSummary {
  readonly options: CheckOptions;
  readonly input: InputList;
  readonly imported: ImportResult;
  readonly meta: RunMeta | null;
  readonly counts: Readonly<Record<string, string | number>> | null;
  readonly out: string | null;
}

/** The closing lines of a check: what was read, what was left, when and where it judges, what it found. */
export function summariseRun(run: RunSummary): string[] {
  const zh = run.options.lang === 'zh';
  const say = (chinese: string, english: string): string => (zh ? chinese : english);
  const summaries = run.imported.summaries;
  const total = (pick: (s: (typeof summaries)[number]) => number): number =>
    summaries.reduce((sum, s) => sum + pick(s), 0);
  const lines = [
    say(
      `读入 ${run.input.files.length} 个文件、${summaries.length} 张表：${total((s) => s.rowsIn)} 行 = 采用 ${total((s) => s.rowsTaken)} + 搁置 ${total((s) => s.rowsSetAside)} + 标题合计说明 ${total((s) => s.rowsStructure)}`,
      `Read ${run.input.files.length} files, ${summaries.length} sheets: ${total((s) => s.rowsIn)} rows = ${total((s) => s.rowsTaken)} taken + ${total((s) => s.rowsSetAside)} set aside + ${total((s) => s.rowsStructure)} titles, totals, notes`,
    ),
    ...sheetLines(run, say),
    ...run.input.left.map((left) =>
      say(`未读 ${left.name}：${left.why.zh}`, `Left alone ${left.name}: ${left.why.en}`),
    ),
    ...[...run.input.refusals, ...run.imported.refusals].map((r) =>
      say(`${r.code} ${r.zh} ${r.remedyZh}`, `${r.code} ${r.en} ${r.remedyEn}`),
    ),
  ];
  if (run.meta === null || run.out === null)
    return [
      ...lines,
      say(
        '没有可用的数据：没有一张表被识别为花名册或部门名单。',
        'No usable input: no sheet was recognised as a roster or departmental list.',
      ),
    ];
  return [...lines, ...resultLines(run, run.meta, run.out, say)];
}

type Say = (zh: string, en: string) => string;

function sheetLines(run: RunSummary, say: Say): string[] {
  if (!run.options.inspect)
    return run.imported.summaries.filter((s) => s.table === null).map((s) => unusedLine(s, say));
  return run.imported.summaries.map((s) => {
    const mapping = s.mapping.map((m) => `${m.heading}→${m.column ?? '-'}`).join(say('，', ', '));
    return `${place(s)}: ${say(s.titleZh, s.titleEn)} ${(s.confidence * 100).toFixed(0)}%  ${mapping}`;
  });
}

/** A file that is read under another name already says so itself; everything else was not recognised. */
function unusedLine(s: RunSummary['imported']['summaries'][number], say: Say): string {
  const [why] = s.alarms;
  if (s.rowsIn > 0 || why === undefined) return say(`未识别 ${place(s)}`, `Not recognised: ${place(s)}`);
  return say(`未读 ${place(s)}：${why.zh}`, `Left alone ${place(s)}: ${why.en}`);
}

const place = (s: { file: string; sheet: string }): string =>
  s.sheet === '' ? s.file : `${s.file} [${s.sheet}]`;

function resultLines(run: RunSummary, meta: RunMeta, out: string, say: Say): string[] {
  const c = (name: string): string => String(run.counts?.[name] ?? 0);
  const lines = [
    say(
      `截至 ${meta.asOf}（${meta.asOfWhy.zh}）；地区 ${meta.region} ${meta.regionName}`,
      `As of ${meta.asOf} (${meta.asOfWhy.en}); region ${meta.region} ${meta.regionName}`,
    ),
  ];
  if (!run.options.inspect)
    lines.push(
      say(
        `疑点：严重 ${c('serious')}，疑点 ${c('suspect')}，提示 ${c('info')}（其中漏保 ${c('omissions')}），涉及 ${c('households')} 户；排查名单 ${c('screening')}。疑点不是结论。`,
        `Leads: ${c('serious')} serious, ${c('suspect')} suspect, ${c('info')} info (${c('omissions')} omissions), ${c('households')} households; ${c('screening')} on the screening list. A lead is never a verdict.`,
      ),
      ...meta.silentRules.map((r) =>
        say(
          `${r.rule} ${r.titleZh} 未运行，缺：${r.missing.map((m) => m.zh).join('、')}`,
          `${r.rule} ${r.titleEn} did not run; missing: ${r.missing.map((m) => m.en).join(', ')}`,
        ),
      ),
      ...meta.numbersToFill.map((n) => say(`请补本地数值：${n.zh}`, `Please fill in: ${n.en}`)),
    );
  return [...lines, say(`结果：${out}`, `Results: ${out}`)];
}
