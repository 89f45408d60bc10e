import { formatCount } from '../../outputs/report/format-count.ts';
import { dataTable } from '../../outputs/report/data-table.ts';
import { figure } from '../../outputs/report/figure.ts';
import { both, bothOf, type BothText, type Html, html } from '../../outputs/report/html.ts';
import type { LinkReport } from './link-report.ts';
import { percentOf } from './show-value.ts';

/** Scores beyond these are counted in one row each. */
const [lowest, highest] = [-20, 40];

type Tone = 'same' | 'likely' | 'below';
interface Bin {
  readonly label: string;
  readonly tone: Tone;
  readonly pairs: number;
}

const toneWords: Readonly<Record<Tone, BothText>> = {
  same: { zh: '同一人', en: 'One person' },
  likely: { zh: '疑似同一人', en: 'Likely one person' },
  below: { zh: '没有达到门槛', en: 'Below the threshold' },
};

/** Compared pairs by score, with where the thresholds lie. Bars are on a logarithmic scale: most pairs are strangers. */
export function scoresSection(report: LinkReport): Html {
  const bins = binsOf(report);
  const most = Math.log10(1 + Math.max(1, ...bins.map(({ pairs }) => pairs)));
  return html`<section id="scores" aria-labelledby="scores-title"><h2 id="scores-title">${both('得分的分布', 'Distribution of scores')}</h2>
${figure({
  id: 'scores-figure',
  title: { zh: '比较过的对数，按得分（位）', en: 'Compared pairs by score, in bits' },
  note: both(
    `门槛 ${bitsAt(report.threshold)} 位（概率 ${percentOf(report.threshold)}），“同一人”从 ${bitsAt(report.same)} 位起（${percentOf(report.same)}）。条形按对数刻度。`,
    `Threshold at ${bitsAt(report.threshold)} bits (probability ${percentOf(report.threshold)}); called one person from ${bitsAt(report.same)} bits (${percentOf(report.same)}). Bars are on a logarithmic scale.`,
  ),
  chart: html`${toneLegend()}<ul class="bars">${bins.map(
    (bin) =>
      html`<li><span class="bar-label">${bin.label}</span><span class="bar-value">${formatCount(bin.pairs)}</span>${bar(Math.log10(1 + bin.pairs) / most, bin.tone)}</li>`,
  )}</ul>`,
  table: dataTable({
    id: 'scores-data',
    caption: { zh: '每段得分的对数', en: 'Pairs at each score' },
    columns: [
      { heading: { zh: '得分（位）', en: 'Score, bits' } },
      { heading: { zh: '档', en: 'Tier' } },
      { heading: { zh: '对数', en: 'Pairs' }, numeric: true },
    ],
    rows: bins.map(({ label, tone, pairs }) => [label, bothOf(toneWords[tone]), formatCount(pairs)]),
  }),
})}</section>`;
}

const bitsAt = (probability: number): string => Math.log2(probability / (1 - probability)).toFixed(1);

function binsOf({ histogram, threshold, same }: LinkReport): Bin[] {
  const bounds = { same: Math.log2(same / (1 - same)), likely: Math.log2(threshold / (1 - threshold)) };
  const counts = new Map<number, number>();
  for (const { from, pairs } of histogram) {
    const at = Math.min(highest, Math.max(lowest - 1, from));
    counts.set(at, (counts.get(at) ?? 0) + pairs);
  }
  return [...counts]
    .sort(([a], [b]) => b - a)
    .map(([from, pairs]) => {
      const middle = from + 0.5;
      const tone = middle >= bounds.same ? 'same' : middle >= bounds.likely ? 'likely' : 'below';
      return { label: labelOf(from), tone, pairs };
    });
}

function labelOf(from: number): string {
  if (from < lowest) return `< ${minus(lowest)}`;
  return from >= highest ? `≥ ${highest}` : `${minus(from)} … ${minus(from + 1)}`;
}

const minus = (value: number): string => (value < 0 ? `−${-value}` : String(value));

const toneLegend = (): Html =>
  html`<ul class="legend">${(['same', 'likely', 'below'] as const).map(
    (tone) =>
      html`<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="tone-${tone}" width="10" height="10"/></svg>${bothOf(toneWords[tone])}</li>`,
  )}</ul>`;

function bar(share: number, tone: Tone): Html {
  const width = String(Math.round(Math.max(2, share * 1000)));
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="tone-track" x="0" y="0" width="1000" height="10"/><rect class="tone-${tone}" x="0" y="0" width="${width}" height="10"/></svg>`;
}

/** How many records say too little to be recognised at all, whatever they are compared with. */
export function unlinkableSection({ unlinkable }: LinkReport): Html {
  return html`<section id="unlinkable" aria-labelledby="unlinkable-title"><h2 id="unlinkable-title">${both('认不出的记录', 'Records that cannot be recognised')}</h2>
<p class="note">${both(
    '把一条记录和它自己比，也达不到这个概率的，说明填得太少：再好的方法也认不出。',
    'Compared with itself, such a record would not reach the probability: too little is filled in for any method.',
  )}</p>
${dataTable({
  id: 'unlinkable-data',
  caption: { zh: '左边名单中认不出的记录', en: 'Records of the left list that cannot be recognised' },
  columns: [
    { heading: { zh: '要求的概率', en: 'Probability asked for' } },
    { heading: { zh: '认不出的占比', en: 'Share not recognisable' }, numeric: true },
  ],
  rows: unlinkable.map(({ probability, share }) => [
    percentOf(probability),
    share === 0 ? '0%' : percentOf(share),
  ]),
})}</section>`;
}
