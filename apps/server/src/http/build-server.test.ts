import { expect, it, beforeAll, afterAll } from 'vitest';
import { type TestOffice, testOffice } from '../test-office.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice();
});
afterAll(() => t.close());

it('answers health without a session and versions only to those who may', async () => {
  expect(await t.stranger().client.system.health()).toEqual({ ok: true });
  expect(await t.stranger().client.system.ready()).toEqual({ ok: true });
  await expect(t.stranger().client.system.version()).rejects.toMatchObject({ status: 401, code: 'API-102' });
  const clerk = await t.visitor('张经办', { role: 'townCaseworker', area: '339901001' });
  await expect(clerk.client.system.version()).rejects.toMatchObject({ status: 403, code: 'API-103' });
  const admin = await t.visitor('李管理', { role: 'systemAdmin', area: '' });
  expect((await admin.client.system.version()).program).toBe('0.0.0-test');
});
