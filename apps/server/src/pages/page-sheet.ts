/** The one style sheet of the pages: system fonts with Chinese first, readable from 320 px to a wide desk, printable. */
export const pageSheet = `:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #1d2320; --soft: #55605a; --line: #dcdcd2; --card: #ffffff;
  --accent: #9a3412; --get: #14532d; --get-back: #dff3e4; --post: #7c2d12; --post-back: #fde8d8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171a18; --ink: #eceee9; --soft: #aeb8b1; --line: #353b37; --card: #1f2421;
    --accent: #fdba74; --get: #bbf7d0; --get-back: #14432a; --post: #fed7aa; --post-back: #5b2409;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 76rem;
  background: var(--paper); color: var(--ink);
  font: 16px/1.65 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
}
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code { font: .9em/1.4 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
[lang=en] { color: var(--soft); }
h1 span, h2 span, h3 span { font-weight: 400; font-size: .8em; }
header { display: flex; gap: 1.25rem; align-items: center; padding: 2rem 0 1.25rem; }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 0 0 .25rem; }
.mark {
  flex: none; width: 4.5rem; height: 4.5rem; margin: 0; border-radius: 50%;
  display: grid; place-items: center; background: #9a3412; color: #fff; font-weight: 700; font-size: 1.3rem;
}
.links a { margin-right: 1rem; }
nav { position: sticky; top: 0; background: var(--paper); border-block: 1px solid var(--line); z-index: 1; }
nav ul { display: flex; gap: .25rem 1.25rem; margin: 0; padding: .6rem 0; list-style: none; overflow-x: auto; white-space: nowrap; }
section { scroll-margin-top: 4rem; }
h2 { font-size: 1.3rem; margin: 2.25rem 0 .75rem; }
article {
  background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: 1rem 1.25rem; margin: .75rem 0; scroll-margin-top: 4rem;
}
h3 { font-size: 1.05rem; margin: 0 0 .35rem; }
.path { margin-bottom: .5rem; }
.method { font: 700 .8rem/1 ui-monospace, monospace; padding: .25em .55em; border-radius: .3em; }
.get { color: var(--get); background: var(--get-back); }
.post { color: var(--post); background: var(--post-back); }
dl { margin: .6rem 0 0; font-size: .92rem; }
dl div { display: flex; gap: .75rem; padding: .2rem 0; border-top: 1px dashed var(--line); }
dt { flex: 0 0 9.5rem; }
dd { margin: 0; }
dd code { display: inline-block; margin-right: .6em; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .92rem; }
.sheet { padding-top: 2rem; }
table { border-collapse: collapse; width: 100%; margin: 1.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .6rem .75rem; border: 1px solid var(--line); overflow-wrap: anywhere; }
tbody th { font-weight: 600; }
tbody th span { font-weight: 400; }
@media (max-width: 40rem) {
  header { align-items: flex-start; gap: .9rem; padding-top: 1.25rem; }
  .mark { width: 3.2rem; height: 3.2rem; font-size: .95rem; }
  dl div { display: block; }
  article { padding: .85rem .9rem; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --card: #fff; --line: #999; --accent: #000; }
  nav, .links { display: none; }
  article { break-inside: avoid; }
}
`;
