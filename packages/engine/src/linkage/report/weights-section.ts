import { formatCount } from '../../outputs/report/format-count.ts';
import { dataTable } from '../../outputs/report/data-table.ts';
import { figure } from '../../outputs/report/figure.ts';
import { both, bothOf, type Html, html } from '../../outputs/report/html.ts';
import type { LinkReport, ReportedComparison, ReportedLevel } from './link-report.ts';
import { signed } from './show-value.ts';

const sources: Readonly<Record<ReportedComparison['source'], { readonly zh: string; readonly en: string }>> =
  {
    shipped: { zh: '随程序提供的模型', en: 'the shipped model' },
    data: { zh: '从这批数据学到', en: 'learnt from this data' },
    default: { zh: '数据太少，用一般的起点', en: 'too little data: a plain beginning' },
  };

/** What every outcome of every comparison adds or takes away, as bars around nought and as a table. */
export function weightsSection({ comparisons }: LinkReport): Html {
  const most = Math.max(1, ...comparisons.flatMap(({ levels }) => levels.map(({ bits }) => Math.abs(bits))));
  return html`<section id="weights" aria-labelledby="weights-title"><h2 id="weights-title">${both('各项证据的分量', 'What each piece of evidence weighs')}</h2>
<p class="note">${both(
    '单位是“位”：加 1 位，可能性翻一倍；减 1 位，减一半。向右支持是同一人，向左反对。同值越少见，另有加分。',
    'In bits: one more doubles the odds, one less halves them. Bars to the right speak for one person, to the left against. Rare values count more than the bar shows.',
  )}</p>
${comparisons.map((comparison, place) => comparisonFigure(comparison, place, most))}</section>`;
}

function comparisonFigure(comparison: ReportedComparison, place: number, most: number): Html {
  const { name, levels, notes, source } = comparison;
  const id = `weights-${place}`;
  return html`<div class="comparison">${figure({
    id,
    title: { zh: name, en: name },
    note: html`${both(`分量来源：${sources[source].zh}`, `Source: ${sources[source].en}`)}${notes.map((note) => html` · ${bothOf(note)}`)}`,
    chart: html`<ul class="bars">${levels.map(
      (level) =>
        html`<li><span class="bar-label">${bothOf(level.words)}</span><span class="bar-value">${signed(level.bits)}</span>${weightBar(level.bits, most)}</li>`,
    )}</ul>`,
    table: dataTable({
      id: `${id}-data`,
      caption: { zh: `${name}：各种结果`, en: `${name}: outcomes` },
      columns: [
        { heading: { zh: '结果', en: 'Outcome' } },
        { heading: { zh: '位', en: 'Bits' }, numeric: true },
        { heading: { zh: '同一人中的机会', en: 'Chance for one person' }, numeric: true },
        { heading: { zh: '两个人中的机会', en: 'Chance for two people' }, numeric: true },
        { heading: { zh: '对数', en: 'Pairs' }, numeric: true },
      ],
      rows: levels.map((level) => levelRow(level)),
    }),
  })}</div>`;
}

const levelRow = ({ words, bits, m, u, pairs }: ReportedLevel): (Html | string)[] => [
  bothOf(words),
  signed(bits),
  chance(m),
  chance(u),
  formatCount(pairs),
];

const chance = (value: number): string => (value === 0 ? '0' : Number(value.toPrecision(3)).toString());

/** Half the width of the drawing, in its own units: nought stands in the middle. */
const half = 500;

function weightBar(bits: number, most: number): Html {
  const width = Math.max(2, (Math.abs(bits) / most) * half);
  const x = bits < 0 ? half - width : half;
  return html`<svg class="weight" viewBox="0 0 ${2 * half} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="tone-track" x="0" y="0" width="${2 * half}" height="10"/><rect class="${bits < 0 ? 'tone-against' : 'tone-for'}" x="${round(x)}" y="0" width="${round(width)}" height="10"/><line x1="${half}" y1="0" x2="${half}" y2="10"/></svg>`;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
