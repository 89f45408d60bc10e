import { formatYuan } from '@yangguang/domain/words/money';
import { sideOfFamily } from '../../statistics/count-leads.ts';
import { dataTable } from '../data-table.ts';
import { barChart, figure } from '../figure.ts';
import { formatCount } from '../format-count.ts';
import { both, bothOf, type Html, html } from '../html.ts';
import { familyName } from '../names.ts';
import type { ReportFacts } from '../report-facts.ts';

/** Money at stake by family, with the warning that sums over rules are not a sum to recover. */
export function moneySection(facts: ReportFacts): Html {
  const rows = facts.byFamily.filter((row) => row.amountFen > 0);
  const max = Math.max(0, ...rows.map((row) => row.amountFen));
  const columns = [
    { heading: { zh: '类别', en: 'Family' } },
    { heading: { zh: '疑点（条）', en: 'Leads' }, numeric: true },
    { heading: { zh: '涉及金额（元）', en: 'Money at stake (CNY)' }, numeric: true },
  ];
  const body =
    rows.length === 0
      ? html`<p class="empty">${both('没有疑点算出金额。', 'No lead carries an amount.')}</p>`
      : figure({
          id: 'money-family',
          title: { zh: '按类别的涉及金额', en: 'Money at stake by family' },
          chart: barChart(
            rows.map((row) => ({
              label: bothOf(familyName(row.key[0] ?? '')),
              segments: [{ value: row.amountFen, tone: sideOfFamily(row.key[0] ?? '') }],
              value: html`<strong>${formatYuan(row.amountFen)}</strong> <small>${both('元', 'CNY')}</small>`,
            })),
            max,
          ),
          table: dataTable({
            id: 'money-data',
            caption: { zh: '按类别的涉及金额', en: 'Money at stake by family' },
            columns,
            rows: rows.map((row) => [
              bothOf(familyName(row.key[0] ?? '')),
              formatCount(row.leads),
              formatYuan(row.amountFen),
            ]),
          }),
        });
  return html`<section id="money" aria-labelledby="money-title">
<h2 id="money-title">${both('金额', 'Money')}</h2>
<p class="note">${both(
    '同一笔钱可能被几条规则提到，各类不能相加，也不等于应追缴或应补发的数额。漏保一类是可能少享受的金额。',
    'One payment may be named by several rules: families must not be added up, and none is a sum to recover or to pay back. For omissions it is what a family may be missing.',
  )}</p>${body}</section>`;
}
