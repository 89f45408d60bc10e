import { journalRoom } from '@yangguang/server/office/journal-room';
import { jobKinds } from '@yangguang/server/jobs/all';
import { openWorker, type Worker } from '@yangguang/server/jobs/open-worker';
import { checkPlace } from '@yangguang/server/jobs/start-work';
import { openLog } from '@yangguang/server/log/open-log';
import { enterLeads, type NewLead } from '@yangguang/store/lead/enter-leads';
import { sql } from '@yangguang/store/sql';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Desk,
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
  tabTo,
} from './open-desk.ts';

const county = { role: 'countyCaseworker', area: '339901' } as const;
const chief = { role: 'countyLead', area: '339901' } as const;
const other = { role: 'countyCaseworker', area: '339902' } as const;

let house: DeskHouse;
let worker: Worker;
beforeAll(async () => {
  house = await openDesk();
  const { office } = house.t;
  worker = await openWorker(
    office,
    jobKinds(office, checkPlace(office, { program: '', builtInPolicy: '' })),
    openLog('silent', { write: () => {} }),
    { times: { beatMs: 200, leaseMs: 10_000, pollMs: 200, backOffMs: 1000 } },
  );
  for (const [n, [region, head]] of places.entries()) await enter(n, region, head);
});
afterAll(async () => {
  await worker?.stop();
  await house?.close();
});

const places = [
  ['339901001001', '张一山'],
  ['339901001002', '李二河'],
  ['339901002001', '王三林'],
  ['339901002001', '赵四海'],
] as const;

/** A household with a serious lead and one that is to be looked at. */
async function enter(n: number, region: string, head: string): Promise<void> {
  const { office } = house.t;
  const home = office.newId();
  const lead = (serial: number, more: Partial<NewLead>): NewLead => ({
    id: `Q${n}-${serial}`,
    household_id: home,
    run_id: '00000000-0000-4000-8000-000000000001',
    ...{ rule: 'INC-01', family: 'INC', severity: 'serious', identity_tier: 'same', grade: 'lead' },
    ...{ subject_kind: 'person', subject_name: head, period: null },
    ...{ summary_zh: `${head}死亡后仍在领取。`, summary_en: `${head} was paid after death.` },
    ...{ is_restricted: false, region, programme: 'dibao_rural', amount_fen: 484_00n },
    ...{ pack_version: '1', rule_hash: 'h', campaignId: null, private: { subjectKey: `${head} ${serial}` } },
    facts: {
      rule: 'INC-01',
      identity: 'same',
      programme: 'dibao_rural',
      isKinCase: false,
      isComplaint: false,
    },
    ...more,
  });
  await office.db.asOwner((tx) =>
    tx.run(sql`insert into household (id, region, programme, head_name, updated_at)
      values (${home}, ${region}, 'dibao_rural', ${head}, now())`),
  );
  const leads = [lead(1, {}), lead(2, { rule: 'INC-02', severity: 'suspect', amount_fen: null })];
  await office.db.asOwner((tx) => enterLeads(tx, journalRoom(office), leads, office.now()));
}

const rowsIn = ({ page }: Desk) => page.getByRole('grid').getByRole('row');
const stateOf = async (): Promise<Record<string, number>> => {
  const rows = await house.t.office.db.asOwner((tx) =>
    tx.rows<{ state: string; n: number }>(
      sql`select state, count(*)::integer as n from matter where workflow = 'lead' group by 1`,
    ),
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

it('the county filters by keyboard, chooses, previews by town and dispatches, and sees what became of it', async () => {
  const desk = await house.sit('县办派发', [county]);
  const { page, go, faults } = desk;
  await go('/leads');
  await page.getByText('共 4 户、8 条').waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'queue-home-zh');
  await tabTo(page, '严重程度');
  await page.keyboard.press('Enter');
  await tabTo(page, '严重');
  await page.keyboard.press('Space');
  await page.getByText('共 4 户、4 条').waitFor();
  expect(new URL(page.url()).searchParams.get('filter')).toContain('severity:serious');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: '按条' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('共 4 条').waitFor();
  await settled(page);
  await tabTo(page, '疑点队列');
  for (const key of ['Space', 'j', 'x', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await page.getByText('已选 3 条').waitFor();
  await expectAccessible(page);
  await picture(page, 'queue-lead-chosen-zh');
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: '派发给乡镇' });
  await dialog.getByRole('button', { name: /派发 3 条/ }).waitFor();
  await expectAccessible(page);
  await picture(page, 'queue-dispatch-zh');
  await tabTo(page, /^派发 3 条/);
  await page.keyboard.press('Enter');
  await dialog.getByText('已派发 3 条').waitFor();
  expect(await stateOf()).toEqual({ new: 5, toVerify: 3 });
  await expectAccessible(page);
  await picture(page, 'queue-dispatched-zh');
  await tabTo(page, '完成');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await rowsIn(desk).getByText('待核查').count()).toBe(3);
  expect(faults).toEqual([]);
});

it('takes a step for many in English: what cannot be done is left, each with its reason', async () => {
  const desk = await house.sit('县办批量', [county], { lang: 'en' });
  const { page, go, faults } = desk;
  await go('/leads?by=lead');
  await page.getByText('8 leads').waitFor();
  await page.getByRole('checkbox', { name: 'Choose all leads of this filter' }).check();
  await page.getByRole('button', { name: 'Take a step…' }).click();
  const dialog = page.getByRole('dialog', { name: 'A step for many' });
  await dialog.getByLabel('Which step').selectOption({ label: 'Triage' });
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByText('5 can be done').waitFor();
  await dialog.getByText('3 cannot, and stay:').waitFor();
  await expectAccessible(page);
  await picture(page, 'queue-step-preview-en');
  await dialog.getByRole('button', { name: 'Triage: 5 leads' }).click();
  await dialog.getByText('5 done').waitFor();
  expect(await stateOf()).toEqual({ triaged: 5, toVerify: 3 });
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();
  expect(faults).toEqual([]);
});

it('keeps a view, finds it again as a tab, and drops what an address makes up', async () => {
  const desk = await house.sit('县办视图', [county]);
  const { page, go, faults } = desk;
  await go(`/leads?filter=${encodeURIComponent('["state:toVerify","name:张三","colour:red"]')}&by=lead&x=1`);
  await page.getByText('共 3 条').waitFor();
  expect(page.url()).not.toContain('colour');
  await page.getByRole('button', { name: '保存为视图' }).click();
  const dialog = page.getByRole('dialog', { name: '保存视图' });
  await dialog.getByRole('button', { name: '保存视图' }).click();
  await dialog.getByText('请写视图名称。').waitFor();
  await dialog.getByLabel(/视图名称/).fill('等乡镇核查');
  await expectAccessible(page);
  await picture(page, 'queue-view-zh');
  await dialog.getByRole('button', { name: '保存视图' }).click();
  await page.getByRole('link', { name: '等乡镇核查' }).waitFor();
  await page.getByRole('link', { name: '已办结' }).click();
  await page.getByText('没有符合筛选条件的疑点。').waitFor();
  await expectAccessible(page);
  await picture(page, 'queue-filtered-out-zh');
  await page.goBack();
  await page.getByText('共 3 条').waitFor();
  expect(faults).toEqual([]);
});

it('cuts by place from the tree, by keyboard, with the numbers of the filter', async () => {
  const { page, go, faults } = await house.sit('县办区划', [county]);
  await go('/leads');
  const tree = page.getByRole('tree', { name: '行政区划' });
  await tree.getByRole('treeitem', { name: '东乡，4 条' }).waitFor();
  await tree.focus();
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await tree.getByRole('treeitem', { name: '一村，2 条' }).waitFor();
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.getByText('共 1 户、2 条').waitFor();
  expect(new URL(page.url()).searchParams.get('filter')).toContain('town:339901001001');
  await expectAccessible(page);
  // All that the filter gives is dispatched by the filter itself.
  await page.getByRole('checkbox', { name: '选中筛选出的全部疑点' }).check();
  await page.getByText('已选筛选出的全部 2 条').waitFor();
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: /^派发 [12] 条给 1 个乡镇/ }).waitFor();
  await page.keyboard.press('Escape');
  // Into the household, into its lead, and back to the same place.
  await page.getByRole('treegrid').focus();
  for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.waitForURL(/\/leads\/[\da-f-]{36}\?filter=/);
  await page.goBack();
  await page.getByText('共 1 户、2 条').waitFor();
  expect(faults).toEqual([]);
});

it('says why there is nothing, why it failed, and why somebody may not', async () => {
  const empty = await house.sit('空县', [other]);
  await empty.go('/leads');
  await empty.page.getByText('还没有疑点。').waitFor();
  await expectAccessible(empty.page);
  await picture(empty.page, 'queue-empty-zh');
  const failing = await house.sit('断网', [county], { lang: 'en' });
  await failing.page.route('**/api/lead/outline**', (route) => route.abort());
  await failing.go('/leads');
  await failing.page.getByText('The server cannot be reached.').first().waitFor();
  await expectAccessible(failing.page);
  await picture(failing.page, 'queue-failing-en');
  const bank = await house.sit('银行', [{ role: 'bank', area: '339901' }]);
  await bank.go('/leads');
  await bank.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await bank.page.getByRole('treegrid').count()).toBe(0);
  await expectAccessible(bank.page);
});

it('lets who may export take the leads of the filter, masked unless a reason is given', async () => {
  const { page, go, faults } = await house.sit('县局负责人', [chief]);
  await go('/leads');
  await page.getByRole('button', { name: '导出…' }).click();
  const dialog = page.getByRole('dialog', { name: '导出疑点清单' });
  await dialog.getByRole('button', { name: '导出文件' }).click();
  await dialog.getByRole('alert').waitFor();
  await expectAccessible(page);
  await picture(page, 'queue-export-zh');
  await dialog.getByLabel(/^用途/).fill('向分管副县长汇报进展');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: '导出文件' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^疑点清单-.*\.xlsx$/);
  await page.getByText('文件已导出').waitFor();
  expect(faults).toEqual([]);
});

/** Leads entered by hand, as rows only: what scrolls is as many as it is. */
async function putMany(count: number): Promise<void> {
  await house.t.office.db.asOwner((tx) =>
    tx.run(sql`insert into matter (id, workflow, region, programme, title, state, version, severity, amount_fen, due_on,
        opened_at, changed_at)
      select gen_random_uuid(), 'lead', (array['339901001001', '339901001002', '339901002001'])[1 + i % 3], 'dibao_rural',
        '疑点' || i, 'new', 1, (array['serious', 'suspect', 'info'])[1 + i % 3], i * 100, date '2026-12-01' + i % 300, now(),
        now() from generate_series(1, ${count}::integer) as i`),
  );
  await house.t.office.db.asOwner((tx) => tx.run(sql`analyze matter`));
}

/** Scrolls through all of it in so many frames; how long each takes is measured in bench/desk.mjs. */
function scrollThrough(grid: Locator, frames: number): Promise<void> {
  return grid.evaluate(async (frame, count) => {
    const far = frame.scrollHeight - frame.clientHeight;
    for (let step = 1; step <= count; step += 1) {
      frame.scrollTop = (far * step) / count;
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, frames);
}

it('a hundred thousand leads scroll without a jerk, only what is in sight is fetched, and any row opens at once', async () => {
  await putMany(110_000);
  const { page, go, faults } = await house.sit('大县', [county]);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/lead/window')) asked.push(request.url());
  });
  await go('/leads?by=lead');
  await page.getByText('共 110008 条').waitFor();
  expect(asked).toHaveLength(1);
  const grid = page.getByRole('grid');
  await scrollThrough(grid, 400);
  // No window twice, however quick the way through.
  expect(new Set(asked).size).toBe(asked.length);
  await settled(page);
  const row = (index: number): Locator => grid.locator(`[aria-rowindex="${index + 2}"]`);
  await row(110_007).locator('a').waitFor();
  await grid.evaluate((frame) => {
    frame.scrollTop = 77_777 * 44;
  });
  await row(77_777).locator('a').waitFor();
  await picture(page, 'queue-many-zh');
  // Everything drawn is a window and a few: the rest of the hundred thousand is nowhere.
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  expect(await grid.getAttribute('aria-rowcount')).toBe('110009');
  await grid.focus();
  await page.keyboard.press('Home');
  await row(0).locator('a').waitFor();
  expect(faults).toEqual([]);
}, 240_000);
