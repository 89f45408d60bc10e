import { formatYuan } from '@yangguang/domain/words/money';
import { dataTable } from '../data-table.ts';
import { both, bothOf, type Html, html } from '../html.ts';
import { maskName } from '../mask-name.ts';
import { placeOr, severityName, subjectKindName } from '../names.ts';
import type { FirstLead, ReportFacts } from '../report-facts.ts';

/** The leads to look at first: masked names, no numbers, no restricted ones. The ledger holds them in full. */
export function firstLeadsSection(facts: ReportFacts): Html {
  return html`<section id="first" aria-labelledby="first-title">
<h2 id="first-title">${both('先看这些', 'Look at these first')}</h2>
<p class="note">${both(
    '按证据、金额和时间排序，限阅的不列。姓名只留姓；全部内容在《疑点台账.xlsx》。',
    'Ordered by evidence, money and date; restricted ones are left out. Names are masked; everything is in 疑点台账.xlsx.',
  )}</p>
${
  facts.first.length === 0
    ? html`<p class="empty">${both('没有可列出的疑点。', 'There are no leads to list.')}</p>`
    : dataTable({
        id: 'first-data',
        caption: {
          zh: `排在前面的 ${facts.first.length} 条疑点`,
          en: `The first ${facts.first.length} leads`,
        },
        columns: [
          { heading: { zh: '编号', en: 'Lead' } },
          { heading: { zh: '规则', en: 'Rule' } },
          { heading: { zh: '程度', en: 'Severity' } },
          { heading: { zh: '对象', en: 'Subject' } },
          { heading: { zh: '乡镇、村', en: 'Town, village' } },
          { heading: { zh: '期间', en: 'Period' } },
          { heading: { zh: '涉及金额（元）', en: 'Money at stake (CNY)' }, numeric: true },
        ],
        rows: facts.first.map(leadCells),
      })
}
</section>`;
}

/** Persons and account holders are masked; a village or a unit is named. */
const namedKinds = new Set(['village', 'town', 'unit']);

function leadCells(lead: FirstLead): (Html | string)[] {
  const name = namedKinds.has(lead.subjectKind) ? lead.subjectName : maskName(lead.subjectName);
  return [
    html`<code>${lead.leadId}</code>`,
    html`<span class="code">${lead.rule}</span> ${bothOf({ zh: lead.titleZh, en: lead.titleEn })}`,
    html`<span class="tag tag-${lead.severity}">${bothOf(severityName(lead.severity))}</span>`,
    html`${name} <small>${bothOf(subjectKindName(lead.subjectKind))}</small>`,
    html`${placeOr(lead.town)} ${lead.village}`,
    period(lead),
    lead.amountFen === null ? '' : formatYuan(lead.amountFen),
  ];
}

function period(lead: FirstLead): Html | string {
  if (lead.periodFrom === '') return lead.periodTo;
  if (lead.periodTo === '' || lead.periodTo === lead.periodFrom) return lead.periodFrom;
  return both(`${lead.periodFrom} 至 ${lead.periodTo}`, `${lead.periodFrom} to ${lead.periodTo}`);
}
