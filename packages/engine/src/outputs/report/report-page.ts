import { createHash } from 'node:crypto';
import type { RunMeta } from '../../run/run-meta.ts';
import { both, bothOf, type Html, html, trusted } from './html.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import type { ReportFacts } from './report-facts.ts';
import { dataQualitySection } from './sections/data-quality.ts';
import { firstLeadsSection } from './sections/first-leads.ts';
import { gapsSection } from './sections/gaps.ts';
import { manualSection } from './sections/manual.ts';
import { moneySection } from './sections/money.ts';
import { overviewSection } from './sections/overview.ts';
import { rulesSection } from './sections/rules.ts';
import { townsSection } from './sections/towns.ts';

const contents = [
  { id: 'overview', zh: '总览', en: 'Overview' },
  { id: 'rules', zh: '按规则', en: 'By rule' },
  { id: 'towns', zh: '按乡镇', en: 'By town' },
  { id: 'money', zh: '金额', en: 'Money' },
  { id: 'first', zh: '先看这些', en: 'Look at these first' },
  { id: 'data', zh: '数据质量', en: 'Data quality' },
  { id: 'gaps', zh: '没有运行的规则', en: 'Rules that did not run' },
  { id: 'numbers', zh: '待填数字', en: 'Numbers to fill in' },
  { id: 'manual', zh: '规则说明', en: 'The rules' },
] as const;

/**
 * The whole of 报告.html as text. Self-contained: a Content-Security-Policy forbids every request and every
 * script and style but the two inlined here, named by their hashes.
 */
export function reportPage(facts: ReportFacts, meta: RunMeta): string {
  const zh = `${meta.regionName}社会救助数据核对报告`;
  const en = `Social assistance data check · ${meta.regionName}`;
  const page = html`<!DOCTYPE html>
<html lang="${meta.lang === 'en' ? 'en' : 'zh-CN'}" data-lang="${meta.lang}" data-title-zh="${zh}" data-title-en="${en}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(pageStyle)}'; script-src '${hashOf(pageScript)}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${meta.lang === 'en' ? en : zh}</title>
<link rel="icon" href="data:,">
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">${both('跳到正文', 'Skip to content')}</a>
${masthead(meta, zh, en)}
<div class="layout">
<div class="contents"><nav aria-labelledby="contents-title"><h2 id="contents-title" hidden>${both('目录', 'Contents')}</h2><ul>${contents.map(
    (entry) => html`<li><a href="#${entry.id}">${bothOf(entry)}</a></li>`,
  )}</ul></nav></div>
<main id="main" tabindex="-1">
${overviewSection(facts, meta)}
${rulesSection(facts)}
${townsSection(facts)}
${moneySection(facts)}
${firstLeadsSection(facts)}
${dataQualitySection(facts, meta)}
${gapsSection(meta)}
${manualSection(meta)}
</main>
</div>
<footer>${both(
    '本页不含身份证号，姓名只留姓；不联网，可离线打开。数字由原始文件自动计算，未经人工修改。',
    'This page holds no ID number and masks names. It makes no network request. Every number was computed from the files sent, none was typed.',
  )}</footer>
<script>${trusted(pageScript)}</script>
</body>
</html>
`;
  return page.html;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function masthead(meta: RunMeta, zh: string, en: string): Html {
  return html`<header class="masthead"><div class="masthead-inner">
<div class="bar-top"><p class="brand">阳光救助 · Yangguang</p>
<div class="tools"><div class="switch"><button type="button" data-set-lang="zh" lang="zh-CN" aria-pressed="${String(meta.lang === 'zh')}">中文</button><button type="button" data-set-lang="en" lang="en" aria-pressed="${String(meta.lang === 'en')}">English</button></div>
<button type="button" id="all-tables" aria-pressed="false">${both('全部以表格查看', 'View all as tables')}</button>
<button type="button" id="print">${both('打印本页', 'Print this page')}</button></div></div>
<h1>${both(zh, en)}</h1>
<dl class="run">
<div><dt>${both('数据时点', 'Data as of')}</dt><dd>${meta.asOf}<small>${bothOf(meta.asOfWhy)}</small></dd></div>
<div><dt>${both('地区', 'Region')}</dt><dd>${meta.regionName}${meta.regionName === meta.region ? '' : html` <span class="code">${meta.region}</span>`}</dd></div>
<div><dt>${both('政策包', 'Policy pack')}</dt><dd>${meta.packVersion}</dd></div>
<div><dt>${both('程序版本', 'Program version')}</dt><dd>${meta.engineVersion}</dd></div>
</dl>
<div class="principle" role="note"><strong>${both('疑点不是结论', 'A lead is never a verdict')}</strong><p>${both(
    '每条疑点都要先告知当事人、限期听取说明、入户核查，再由人作出决定并书面送达。不能凭本报告停发任何人的待遇。',
    'For every lead, first tell the person, allow time to answer and visit; then a person decides and delivers the reasons in writing. Nobody’s payment may be stopped on the strength of this report.',
  )}</p></div>
</div></header>`;
}
