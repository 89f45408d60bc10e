import { formatCount } from '../../outputs/report/format-count.ts';
import { dataTable } from '../../outputs/report/data-table.ts';
import { both, bothOf, type Html, html } from '../../outputs/report/html.ts';
import type { LinkReport } from './link-report.ts';

/** By what records were brought together, what each rule brings, and what was refused. */
export function rulesSection({ rules, compared }: LinkReport): Html {
  const refused = rules.reduce((sum, rule) => sum + rule.refusedPairs, 0);
  return html`<section id="rules" aria-labelledby="rules-title"><h2 id="rules-title">${both('分组规则', 'Blocking rules')}</h2>
<p class="note">${both(
    `各条规则合起来比较了 ${formatCount(compared)} 对不同的记录。${refused === 0 ? '没有因为太大而不比的组。' : `有 ${formatCount(refused)} 对因为同值太多没有比，见最后两列。`}`,
    `Together the rules compared ${formatCount(compared)} distinct pairs. ${refused === 0 ? 'No group was refused for its size.' : `${formatCount(refused)} pairs were refused, since too many records share a value: see the last two columns.`}`,
  )}</p>
${dataTable({
  id: 'rules-data',
  caption: {
    zh: '每条规则带来的对数（比较前数出）',
    en: 'Pairs each rule brings, counted before any is compared',
  },
  columns: [
    { heading: { zh: '规则', en: 'Rule' } },
    { heading: { zh: '对数', en: 'Pairs' }, numeric: true },
    { heading: { zh: '不比的值', en: 'Values refused' }, numeric: true },
    { heading: { zh: '不比的对数', en: 'Pairs refused' }, numeric: true },
  ],
  rows: rules.map(({ terms, pairs, refusedValues, refusedPairs }) => [
    terms.join(' + '),
    formatCount(pairs),
    formatCount(refusedValues),
    formatCount(refusedPairs),
  ]),
})}</section>`;
}

/** Where the time went. */
export function phasesSection({ phases }: LinkReport): Html {
  return html`<section id="phases" aria-labelledby="phases-title"><h2 id="phases-title">${both('用时', 'Time')}</h2>
${dataTable({
  id: 'phases-data',
  caption: { zh: '各步用时', en: 'Time by step' },
  columns: [{ heading: { zh: '步骤', en: 'Step' } }, { heading: { zh: '秒', en: 'Seconds' }, numeric: true }],
  rows: phases.map(({ name, seconds }) => [bothOf(name), seconds.toFixed(2)]),
})}</section>`;
}
