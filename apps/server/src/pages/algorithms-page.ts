import type { Vault } from '@yangguang/store/vault';
import { algorithmsInUse } from '../operations/system/algorithms.ts';
import { escapeHtml as e } from './escape-html.ts';
import { pageFrame } from './page-frame.ts';

/** The algorithms in use, as a sheet to print for an inspection. */
export function algorithmsPage(vault: Pick<Vault, 'algorithms'>): string {
  const rows = algorithmsInUse(vault).map(
    ({ use, name }) =>
      `<tr><th scope="row">${e(use.zh)}<br><span lang="en">${e(use.en)}</span></th><td>${e(name)}</td></tr>`,
  );
  return pageFrame(
    { zh: '密码算法', en: 'Algorithms' },
    `<main class="sheet">
<h1>密码算法 <span lang="en">Algorithms</span></h1>
<p>本系统正在使用的密码算法。密钥由部署单位保管，不在本页。</p>
<p lang="en">The cryptographic algorithms this system uses. Keys are kept by the office and are not on this page.</p>
<table>
<thead><tr><th scope="col">用途 <span lang="en">Use</span></th><th scope="col">算法 <span lang="en">Algorithm</span></th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p class="links"><a href="/api">返回接口 <span lang="en">Back to the API</span></a></p>
</main>`,
  );
}
