import { createHash } from 'node:crypto';
import { both, bothOf, type Html, html, trusted } from '../../outputs/report/html.ts';
import { formatCount } from '../../outputs/report/format-count.ts';
import { pageScript } from '../../outputs/report/page-script.ts';
import { pageStyle } from '../../outputs/report/page-style.ts';
import type { LinkReport } from './link-report.ts';
import { linkPageStyle } from './link-page-style.ts';
import { pairsSection } from './pairs-section.ts';
import { phasesSection, rulesSection } from './rules-section.ts';
import { scoresSection, unlinkableSection } from './scores-section.ts';
import { percentOf, shownValue } from './show-value.ts';
import { weightsSection } from './weights-section.ts';

const contents = [
  { id: 'overview', zh: '总览', en: 'Overview' },
  { id: 'weights', zh: '各项证据的分量', en: 'What each piece of evidence weighs' },
  { id: 'scores', zh: '得分的分布', en: 'Distribution of scores' },
  { id: 'unlinkable', zh: '认不出的记录', en: 'Records that cannot be recognised' },
  { id: 'rules', zh: '分组规则', en: 'Blocking rules' },
  { id: 'pairs', zh: '抽看的记录对', en: 'Sampled pairs' },
  { id: 'phases', zh: '用时', en: 'Time' },
] as const;

/**
 * The report of a linkage as one page. Self-contained: a Content-Security-Policy forbids every request and every script
 * and style but the two inlined here, named by their hashes. Identity numbers are masked.
 * @param lang the language it opens in; the page has both
 */
export function linkPage(report: LinkReport, lang: 'zh' | 'en'): string {
  const style = pageStyle + linkPageStyle;
  const names = [report.left.name, report.right?.name].flatMap((name) =>
    name === undefined ? [] : [shownValue(name)],
  );
  const zh = `比对报告：${names.join(' × ')}`;
  const en = `Linkage report: ${names.join(' × ')}`;
  return html`<!DOCTYPE html>
<html lang="${lang === 'en' ? 'en' : 'zh-CN'}" data-lang="${lang}" data-title-zh="${zh}" data-title-en="${en}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(pageScript)}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${lang === 'en' ? en : zh}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">${both('跳到正文', 'Skip to content')}</a>
${masthead(report, lang, { zh, en })}
<div class="layout">
<div class="contents"><nav aria-labelledby="contents-title"><h2 id="contents-title" hidden>${both('目录', 'Contents')}</h2><ul>${contents.map(
    (entry) => html`<li><a href="#${entry.id}">${bothOf(entry)}</a></li>`,
  )}</ul></nav></div>
<main id="main" tabindex="-1">
${overview(report)}
${weightsSection(report)}
${scoresSection(report)}
${unlinkableSection(report)}
${rulesSection(report)}
${pairsSection(report)}
${phasesSection(report)}
</main>
</div>
<footer>${both(
    '本页不联网，可离线打开；身份证号已遮盖中间各位，其余内容含个人信息，请妥善保管。',
    'This page makes no network request. Identity numbers are masked; the rest holds personal data: keep it safe.',
  )}</footer>
<script>${trusted(pageScript)}</script>
</body>
</html>
`.html;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function masthead(
  report: LinkReport,
  lang: 'zh' | 'en',
  title: { readonly zh: string; readonly en: string },
): Html {
  return html`<header class="masthead"><div class="masthead-inner">
<div class="bar-top"><p class="brand">阳光救助 · Yangguang</p>
<div class="tools"><div class="switch"><button type="button" data-set-lang="zh" lang="zh-CN" aria-pressed="${String(lang === 'zh')}">中文</button><button type="button" data-set-lang="en" lang="en" aria-pressed="${String(lang === 'en')}">English</button></div>
<button type="button" id="all-tables" aria-pressed="false">${both('全部以表格查看', 'View all as tables')}</button>
<button type="button" id="print">${both('打印本页', 'Print this page')}</button></div></div>
<h1>${both(title.zh, title.en)}</h1>
<dl class="run">
${[report.left, report.right].map((side) =>
  side === null
    ? html``
    : html`<div><dt>${shownValue(side.name)}</dt><dd>${both(`${formatCount(side.records)} 条记录`, `${formatCount(side.records)} records`)}</dd></div>`,
)}
<div><dt>${both('模型', 'Model')}</dt><dd>${report.model === 'none' ? both('从数据学习', 'learnt from the data') : report.model}</dd></div>
<div><dt>${both('算作一对的概率', 'Counts as a link from')}</dt><dd>${percentOf(report.threshold)}</dd></div>
<div><dt>${both('称“同一人”的概率', 'Called one person from')}</dt><dd>${percentOf(report.same)}</dd></div>
</dl>
<div class="principle" role="note"><strong>${both('比对结果不是结论', 'A match is never a verdict')}</strong><p>${both(
    '“疑似同一人”要先核对身份；任何一对都可以由人判断，人的判断永远优先。',
    'A likely match is checked with the person first. People may judge any pair, and their judgement always comes first.',
  )}</p></div>
</div></header>`;
}

function overview(report: LinkReport): Html {
  const { links, compared, ties, clusters, prior } = report;
  const facts = [
    { zh: '比较的对数', en: 'Pairs compared', value: formatCount(compared) },
    { zh: '同一人', en: 'One person', value: formatCount(links.same) },
    { zh: '疑似同一人', en: 'Likely one person', value: formatCount(links.likely) },
    ...(clusters === null ? [] : [{ zh: '归为人数', en: 'People in all', value: formatCount(clusters) }]),
    { zh: '不分上下，留给人判断', en: 'Ties left to people', value: formatCount(ties) },
    { zh: '任取一对是同一人的机会', en: 'Chance that any pair is one person', value: oneIn(prior) },
  ];
  return html`<section id="overview" aria-labelledby="overview-title"><h2 id="overview-title">${both('总览', 'Overview')}</h2>
<dl class="facts">${facts.map((fact) => html`<div><dt>${bothOf(fact)}</dt><dd>${fact.value}</dd></div>`)}</dl></section>`;
}

const oneIn = (prior: number): string => (prior > 0 ? `1 : ${formatCount(Math.round(1 / prior))}` : '0');
