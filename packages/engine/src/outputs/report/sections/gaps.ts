import type { RunMeta } from '../../../run/run-meta.ts';
import { dataTable } from '../data-table.ts';
import { both, bothOf, type Html, html } from '../html.ts';

/** What this run could not see: rules without their files, and local numbers that are still guesses. */
export function gapsSection(meta: RunMeta): Html {
  return html`<section id="gaps" aria-labelledby="gaps-title">
<h2 id="gaps-title">${both('没有运行的规则', 'Rules that did not run')}</h2>
${
  meta.silentRules.length === 0
    ? html`<p class="empty">${both('所有规则都运行了。', 'Every rule ran.')}</p>`
    : html`<p class="note">${both(
        '缺少文件的规则没有运行，不等于没有问题。要来这些文件，放进同一文件夹，再核对一次。',
        'A rule without its file did not run; that is not an all-clear. Add these files to the folder and check again.',
      )}</p>${silentTable(meta)}`
}
</section>
<section id="numbers" aria-labelledby="numbers-title">
<h2 id="numbers-title">${both('待填数字', 'Numbers to fill in')}</h2>
${
  meta.numbersToFill.length === 0
    ? html`<p class="empty">${both('本次用到的本地数字都有依据。', 'Every local number used here has its source.')}</p>`
    : html`<p class="note">${both(
        '这些本地数字没有依据文件，有关疑点最高只到“疑点”，并标“未核标准”。请按文件填写后重新核对。',
        'These local numbers have no source yet; leads that use them go no higher than “lead” and are marked 未核标准. Fill them in from the official documents and check again.',
      )}</p>${numbersTable(meta)}`
}
</section>`;
}

function silentTable(meta: RunMeta): Html {
  return dataTable({
    id: 'silent-data',
    caption: { zh: '没有运行的规则和所缺文件', en: 'Rules that did not run, and the files they need' },
    columns: [
      { heading: { zh: '规则', en: 'Rule' } },
      { heading: { zh: '还需要的文件', en: 'Files needed' } },
    ],
    rows: meta.silentRules.map((rule) => [
      html`<span class="code">${rule.rule}</span> ${both(rule.titleZh, rule.titleEn)}`,
      html`<ul class="plain">${rule.missing.map((table) => html`<li>${bothOf(table)}</li>`)}</ul>`,
    ]),
  });
}

function numbersTable(meta: RunMeta): Html {
  return dataTable({
    id: 'numbers-data',
    caption: { zh: '请本单位填写的数字', en: 'Numbers for your office to fill in' },
    columns: [
      { heading: { zh: '数字', en: 'Number' } },
      { heading: { zh: '参数名', en: 'Parameter' } },
      { heading: { zh: '为什么需要', en: 'Why it is needed' } },
    ],
    rows: meta.numbersToFill.map((number) => [
      bothOf({ zh: number.zh, en: number.en }),
      html`<code>${number.name}</code>`,
      bothOf(number.why),
    ]),
  });
}
