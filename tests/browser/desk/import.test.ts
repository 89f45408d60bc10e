import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Worker } from '@yangguang/server/jobs/open-worker';
import { sql } from '@yangguang/store/sql';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoCounty, type Scratch, scratchFolder } from '../../story/checked-county.ts';
import { startReader } from '../../story/reading-office.ts';
import {
  type Desk,
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
} from './open-desk.ts';

// The clerk's morning: a folder in, a sheet mapped by hand, a row corrected, a dry run, leads entered.
const county = '371399';
const some = /农村低保花名册|202207|标准表|火化/;
const odd = '甲,乙,丙\n王小五,2022-03-05,西乡\n赵小六,2022-03-06,东乡\n';
const minutes = 60_000;
let house: DeskHouse;
let worker: Worker;
let scratch: Scratch;
let clerk: Desk;

beforeAll(async () => {
  scratch = scratchFolder();
  await demoCounty(scratch.path('七月'), 3, 300);
  const folder = scratch.path('七月');
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((one) => one.isFile());
  for (const { parentPath, name } of files) {
    const path = relative(folder, join(parentPath, name));
    if (!some.test(path)) rmSync(join(folder, path));
  }
  mkdirSync(join(folder, '某局'));
  writeFileSync(join(folder, '某局', '不明.csv'), odd);
  const lines = [
    '姓名,火化日期,火化单位,住址',
    ',2022-05-02,县殡仪馆,东乡一村',
    '钱多多,2022-05-03,县殡仪馆,西乡',
  ];
  writeFileSync(join(folder, '某局', '火化名单补报.csv'), `${lines.join('\n')}\n`);
  house = await openDesk();
  await house.t.office.db.asOwner((tx) =>
    tx.run(sql`insert into division (code, name, is_local) values ('37', '山东省', false), ('3713', '临沂市', false),
      (${county}, '沂青县', true)`),
  );
  worker = await startReader(house.t);
  clerk = await house.sit('王经办', [{ role: 'countyCaseworker', area: county }]);
}, 5 * minutes);
afterAll(async () => {
  await worker?.stop();
  await house?.close();
  scratch?.clean();
});

/** In both languages: no finding of axe, nothing sideways, and a picture to look at. */
async function look({ page, speak }: Desk, name: string): Promise<void> {
  for (const lang of ['en', 'zh'] as const) {
    await speak(lang);
    await settled(page);
    await expectFits(page);
    await picture(page, `import-${name}-${lang}`);
    await expectAccessible(page);
  }
}

const waitFor = (page: Page, state: string): Promise<void> =>
  page.locator('.page-lead .tag', { hasText: state }).waitFor({ timeout: 3 * minutes });

it(
  'a folder goes in by one choice, is read with its progress in sight, and every row is accounted for',
  async () => {
    const { page, go } = clerk;
    await go('/imports');
    await page.getByText('还没有导入过数据').waitFor();
    await look(clerk, 'empty');
    await page.getByRole('button', { name: '新建导入批次' }).click();
    const dialog = page.getByRole('dialog', { name: '新建导入批次' });
    await dialog.getByLabel('批次名称').fill('');
    await dialog.getByRole('button', { name: '建立批次' }).click();
    await dialog.getByRole('alert').getByText('请填写批次名称').waitFor();
    await dialog.getByLabel('批次名称').fill('2022年7月数据');
    await dialog.getByRole('button', { name: '建立批次' }).click();
    await page.getByRole('heading', { name: '2022年7月数据' }).waitFor();
    await page.locator('input[data-kind=folder]').setInputFiles(scratch.path('七月'));
    await page.getByRole('rowheader', { name: '某局/不明.csv' }).waitFor();
    await page.getByText(/^已上传 (\d+) \/ \1\s*$/).waitFor();
    await look(clerk, 'files');
    await page.getByRole('button', { name: '开始读取' }).click();
    await page.getByRole('progressbar').waitFor();
    await waitFor(page, '已导入');
    await page.getByText('1 张表没有认出').waitFor();
    await look(clerk, 'result');
    const [all, taken, aside, structure] = (await page.locator('p b').allTextContents())
      .filter((text) => /^\d+$/.test(text))
      .map(Number);
    expect(all).toBe((taken ?? 0) + (aside ?? 0) + (structure ?? 0));
    expect(clerk.faults).toEqual([]);
  },
  5 * minutes,
);

it(
  'a sheet that was not recognised is mapped by hand, refused where that does not hold, and read as said',
  async () => {
    const { page } = clerk;
    await page.getByRole('link', { name: '预览与对应：某局/不明.csv' }).click();
    await page.getByText('没有认出表头').waitFor();
    await page.getByLabel('这张表是').selectOption('cremation');
    await page.getByLabel('表头在第几行').fill('1');
    await page.getByLabel('“A”对应到').selectOption('name');
    await page.getByLabel('“B”对应到').selectOption('name');
    await page.getByRole('button', { name: '保存并重新读取' }).click();
    await page.getByRole('alert').getByText('同一列数据不能由两个表头提供').waitFor();
    await look(clerk, 'mapping');
    await page.getByLabel('“B”对应到').selectOption('cremated_on');
    await page.getByLabel('“C”对应到').selectOption('address');
    await page.getByLabel('事由').fill('与某局电话确认，是火化名单');
    await page.getByRole('button', { name: '保存并重新读取' }).click();
    await page.getByRole('heading', { name: '2022年7月数据' }).waitFor();
    await page.getByText('张表没有认出').waitFor({ state: 'detached', timeout: 3 * minutes });
    await waitFor(page, '已导入');
    await page.getByRole('link', { name: '预览与对应：某局/不明.csv' }).click();
    await page.getByText('王经办 于').waitFor();
    await page.goBack();
    expect(clerk.faults).toEqual([]);
  },
  5 * minutes,
);

it(
  'a row set aside is corrected in place, and what is still wrong stays listed',
  async () => {
    const { page } = clerk;
    await page.getByRole('link', { name: '有问题的行', exact: true }).click();
    await page.getByText('第 2 行').first().waitFor();
    await look(clerk, 'rows-masked');
    await page.getByRole('button', { name: '查看完整内容并更正' }).click();
    await page.getByLabel('第 2 行 A 姓名').fill('孙大圣');
    await page.getByLabel('事由').fill('与殡仪馆核对');
    await look(clerk, 'rows-editing');
    await page.getByRole('button', { name: '保存并重新读取' }).click();
    await page.getByRole('heading', { name: '2022年7月数据' }).waitFor();
    await waitFor(page, '读取中');
    await waitFor(page, '已导入');
    await page.getByRole('link', { name: '有问题的行', exact: true }).click();
    await settled(page);
    expect(await page.getByText('孙').count()).toBe(0);
    await page.getByRole('link', { name: '文件与经过' }).click();
    await page.getByText('事由：与殡仪馆核对').waitFor();
    await page.getByText('更正 1 个单元格').waitFor();
    await look(clerk, 'history');
    expect(clerk.faults).toEqual([]);
  },
  5 * minutes,
);

it(
  'a batch in which nothing was recognised says why, sheet by sheet, and the same file again says when',
  async () => {
    const { page, go } = clerk;
    const folder = scratch.path('坏文件');
    mkdirSync(folder);
    writeFileSync(join(folder, '坏.xlsx'), 'PK\u0003\u0004 this was a workbook once');
    writeFileSync(join(folder, '再报.csv'), odd);
    await go('/imports');
    await page.getByRole('button', { name: '新建导入批次' }).click();
    await page.getByRole('dialog').getByLabel('批次名称').fill('读不出的一批');
    await page.getByRole('dialog').getByRole('button', { name: '建立批次' }).click();
    await page.getByRole('heading', { name: '读不出的一批' }).waitFor();
    await page.locator('input[data-kind=folder]').setInputFiles(folder);
    await page.getByText(/这个文件 .* 已导入过（批次“2022年7月数据”）/).waitFor();
    await page.getByRole('button', { name: '开始读取' }).click();
    await waitFor(page, '未成功');
    await page.getByText('没有识别出任何数据').waitFor();
    await page.locator('details', { hasText: '提醒' }).first().locator('summary').click();
    await page.getByText(/IMP-1\d\d/).waitFor();
    await look(clerk, 'failed');
    expect(clerk.faults).toEqual([]);
  },
  3 * minutes,
);

it(
  'data quality adds up, and what each missing list would enable is told before any run',
  async () => {
    const { page, go } = clerk;
    await go('/imports/quality');
    await page.getByRole('table', { name: '按批次' }).waitFor();
    expect(await page.getByText('对不上').count()).toBe(0);
    await look(clerk, 'quality');
    await go('/imports/coverage');
    await page.getByRole('table', { name: '还缺的资料：表格' }).waitFor();
    await look(clerk, 'coverage');
    expect(clerk.faults).toEqual([]);
  },
  2 * minutes,
);

it(
  'a dry run counts and enters nothing; its leads enter at the clerk’s word and open from their numbers',
  async () => {
    const { page, go } = clerk;
    await go('/runs');
    await page.getByText('还没有核查过').waitFor();
    await page.getByRole('link', { name: '新的试运行' }).click();
    await page.getByRole('button', { name: '开始试运行' }).click();
    await page.getByRole('alert').getByText('请至少选一个批次').waitFor();
    await page.getByLabel('2022年7月数据').check();
    await page.getByText(/现有资料可运行 \d+ 条/).waitFor();
    await look(clerk, 'new-run');
    await page.getByRole('button', { name: '开始试运行' }).click();
    await waitFor(page, '已完成');
    await page.getByText('试运行没有写入任何疑点').waitFor();
    await look(clerk, 'dry-run');
    const count = async (): Promise<number> =>
      (
        await house.t.office.db.asOwner((tx) =>
          tx.get<{ n: number }>(sql`select count(*)::integer as n from lead`),
        )
      ).n;
    expect(await count()).toBe(0);
    await page.getByRole('button', { name: '写入这些疑点' }).click();
    await page
      .getByRole('dialog', { name: '写入疑点' })
      .getByRole('button', { name: '写入这些疑点' })
      .click();
    await page.locator('.page-lead .tag', { hasText: '写入疑点' }).waitFor();
    await waitFor(page, '已完成');
    await look(clerk, 'run');
    const entered = Number(
      await page
        .getByRole('row', { name: /^新疑点/ })
        .getByRole('cell')
        .textContent(),
    );
    expect(entered).toBeGreaterThan(0);
    expect(await count()).toBe(entered);
    await page.getByRole('link', { name: '去研判和派发' }).click();
    await page.waitForURL(/\/leads/);
    await settled(page);
    expect(clerk.faults).toEqual([]);
  },
  5 * minutes,
);

it(
  'the batch is taken back with its reason, and says what follows',
  async () => {
    const { page, go } = clerk;
    await go('/imports');
    await page.getByRole('link', { name: '2022年7月数据' }).click();
    await page.getByRole('button', { name: '撤销本批' }).click();
    const dialog = page.getByRole('dialog', { name: '撤销批次' });
    await dialog.getByText(/疑点还有 \d+ 条未办结/).waitFor();
    await dialog.getByRole('button', { name: '撤销本批' }).click();
    await dialog.getByText('请写明事由').waitFor();
    await dialog.getByLabel('事由').fill('部门来函更正，将重新报送');
    await dialog.getByRole('button', { name: '撤销本批' }).click();
    await waitFor(page, '已撤销');
    await page.getByText('王经办 于').waitFor();
    await look(clerk, 'revoked');
    expect(clerk.faults).toEqual([]);
  },
  2 * minutes,
);

it(
  'somebody who may only look sees no way to change anything, and somebody below the county is told why',
  async () => {
    const phone = { width: 390, height: 800 };
    const reader = await house.sit('李复核', [{ role: 'countyReviewer', area: county }], phone);
    const { page, go } = reader;
    await go('/imports');
    await page.getByText('您的职务不能导入数据').waitFor();
    await expectFits(page);
    await page.getByRole('link', { name: '读不出的一批' }).click();
    await page.getByText('没有识别出任何数据').waitFor();
    expect(await page.getByRole('button', { name: /重新读取|撤销本批/ }).count()).toBe(0);
    await expectFits(page);
    await page.getByRole('link', { name: '预览与对应：坏文件/再报.csv' }).click();
    await page.getByText('您的职务不能更改对应关系').waitFor();
    await expectFits(page);
    await go('/runs');
    await page.getByRole('row', { name: '试运行' }).getByRole('link').click();
    await page.getByText('您的职务不能开始核查').waitFor();
    await expectFits(page);
    await go('/runs/new');
    expect(await page.getByRole('button', { name: '开始试运行' }).count()).toBe(0);
    const town = await house.sit('张镇长', [{ role: 'townLead', area: `${county}001` }]);
    await town.go('/imports/quality');
    await town.page.getByText('您的职务不覆盖整个县').waitFor();
    expect([...reader.faults, ...town.faults]).toEqual([]);
  },
  2 * minutes,
);
