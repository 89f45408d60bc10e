import type { RuleManual, RunMeta } from '../../../run/run-meta.ts';
import { formatCount } from '../format-count.ts';
import { both, bothOf, type Html, html } from '../html.ts';

/** What each rule looks for, why it may be wrong and how to check: to be opened one by one. */
export function manualSection(meta: RunMeta): Html {
  return html`<section id="manual" aria-labelledby="manual-title">
<h2 id="manual-title">${both('规则说明', 'The rules')}</h2>
<p class="note">${both(
    '每条规则查什么、为什么可能是误报、怎样核实。点开查看。',
    'What each rule looks for, why it may be mistaken and how to check. Open one to read.',
  )}</p>
${meta.rules.map(ruleDetails)}
</section>`;
}

function ruleDetails(rule: RuleManual): Html {
  return html`<details id="rule-${rule.rule}"><summary><span class="code">${rule.rule}</span> ${both(rule.titleZh, rule.titleEn)} <small>${both(`命中 ${formatCount(rule.hits)}`, `hits ${formatCount(rule.hits)}`)}</small></summary>
<dl class="manual">
<div><dt>${both('查什么', 'Looks for')}</dt><dd>${bothOf(rule.what)}</dd></div>
${rule.innocent.length === 0 ? '' : html`<div><dt>${both('为什么可能是误报', 'Why it may be innocent')}</dt><dd><ul class="plain">${rule.innocent.map((one) => html`<li>${bothOf(one)}</li>`)}</ul></dd></div>`}
<div><dt>${both('怎样核实', 'How to check')}</dt><dd>${bothOf(rule.verify)}</dd></div>
${rule.basis.length === 0 ? '' : html`<div><dt>${both('依据', 'Basis')}</dt><dd><ul class="plain" lang="zh-CN">${rule.basis.map((one) => html`<li>${one}</li>`)}</ul></dd></div>`}
${rule.parameters.length === 0 ? '' : html`<div><dt>${both('参数', 'Parameters')}</dt><dd><ul class="plain">${rule.parameters.map((one) => html`<li><code>${one.name}</code> = ${one.value}</li>`)}</ul></dd></div>`}
</dl></details>`;
}
