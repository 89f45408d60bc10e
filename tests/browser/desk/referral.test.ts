import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContent } from '@yangguang/store/referral/sealed-content';
import { makeReceiverKey } from '@yangguang/store/referral/receiver-key';
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

// The discipline liaison's package: a clue by its number, sealed to the receiver, its slip; nothing of it anywhere else.
const area = '339901';
const secret = '村主任欧阳某截留供养金事实';
let house: DeskHouse;
let security: Desk;
let liaison: Desk;
let chief: Desk;
let path = '';
let publicKey = '';
let privateKey = '';

beforeAll(async () => {
  house = await openDesk();
  security = await house.sit('安保密', [{ role: 'securityAdmin', area }]);
  liaison = await house.sit('纪联络', [{ role: 'disciplineLiaison', area }]);
  chief = await house.sit('张局长', [{ role: 'countyLead', area }]);
  const { key, privatePem } = await makeReceiverKey();
  publicKey = JSON.stringify(key.jwk);
  privateKey = privatePem;
});
afterAll(async () => {
  await house?.close();
});

it('security registers the public key of the receiver and compares its fingerprint; a private key is refused', async () => {
  const { page, go, faults } = security;
  await go('/admin/referral-keys');
  await page.getByRole('button', { name: '登记公钥' }).click();
  const dialog = page.getByRole('dialog', { name: '登记公钥' });
  await dialog.getByLabel('接收机关').fill('甲县纪委监委');
  await dialog.getByLabel('公钥（JWK）').fill('这不是公钥');
  await dialog.getByText('这不是公钥文件的内容').waitFor();
  await dialog.getByLabel('公钥（JWK）').fill(JSON.stringify({ ...JSON.parse(publicKey), d: 'AAAA' }));
  await dialog.getByRole('button', { name: '登记公钥' }).click();
  await dialog.getByRole('alert').getByText('SEAL-101').waitFor();
  await dialog.getByLabel('公钥（JWK）').fill(publicKey);
  await dialog.getByRole('button', { name: '登记公钥' }).click();
  await page.getByRole('dialog', { name: '请核对指纹' }).getByText('甲县纪委监委').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '已核对一致' }).click();
  await page
    .getByRole('row', { name: /甲县纪委监委/ })
    .getByText('使用中')
    .waitFor();
  expect(faults).toEqual([]);
});

it('the liaison registers a clue by its number, never a name; the chief approves it', async () => {
  const { page, go, faults } = liaison;
  await go('/referrals');
  await page.getByText('不录入、不留副本').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '登记问题线索' }).click();
  const dialog = page.getByRole('dialog', { name: '登记问题线索' });
  await dialog.getByLabel('线索编号').fill('欧阳某');
  await dialog.getByText('编号只能有数字、字母').first().waitFor();
  await dialog.getByLabel('线索编号').fill('2026-31号');
  await dialog.getByRole('button', { name: '登记问题线索' }).click();
  await page.getByRole('heading', { level: 1, name: /2026-31号/ }).waitFor();
  path = new URL(page.url()).pathname;
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const record = page.getByRole('dialog', { name: /登记/ });
  await record.getByLabel('编号').fill('记-1');
  await record.getByLabel('登记日期').fill('2026-11-21');
  await record.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('已登记').first().waitFor();
  await approve();
  expect(faults).toEqual([]);
});

/** The chief's decision, on paper; entered at the chief's own desk. */
async function approve(): Promise<void> {
  const { page, go, faults } = chief;
  await go(path);
  await expectAccessible(page);
  const matterId = path.split('/').at(-1) ?? '';
  const { client } = await house.t.signIn(chief.account);
  const paper = await client.evidence.register({
    ...{ matterId, stepId: house.t.office.newId(), kind: 'leadDecision', title: '审签单', paperNo: '审-1' },
  });
  const { version } = await client.matter.get({ id: matterId });
  await client.matter.act({
    ...{ matterId, stepId: house.t.office.newId(), action: 'approve', expectedVersion: version },
    ...{ facts: { approvedOn: '2026-11-21' }, evidence: [paper.id] },
  });
  expect(faults).toEqual([]);
}

it('the liaison seals and sends; the file opens with the receiver’s key and nothing else; the slip is registered', async () => {
  const { page, go, faults } = liaison;
  await go(path);
  await page.getByRole('button', { name: '移送', exact: true }).click();
  const send = page.getByRole('dialog', { name: '加密移送' });
  await send.getByLabel('接收机关').selectOption({ label: '甲县纪委监委' });
  await send.getByText('请核对指纹').waitFor();
  await send.getByLabel('移送编号').fill('Y-7');
  await send.getByLabel('移送日期').fill('2026-11-21');
  const material = { name: '欧阳某.txt', mimeType: 'text/plain', buffer: Buffer.from(secret) };
  await send.getByLabel('移送材料').setInputFiles(material);
  await picture(page, 'referral-send-zh');
  await expectAccessible(page);
  await send.getByRole('button', { name: '加密移送' }).click();
  await page.getByRole('row', { name: /Y-7/ }).waitFor();

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载密件 Y-7' }).click();
  const target = join(tmpdir(), `sealed-${house.t.office.newId()}.jwe`);
  await (await waiting).saveAs(target);
  const sealed = readFileSync(target, 'utf8');
  rmSync(target);
  expect(sealed).not.toContain('欧阳');
  const opened = await openContent(sealed, privateKey);
  expect(Buffer.from(opened.content).toString('utf8')).toBe(secret);
  expect(opened.fileName).toBe('欧阳某.txt');
  await receive();
  expect(faults).toEqual([]);
});

async function receive(): Promise<void> {
  const { page } = liaison;
  await page.getByRole('button', { name: '登记接收回执' }).click();
  const slip = page.getByRole('dialog', { name: '登记回执' });
  await slip.getByLabel('回执编号').fill('H-12');
  await slip.getByRole('button', { name: '登记回执' }).click();
  await page.getByText('已接收').first().waitFor();
  await settled(page);
  await picture(page, 'referral-card-zh');
  expect(await page.getByText('欧阳').count()).toBe(0);
}

it('is seen by nobody else, and reads in English as well', async () => {
  const clerk = await house.sit('王经办', [{ role: 'countyCaseworker', area }]);
  await clerk.go('/referrals');
  await clerk.page.getByRole('heading', { name: '您的岗位不使用这个页面' }).waitFor();
  await clerk.go(path.replace('referrals', 'matters'));
  expect(await clerk.page.getByText('2026-31号').count()).toBe(0);
  await clerk.go('/matters?workflow=referral');
  expect(await clerk.page.getByText('2026-31号').count()).toBe(0);
  const { page, go, speak, faults } = liaison;
  for (const place of ['/referrals', path]) {
    await go(place);
    await speak('en');
    await settled(page);
    await expectAccessible(page);
    await expectFits(page);
  }
  await picture(page, 'referral-card-en');
  expect([...faults, ...clerk.faults]).toEqual([]);
});
