import { listOperations } from '@yangguang/contract/all';
import { refusalsOf } from '@yangguang/contract/api-refusals';
import type { Operation } from '@yangguang/contract/operation';
import { nounTitles } from '@yangguang/contract/noun-titles';
import { escapeHtml as e } from './escape-html.ts';
import { pageFrame } from './page-frame.ts';

/** The API's own page: what may be asked, of whom, and what may be refused. Made from the contract alone. */
export function apiPage(version: string): string {
  const operations = listOperations();
  const nouns = [...new Set(operations.map(({ name }) => name.split('.')[0] ?? ''))];
  const sections = nouns.map((noun) =>
    section(
      noun,
      operations.filter(({ name }) => name.startsWith(`${noun}.`)),
    ),
  );
  return pageFrame(
    { zh: '阳光救助 · 接口', en: 'Yangguang API' },
    `<header>
<p class="mark" aria-hidden="true">阳光</p>
<div>
<h1>阳光救助 <span lang="en">Yangguang</span></h1>
<p>社会救助专项整治工作台的接口：共 ${operations.length} 项操作，版本 ${e(version)}。</p>
<p lang="en">The interface of the workbench for the special rectification of social assistance: ${operations.length} operations.</p>
<p class="links"><a href="/openapi.json">OpenAPI 3.1</a> <a href="/algorithms">密码算法 <span lang="en">Algorithms</span></a></p>
</div>
</header>
<nav aria-label="目录 Contents"><ul>${nouns.map(navItem).join('')}</ul></nav>
<main>
${sections.join('\n')}
</main>
<footer><p>每个操作都可能因输入、登录或权限被拒绝；拒绝用固定编号，说明原因和办法。</p>
<p lang="en">Any operation may refuse for its input, the session or the permission; every refusal has a permanent code and says why and what to do.</p></footer>`,
  );
}

function navItem(noun: string): string {
  const title = nounTitles[noun] ?? { zh: noun, en: noun };
  return `<li><a href="#${e(noun)}">${e(title.zh)} <span lang="en">${e(title.en)}</span></a></li>`;
}

function section(noun: string, operations: readonly { name: string; operation: Operation }[]): string {
  const title = nounTitles[noun] ?? { zh: noun, en: noun };
  return `<section id="${e(noun)}" aria-labelledby="${e(noun)}-title">
<h2 id="${e(noun)}-title">${e(title.zh)} <span lang="en">${e(title.en)}</span></h2>
${operations.map(article).join('\n')}
</section>`;
}

function article({ name, operation }: { name: string; operation: Operation }): string {
  const { title, about, method, path, may } = operation;
  return `<article id="${e(name)}">
<h3>${e(title.zh)} <span lang="en">${e(title.en)}</span></h3>
<p class="path"><span class="method ${method.toLowerCase()}">${method}</span> <code>/api${e(path)}</code></p>
<p>${e(about.zh)}</p>
<p lang="en">${e(about.en)}</p>
<dl>
<div><dt>权限 <span lang="en">permission</span></dt><dd>${may === null ? '无需登录 <span lang="en">no session needed</span>' : `<code>${e(may)}</code>`}</dd></div>
<div><dt>拒绝 <span lang="en">refusals</span></dt><dd>${refusalsOf(operation)
    .map((code) => `<code>${e(code)}</code>`)
    .join(' ')}</dd></div>
</dl>
</article>`;
}
