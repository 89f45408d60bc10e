import { formatYuan } from '@yangguang/domain/words/money';
import type { Side } from '../../statistics/count-leads.ts';
import { dataTable } from '../data-table.ts';
import { barChart, figure } from '../figure.ts';
import { formatCount } from '../format-count.ts';
import { both, type Html, html } from '../html.ts';
import { placeOr, severityNames, sideNames } from '../names.ts';
import { compareTowns, type KeyedCounts, type ReportFacts } from '../report-facts.ts';
import { severityLegend, severityWords } from './rules.ts';

/** A dirty place column must not make the page long: towns after these are summed in one row. */
const townLimit = 100;

/** Leads by town in the order of names, both sides on one scale. Never sorted by count: nobody is ranked. */
export function townsSection(facts: ReportFacts): Html {
  const towns = [...new Set(facts.byTown.map((row) => row.key[0] ?? ''))].sort(compareTowns);
  const shown = towns.slice(0, townLimit);
  const max = Math.max(0, ...facts.byTown.map((row) => row.leads));
  return html`<section id="towns" aria-labelledby="towns-title">
<h2 id="towns-title">${both('按乡镇', 'By town')}</h2>
<p class="note">${both(
    '按名称排列，不是名次。疑点多，可能只是送来的数据全。',
    'In the order of names, not a ranking. More leads may only mean more complete data.',
  )}</p>
${
  towns.length === 0
    ? html`<p class="empty">${both('没有疑点可按乡镇列出。', 'There are no leads to list by town.')}</p>`
    : html`<div class="pair">${(['inclusion', 'omission'] as const).map((side) => townFigure(facts, side, shown, max))}</div>`
}
${
  towns.length > shown.length
    ? html`<p class="note">${both(
        `另有 ${towns.length - shown.length} 个写法不同的乡镇名未列出，见《统计.xlsx》。`,
        `${towns.length - shown.length} more spellings of towns are not shown; see 统计.xlsx.`,
      )}</p>`
    : ''
}
</section>`;
}

function townFigure(facts: ReportFacts, side: Side, towns: readonly string[], max: number): Html {
  const rows = towns.map((town) => ({
    town,
    counts: facts.byTown.find((row) => row.key[0] === town && row.key[1] === side),
  }));
  return figure({
    id: `town-${side}`,
    title: sideNames[side],
    chart: html`${severityLegend}${barChart(
      rows.map(({ town, counts }) => ({
        label: placeOr(town),
        segments: (['serious', 'suspect', 'info'] as const).map((tone) => ({
          value: counts?.[tone] ?? 0,
          tone,
        })),
        value: counts === undefined ? html`<strong>0</strong>` : severityWords(counts),
      })),
      max,
    )}`,
    table: dataTable({
      id: `town-${side}-data`,
      caption: { zh: `${sideNames[side].zh}，按乡镇`, en: `${sideNames[side].en}, by town` },
      columns: [
        { heading: { zh: '乡镇', en: 'Town' } },
        ...(['serious', 'suspect', 'info'] as const).map((tone) => ({
          heading: severityNames[tone],
          numeric: true,
        })),
        { heading: { zh: '户', en: 'Households' }, numeric: true },
        { heading: { zh: '人', en: 'Persons' }, numeric: true },
        { heading: { zh: '涉及金额（元）', en: 'Money at stake (CNY)' }, numeric: true },
      ],
      rows: rows.map(({ town, counts }) => [placeOr(town), ...townCells(counts)]),
      total: [both('合计', 'Total'), ...townCells(sumOf(rows.map((row) => row.counts)))],
    }),
  });
}

type TownCounts = Omit<KeyedCounts, 'key'>;

function townCells(counts: TownCounts | undefined): string[] {
  if (counts === undefined) return ['0', '0', '0', '0', '0', '0.00'];
  return [
    formatCount(counts.serious),
    formatCount(counts.suspect),
    formatCount(counts.info),
    formatCount(counts.households),
    formatCount(counts.persons),
    formatYuan(counts.amountFen),
  ];
}

function sumOf(rows: readonly (TownCounts | undefined)[]): TownCounts {
  const total = { leads: 0, serious: 0, suspect: 0, info: 0, households: 0, persons: 0, amountFen: 0 };
  for (const row of rows) {
    if (row === undefined) continue;
    for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += row[name];
  }
  return total;
}
