import { type SampleOffice, sampleOffice } from '@yangguang/server/operations/sample/test-sample-office';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Desk,
  type DeskHouse,
  expectAccessible,
  expectFits,
  openDesk,
  picture,
  settled,
} from './open-desk.ts';

// An inspector's day: an unannounced inspection, a sealed draw, opened on the spot, checked, compared.
let house: DeskHouse;
let office: SampleOffice;
let inspector: Desk;
let samplePath = '';

beforeAll(async () => {
  house = await openDesk();
  office = await sampleOffice(house.t);
  inspector = await house.sit('督查丁', [{ role: 'inspector', area: '3399' }]);
});
afterAll(async () => {
  await house?.close();
});

it('plans an inspection and draws, sealed: hashes at once, no household to anybody', async () => {
  const { page, go, faults } = inspector;
  await go('/inspections');
  await page.getByText('没有督查。').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '建立督查' }).click();
  const plan = page.getByRole('dialog', { name: '建立督查' });
  await plan.getByLabel('名称').fill('第一组');
  await plan.getByLabel('四不两直').check();
  await plan.getByRole('combobox').last().selectOption('339901');
  await plan.getByLabel('督查安排').fill('分两组入户');
  await plan.getByLabel('开始日期').fill('2026-11-23');
  await expectAccessible(page);
  await plan.getByRole('button', { name: '建立督查' }).click();
  await page.getByRole('heading', { level: 1, name: /第一组/ }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: '组队并抽样' }).click();

  await page.getByRole('checkbox', { name: /督查丁/ }).check();
  await page.getByRole('button', { name: '冻结名单并抽样' }).click();
  await page.getByRole('alert').getByText('督查组至少两人。').waitFor();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /督查甲/ }).check();
  await picture(page, 'sample-new-zh');
  await page.getByRole('button', { name: '冻结名单并抽样' }).click();
  await page.getByText('这次抽样密封着。').waitFor();
  samplePath = new URL(page.url()).pathname;
  await settled(page);
  expect(await page.getByText('随机种子').count()).toBe(1);
  expect(await page.locator('dd code').count()).toBeGreaterThan(2);
  expect(await page.getByText('张*').count()).toBe(0);
  await expectAccessible(page);
  await expectFits(page);
  await picture(page, 'sample-sealed-zh');
  expect(faults).toEqual([]);
});

it('shows nothing of a sealed draw to the inspected county', async () => {
  const county = await house.sit('县复核乙', [{ role: 'countyReviewer', area: '339901' }]);
  await county.go(samplePath);
  expect(await county.page.getByText('张*').count()).toBe(0);
  expect(await county.page.getByText('抽中名单').count()).toBe(0);
  expect(county.faults).toEqual([]);
});

it('opens on arrival, repeats the draw, arranges visits, compares and replaces by the order', async () => {
  const { page, go, faults } = inspector;
  await go(samplePath);
  await page.getByRole('button', { name: '到达并启封' }).click();
  const arrive = page.getByRole('dialog', { name: '到达并启封' });
  await arrive.getByLabel('启封地点').fill('东乡一村村委会');
  await arrive.getByRole('button', { name: '到达并启封' }).click();
  await page.getByText('张*').first().waitFor();
  await page.getByRole('button', { name: '重抽核对' }).click();
  await page.getByText('重抽结果与登记的名单一致').waitFor();

  await page.getByRole('button', { name: '安排复查' }).click();
  const assign = page.getByRole('dialog', { name: '安排复查' });
  await assign.getByRole('checkbox', { name: /督查甲/ }).check();
  await assign.getByRole('checkbox', { name: /督查乙/ }).check();
  await assign.getByRole('button', { name: '安排复查' }).click();
  await page.getByRole('link', { name: '打开复查' }).first().waitFor();
  await office.visited(await visits());
  await enterFirst();
  await replaceOne();
  await page.getByText('总差错率').waitFor();
  await settled(page);
  await picture(page, 'sample-open-zh');
  await expectAccessible(page);
  await expectFits(page);
  expect(faults).toEqual([]);
});

/** Ids of the second visits, from the links of the page. */
async function visits(): Promise<string[]> {
  const links = await inspector.page.getByRole('link', { name: '打开复查' }).all();
  const places = await Promise.all(links.map((link) => link.getAttribute('href')));
  return places.map((place) => place?.split('/').at(-1) ?? '');
}

async function enterFirst(): Promise<void> {
  const { page } = inspector;
  await page.getByRole('button', { name: '录入复查结果：第 1 户' }).click();
  const enter = page.getByRole('dialog', { name: /录入复查结果：第 1 户/ });
  await enter.getByLabel('停发').check();
  await enter.getByRole('button', { name: '录入复查结果' }).click();
  await page
    .getByRole('row', { name: /不一致/ })
    .first()
    .waitFor();
}

async function replaceOne(): Promise<void> {
  const { page } = inspector;
  const [button] = await page.getByRole('button', { name: /^递补第/ }).all();
  await button?.click();
  const replace = page.getByRole('dialog', { name: /递补第/ });
  await replace.getByLabel('原因').fill('全家外出，多次联系不上');
  await replace.getByRole('button', { name: '递补', exact: true }).click();
  await page.getByRole('row', { name: /已递补.*全家外出/ }).waitFor();
}

it('reads in English as well, and prints as a protocol', async () => {
  const { page, go, speak, faults } = inspector;
  for (const path of ['/inspections', '/samples', '/samples/new', samplePath]) {
    await go(path);
    await speak('en');
    await settled(page);
    await expectAccessible(page);
    await expectFits(page);
    await picture(page, `sample${path.slice(0, 14).replaceAll('/', '-')}-en`);
  }
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Inspected unit: ____').waitFor();
  expect(await page.getByRole('button', { name: 'Print the protocol' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await speak('zh');
  expect(faults).toEqual([]);
});
