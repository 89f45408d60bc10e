/** The page's only style sheet, inlined and allowed by its hash. No fonts, no pictures: nothing is fetched. */
export const pageStyle = `
:root {
  color-scheme: light;
  --ink: #1b2430; --soft: #465362; --line: #d8d5cb; --faint: #eceae3; --paper: #f6f5f0; --card: #ffffff;
  --accent: #1d4d78; --inclusion: #35548c; --omission: #0f6b63; --other: #6b6257;
  --serious: #7d1f2b; --suspect: #bd6a1e; --info: #7b8ea2; --good: #1f6b3a;
  --sans: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", system-ui, sans-serif;
  --latin: "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", var(--sans);
  --serif: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", Georgia, serif;
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.65 var(--sans); }
html[data-lang="en"] body { font-family: var(--latin); }
html:not([data-lang="en"]) .en, html[data-lang="en"] .zh { display: none; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; top: 0; background: var(--card); padding: .6rem 1rem; z-index: 5; }
.skip:focus { left: 1rem; top: 1rem; }
h1, h2 { font-family: var(--serif); font-weight: 700; line-height: 1.3; }
h1 { font-size: clamp(1.55rem, 4.2vw, 2.15rem); margin: .15rem 0 .9rem; }
h2 { font-size: 1.35rem; margin: 0 0 .8rem; padding-bottom: .45rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.02rem; margin: 0; }
p { margin: 0 0 .8rem; max-width: 46rem; }
small { font-size: .84em; color: var(--soft); font-weight: 400; }
code, .code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .88em; }
.code { color: var(--accent); white-space: nowrap; }

.masthead { background: var(--card); border-bottom: 1px solid var(--line); border-top: 5px solid var(--accent); }
.masthead-inner, .layout { max-width: 82rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 2.5rem); }
.masthead-inner { padding-top: 1.3rem; padding-bottom: 1.5rem; }
.bar-top { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; justify-content: space-between; margin-bottom: 1rem; }
.brand { color: var(--soft); letter-spacing: .06em; font-size: .92rem; margin: 0; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; }
button { font: inherit; font-size: .9rem; color: var(--ink); background: var(--card); border: 1px solid #8b8779; border-radius: 4px; padding: .25rem .8rem; min-height: 2.25rem; cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
.switch { display: inline-flex; }
.switch button { border-radius: 0; }
.switch button:first-child { border-radius: 4px 0 0 4px; }
.switch button:last-child { border-radius: 0 4px 4px 0; border-left: 0; }
button[aria-pressed="true"], [role="tab"][aria-selected="true"] { background: var(--accent); border-color: var(--accent); color: #fff; }
.run { display: flex; flex-wrap: wrap; gap: .3rem 2.2rem; margin: 0 0 1.2rem; }
.run div { min-width: 0; }
.run dt { font-size: .84rem; color: var(--soft); }
.run dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.run dd small { display: block; max-width: 26rem; }
.principle { border-left: 5px solid var(--serious); background: #fbf4ef; padding: .85rem 1.1rem; max-width: 60rem; }
.principle strong { font-family: var(--serif); font-size: 1.15rem; display: block; }
.principle p { margin: .15rem 0 0; max-width: none; }

.layout { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; padding-top: 1.5rem; padding-bottom: 3rem; }
.contents ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .95rem; }
.contents a { display: inline-block; padding: .35rem 0; color: var(--ink); text-decoration: none; }
.contents a:hover { color: var(--accent); text-decoration: underline; }
@media (min-width: 68rem) {
  .layout { grid-template-columns: 11.5rem minmax(0, 1fr); gap: 3rem; padding-top: 2.2rem; }
  .contents nav { position: sticky; top: 1.5rem; }
  .contents ul { flex-direction: column; border-left: 1px solid var(--line); padding-left: 1rem; }
}
main > section { margin-bottom: 3rem; }
.lead-text { font-size: 1.16rem; line-height: 1.7; max-width: 50rem; }
.note, .hint { color: var(--soft); font-size: .93rem; }
.empty { background: var(--card); border: 1px dashed #a8a496; padding: .8rem 1rem; color: var(--soft); }
.sides { display: grid; gap: 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); margin: 1.2rem 0; }
.side { background: var(--card); border: 1px solid var(--line); border-top: 5px solid; padding: 1.1rem 1.3rem .6rem; }
.side-inclusion { border-top-color: var(--inclusion); }
.side-omission { border-top-color: var(--omission); }
.figure-number { font-family: var(--serif); font-size: 2.9rem; line-height: 1.15; font-weight: 700; margin: .3rem 0 .6rem; font-variant-numeric: tabular-nums; }
.side-inclusion .figure-number { color: var(--inclusion); }
.side-omission .figure-number { color: var(--omission); }
.unit { font: 400 1rem var(--sans); color: var(--soft); margin-left: .5rem; }
.facts { display: flex; flex-wrap: wrap; gap: .3rem 1.9rem; margin: 0 0 .7rem; }
.facts dt { font-size: .86rem; color: var(--soft); }
.facts dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
.severities { border-top: 1px solid var(--line); padding-top: .6rem; }
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .4em; }
.dot-serious { background: var(--serious); } .dot-suspect { background: var(--suspect); } .dot-info { background: var(--info); }
.asides { margin: 0 0 1.4rem; padding-left: 1.2rem; max-width: 52rem; }
.asides li { margin-bottom: .25rem; }

.pair { display: grid; gap: 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); align-items: start; }
.pair { grid-template-rows: auto 1fr; }
.pair > :first-child { grid-row: span 2; }
.figure { background: var(--card); border: 1px solid var(--line); padding: 1.1rem 1.2rem 1.2rem; min-width: 0; }
.figure-head { display: flex; justify-content: space-between; gap: 1rem; align-items: center; margin-bottom: .7rem; }
.tabs { display: none; flex: none; }
.scripted .tabs { display: inline-flex; }
.tabs button { border-radius: 0; min-height: 2rem; padding: .1rem .7rem; }
.tabs button + button { border-left: 0; }
[role="tabpanel"] + [role="tabpanel"] { margin-top: 1rem; }
.scripted [role="tabpanel"] + [role="tabpanel"] { margin-top: 0; }
[hidden] { display: none !important; }
.bars { list-style: none; margin: 0; padding: 0; }
.bars li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; margin-bottom: .7rem; font-size: .93rem; line-height: 1.45; }
.bar-label { overflow-wrap: anywhere; }
.bar-value { margin-left: auto; text-align: right; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; height: .8rem; margin-top: .2rem; flex-basis: 100%; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0 0 .8rem; padding: 0; font-size: .88rem; color: var(--soft); }
.swatch { width: .8em; height: .8em; margin-right: .4em; vertical-align: -.05em; }
.bar rect + rect { stroke: var(--card); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.tone-track { fill: var(--faint); }
.tone-serious { fill: var(--serious); } .tone-suspect { fill: var(--suspect); } .tone-info { fill: var(--info); }
.tone-inclusion { fill: var(--inclusion); } .tone-omission { fill: var(--omission); } .tone-other { fill: var(--other); }
.tone-taken { fill: #4f779f; } .tone-aside { fill: var(--suspect); } .tone-structure { fill: #a19c8c; }

.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); margin: 0 0 1.2rem; }
.figure .scroll { border: 0; margin: 0; }
table { border-collapse: collapse; width: 100%; font-size: .91rem; }
caption { text-align: left; padding: .6rem .8rem; font-weight: 600; }
th, td { min-width: 5.5rem; padding: .45rem .8rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: #f1efe8; font-weight: 600; font-size: .86rem; white-space: nowrap; }
tbody th { font-weight: 400; min-width: 7rem; }
@media (max-width: 40rem) { th, td { padding-inline: .5rem; min-width: 4.5rem; } }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--ink); }
.number { text-align: right; min-width: 0; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tag { white-space: nowrap; border-left: .7em solid; padding-left: .45em; }
.tag-serious { border-left-color: var(--serious); } .tag-suspect { border-left-color: var(--suspect); } .tag-info { border-left-color: var(--info); }
.ok { color: var(--good); white-space: nowrap; } .bad { color: var(--serious); font-weight: 700; white-space: nowrap; }
.plain { list-style: none; margin: 0; padding: 0; }
.notes dt { font-weight: 600; overflow-wrap: anywhere; } .notes dd { margin: 0 0 .3rem 1rem; }
section > h3 { margin: 1.6rem 0 .6rem; }
.figure > h3 { margin: 0 0 .7rem; }
.pair, .figure { margin-bottom: 1.2rem; }
.pair .figure { margin-bottom: 0; }
details { background: var(--card); border: 1px solid var(--line); border-bottom: 0; }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: .6rem 1rem; cursor: pointer; }
.manual { margin: 0; padding: .2rem 1rem 1rem; max-width: 54rem; }
.manual dt { font-size: .86rem; color: var(--soft); margin-top: .6rem; }
.manual dd { margin: 0; white-space: pre-line; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; padding: 1.2rem 0 2.5rem; max-width: 82rem; margin: 0 auto; padding-inline: clamp(1rem, 3vw, 2.5rem); }

@page { size: A4; margin: 16mm 14mm; }
@media print {
  body { background: #fff; font-size: 10.5pt; }
  .skip, .tools, .contents, .tabs, .scripted .tabs { display: none !important; }
  .masthead { border-top: 0; }
  .masthead-inner, .layout, footer { padding: 0; max-width: none; }
  .layout { display: block; }
  .sides { grid-template-columns: 1fr 1fr; }
  .pair { display: block; }
  .pair .figure { margin-bottom: 5mm; }
  h2, h3, .figure-head, .legend, caption { break-after: avoid; }
  .bars li, tr, .side, .principle { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  table { font-size: 9pt; } th, td { padding: 1mm 1.5mm; } thead th { white-space: normal; }
  a { color: inherit; text-decoration: none; }
  svg, .dot, .tag, .principle, .side { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
