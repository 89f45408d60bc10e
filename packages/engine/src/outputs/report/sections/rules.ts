import { formatYuan } from '@yangguang/domain/words/money';
import { type Side, sideOfFamily } from '../../statistics/count-leads.ts';
import { dataTable } from '../data-table.ts';
import { barChart, figure, legend } from '../figure.ts';
import { formatCount } from '../format-count.ts';
import { both, bothOf, type Html, html } from '../html.ts';
import { familyName, severityNames, sideNames } from '../names.ts';
import type { KeyedCounts, ReportFacts } from '../report-facts.ts';

export const severityLegend = legend([
  { tone: 'serious', name: severityNames.serious },
  { tone: 'suspect', name: severityNames.suspect },
  { tone: 'info', name: severityNames.info },
]);

/** Leads by rule, one figure a side on the same scale, so that omissions weigh as much on the page. */
export function rulesSection(facts: ReportFacts): Html {
  const max = Math.max(0, ...facts.byRule.map((row) => row.leads));
  const sides: readonly Side[] = ['inclusion', 'omission', 'other'];
  return html`<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">${both('按规则', 'By rule')}</h2>
<div class="pair">${sides.map((side) => ruleFigure(facts, side, max))}</div>
${screeningTable(facts)}
</section>`;
}

function ruleFigure(facts: ReportFacts, side: Side, max: number): Html {
  const rows = facts.byRule.filter((row) => sideOfFamily(row.key[0] ?? '') === side);
  const title = sideNames[side];
  if (rows.length === 0) {
    return html`<div class="figure"><h3>${bothOf(title)}</h3>
<p class="empty">${both('没有疑点。请再看有没有规则因缺少文件而没有运行。', 'No leads. Please also see which rules could not run for lack of a file.')}</p></div>`;
  }
  return figure({
    id: `rule-${side}`,
    title,
    chart: html`${severityLegend}${barChart(
      rows.map((row) => ({
        label: ruleLabel(facts, row),
        segments: (['serious', 'suspect', 'info'] as const).map((tone) => ({ value: row[tone], tone })),
        value: severityWords(row),
      })),
      max,
    )}`,
    table: ruleTable(
      `rule-${side}-data`,
      { zh: `${title.zh}，按规则`, en: `${title.en}, by rule` },
      facts,
      rows,
    ),
  });
}

function ruleLabel(facts: ReportFacts, row: KeyedCounts): Html {
  const rule = row.key[1] ?? '';
  const title = facts.ruleTitles.get(rule) ?? { zh: '', en: '' };
  return html`<span class="code">${rule}</span> ${bothOf(title)}`;
}

/** '12 条（严重 3）' so that the bar's colours are also words. */
export function severityWords(row: KeyedCounts): Html {
  const { serious, suspect, info } = row;
  const zh = [
    serious > 0 ? `严重 ${formatCount(serious)}` : '',
    suspect > 0 ? `疑点 ${formatCount(suspect)}` : '',
    info > 0 ? `提示 ${formatCount(info)}` : '',
  ];
  const en = [
    serious > 0 ? `serious ${formatCount(serious)}` : '',
    suspect > 0 ? `suspect ${formatCount(suspect)}` : '',
    info > 0 ? `info ${formatCount(info)}` : '',
  ];
  return html`<strong>${formatCount(row.leads)}</strong> <small>${both(
    zh.filter((part) => part !== '').join(' · '),
    en.filter((part) => part !== '').join(' · '),
  )}</small>`;
}

const countColumns = [
  { heading: { zh: '条数', en: 'Number' }, numeric: true },
  { heading: { zh: '其中严重', en: 'Serious' }, numeric: true },
  { heading: { zh: '户', en: 'Households' }, numeric: true },
  { heading: { zh: '人', en: 'Persons' }, numeric: true },
  { heading: { zh: '涉及金额（元）', en: 'Money at stake (CNY)' }, numeric: true },
] as const;

function countCells(row: KeyedCounts): string[] {
  return [
    formatCount(row.leads),
    formatCount(row.serious),
    formatCount(row.households),
    formatCount(row.persons),
    formatYuan(row.amountFen),
  ];
}

function ruleTable(
  id: string,
  caption: { zh: string; en: string },
  facts: ReportFacts,
  rows: readonly KeyedCounts[],
): Html {
  return dataTable({
    id,
    caption,
    columns: [
      { heading: { zh: '规则', en: 'Rule' } },
      { heading: { zh: '类别', en: 'Family' } },
      ...countColumns,
    ],
    rows: rows.map((row) => [
      ruleLabel(facts, row),
      bothOf(familyName(row.key[0] ?? '')),
      ...countCells(row),
    ]),
  });
}

function screeningTable(facts: ReportFacts): Html | string {
  if (facts.screening.length === 0) return '';
  return html`<h3>${both('排查名单', 'Screening lists')}</h3><p class="note">${both(
    '这些人群范围较宽，请按名单顺序排查；有第二项事实印证时才成为疑点。名单见 screening.csv。',
    'Broad groups to go through in order; they become leads only with a second fact. See screening.csv.',
  )}</p>${ruleTable('screening-data', { zh: '排查名单', en: 'Screening lists' }, facts, facts.screening)}`;
}
