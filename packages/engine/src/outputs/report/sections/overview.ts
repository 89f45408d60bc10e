import { formatYuan } from '@yangguang/domain/words/money';
import type { RunMeta } from '../../../run/run-meta.ts';
import type { Counts, Side } from '../../statistics/count-leads.ts';
import { dataTable } from '../data-table.ts';
import { formatCount } from '../format-count.ts';
import { both, bothOf, type Html, html } from '../html.ts';
import { programmeName, severityNames, sideNames } from '../names.ts';
import type { ReportFacts } from '../report-facts.ts';

/** The page's opening: what was looked at, what was found on each side, and what a lead is not. */
export function overviewSection(facts: ReportFacts, meta: RunMeta): Html {
  return html`<section id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">${both('总览', 'Overview')}</h2>
${sentence(facts, meta)}
<div class="sides">${sidePanel('inclusion', facts.bySide.inclusion)}${sidePanel('omission', facts.bySide.omission)}</div>
${thirdLine(facts)}
${changeLine(facts)}
${onAidTable(facts)}
</section>`;
}

function sentence(facts: ReportFacts, meta: RunMeta): Html {
  const households = formatCount(facts.onAid.reduce((sum, row) => sum + row.households, 0));
  const persons = formatCount(facts.onAid.reduce((sum, row) => sum + row.persons, 0));
  const { total } = facts;
  const files = formatCount(new Set(meta.files.map((file) => file.file)).size);
  if (total.leads === 0) {
    return html`<p class="lead-text">${both(
      `共读入 ${files} 个文件，在保 ${households} 户 ${persons} 人。这次没有发现疑点。`,
      `${files} files read, ${households} households and ${persons} persons on aid. No lead was found this time.`,
    )}</p><p class="empty">${both(
      '没有疑点不等于没有问题。请先看“没有运行的规则”和“数据质量”，补齐文件后再核对一次。',
      'No lead does not mean no problem. See “Rules that did not run” and “Data quality”, add the missing files and check again.',
    )}</p>`;
  }
  return html`<p class="lead-text">${both(
    `共读入 ${files} 个文件，在保 ${households} 户 ${persons} 人。发现疑点 ${formatCount(total.leads)} 条，涉及 ${formatCount(total.households)} 户 ${formatCount(total.persons)} 人，都待核实。`,
    `${files} files read, ${households} households and ${persons} persons on aid. ${formatCount(total.leads)} leads touch ${formatCount(total.households)} households and ${formatCount(total.persons)} persons; all are still to be checked.`,
  )}</p>`;
}

const sideHints: Readonly<Record<'inclusion' | 'omission', { zh: string; en: string }>> = {
  inclusion: {
    zh: '可能不符合条件，或发放可能有误。先告知、再核查，不能直接停发。',
    en: 'Conditions may not be met, or a payment may be wrong. Tell the family, then check; never stop directly.',
  },
  omission: {
    zh: '可能符合条件却没有享受，或享受得不够。请主动上门，告诉本人可以申请什么。',
    en: 'Someone may qualify and receive nothing, or too little. Visit and say what can be applied for.',
  },
};

function sidePanel(side: 'inclusion' | 'omission', counts: Counts): Html {
  return html`<div class="side side-${side}"><h3>${bothOf(sideNames[side])}</h3>
<p class="figure-number">${formatCount(counts.leads)}<span class="unit">${both('条疑点', counts.leads === 1 ? 'lead' : 'leads')}</span></p>
<dl class="facts">
<div><dt>${both('户', 'Households')}</dt><dd>${formatCount(counts.households)}</dd></div>
<div><dt>${both('人', 'Persons')}</dt><dd>${formatCount(counts.persons)}</dd></div>
<div><dt>${both('涉及金额（元）', 'Money at stake (CNY)')}</dt><dd>${formatYuan(counts.amountFen)}</dd></div>
</dl>
<dl class="facts severities">
${(['serious', 'suspect', 'info'] as const).map(
  (severity) =>
    html`<div><dt><span class="dot dot-${severity}" aria-hidden="true"></span>${bothOf(severityNames[severity])}</dt><dd>${formatCount(counts[severity])}</dd></div>`,
)}
</dl>
<p class="hint">${bothOf(sideHints[side])}</p></div>`;
}

function thirdLine(facts: ReportFacts): Html {
  const other: Side = 'other';
  const counts = facts.bySide[other];
  return html`<ul class="asides">
<li>${both(
    `${sideNames.other.zh}：${formatCount(counts.leads)} 条，多数只需更正数据。`,
    `${sideNames.other.en}: ${formatCount(counts.leads)}; most need only a correction of data.`,
  )}</li>
<li>${both(
    `排查名单（范围较宽，按序排查，不是疑点）：${formatCount(facts.screening.reduce((sum, row) => sum + row.leads, 0))} 条。`,
    `Screening list (broad groups to go through in order, not leads): ${formatCount(facts.screening.reduce((sum, row) => sum + row.leads, 0))}.`,
  )}</li>
<li>${both(
    `限阅：${formatCount(facts.restricted)} 条，涉及工作人员或其亲属，另存“限阅”文件夹，本页只计数。`,
    `Restricted (限阅): ${formatCount(facts.restricted)} name officials or their kin; kept in their own folder, only counted here.`,
  )}</li>
${facts.unconfirmed === 0 ? '' : html`<li>${both(`未核标准：${formatCount(facts.unconfirmed)} 条按暂用数字计算，见“待填数字”。`, `Standard not confirmed (未核标准): ${formatCount(facts.unconfirmed)} were computed with a provisional number; see “Numbers to fill in”.`)}</li>`}
</ul>`;
}

function changeLine(facts: ReportFacts): Html | string {
  const { changes } = facts;
  if (changes.new + changes.same + changes.gone + changes.quiet === 0) return '';
  return html`<p class="note">${both(
    `与上次相比：新增 ${formatCount(changes.new)} 条，仍在 ${formatCount(changes.same)} 条，消失 ${formatCount(changes.gone)} 条；另有 ${formatCount(changes.quiet)} 条已核查排除且事实未变，不再重复提示。`,
    `Compared with the previous run: ${formatCount(changes.new)} new, ${formatCount(changes.same)} still there, ${formatCount(changes.gone)} gone; ${formatCount(changes.quiet)} cleared earlier with unchanged facts stay quiet.`,
  )}</p>`;
}

function onAidTable(facts: ReportFacts): Html {
  if (facts.onAid.length === 0) {
    return html`<p class="empty">${both(
      '没有识别出在保花名册，所以看不出谁在享受。请加入低保、特困或边缘家庭花名册。',
      'No roster of households on aid was recognised. Add the dibao, tekun or edge roster.',
    )}</p>`;
  }
  return dataTable({
    id: 'on-aid',
    caption: { zh: '在保底数', en: 'On aid now' },
    columns: [
      { heading: { zh: '项目', en: 'Programme' } },
      { heading: { zh: '户', en: 'Households' }, numeric: true },
      { heading: { zh: '人', en: 'Persons' }, numeric: true },
      { heading: { zh: '月保障金额（元）', en: 'Monthly amount (CNY)' }, numeric: true },
    ],
    rows: facts.onAid.map((row) => [
      bothOf(programmeName(row.programme)),
      formatCount(row.households),
      formatCount(row.persons),
      formatYuan(row.totalFen),
    ]),
  });
}
