import { afterAll, beforeAll, expect, it } from 'vitest';
import { code } from '../../sign-on/test-people.ts';
import { testOffice, type TestOffice } from '../../test-office.ts';

let one: TestOffice;

beforeAll(async () => {
  one = await testOffice();
});
afterAll(() => one.close());

const reason = '群众来信反映乙县有人重复领取，须当场核对';

it('F-U3 opens another area to read, for a day, with a reason, and its owners see it until they take note', async () => {
  const inspector = await one.visitor('邓督查', {
    role: 'inspector',
    area: '339901',
    programmes: ['dibao_rural'],
  });
  const owner = await one.visitor('乙县长', { role: 'countyLead', area: '339902' });
  const town = await one.visitor('南乡长', { role: 'townLead', area: '339902001' });
  const stranger = await one.visitor('甲县长', { role: 'countyLead', area: '339901' });
  const id = one.office.newId();
  const wanted = { id, role: 'inspector', area: '339902', reason } as const;
  const { expiresAt } = await inspector.client.glass.break(wanted);
  expect(Date.parse(expiresAt)).toBe(Date.parse('2026-11-22T09:00:00+08:00'));
  expect(await inspector.client.glass.break(wanted)).toEqual({ expiresAt });

  const me = await inspector.client.session.whoAmI();
  expect(me.appointments).toContainEqual({
    role: 'inspector',
    area: '339902',
    programmes: ['dibao_rural'],
    readsOnly: true,
  });
  // What it lends is reading: colleagues there cannot be given work.
  await one.account('乙县办', { role: 'countyCaseworker', area: '339902' });
  expect((await inspector.client.account.colleagues({ area: '339902' })).items).toEqual([]);

  const seen = { id, fullName: '邓督查', area: '339902', reason, seenAt: null };
  for (const watcher of [owner, town]) {
    expect((await watcher.client.session.whoAmI()).unseenGlasses).toBe(1);
    expect((await watcher.client.glass.list({ onlyUnseen: 'true' })).items).toEqual([
      expect.objectContaining(seen),
    ]);
  }
  expect((await stranger.client.glass.list()).items).toEqual([]);
  await expect(stranger.client.glass.note({ id })).rejects.toEqual(code('ACC-130'));
  await owner.client.glass.note({ id });
  expect((await town.client.session.whoAmI()).unseenGlasses).toBe(0);
  expect((await owner.client.glass.list()).items[0]?.seenAt).not.toBeNull();

  one.setClock('2026-11-22T08:59:59+08:00');
  expect((await inspector.client.session.whoAmI()).appointments).toHaveLength(2);
  one.setClock('2026-11-22T09:00:00+08:00');
  expect((await inspector.client.session.whoAmI()).appointments).toHaveLength(1);
});

it('does not lend what one does not have, leads no further, and is not for the own area', async () => {
  const clerk = await one.visitor('邓经办', { role: 'townCaseworker', area: '339901001' });
  const lead = await one.visitor('邓县长', { role: 'countyLead', area: '339901' });
  const ask = (role: 'countyLead' | 'inspector', area: string, why = reason) => ({
    id: one.office.newId(),
    role,
    area,
    reason: why,
  });
  await expect(clerk.client.glass.break(ask('countyLead', '339902'))).rejects.toEqual(code('API-103'));
  await expect(lead.client.glass.break(ask('inspector', '339902'))).rejects.toEqual(code('ACC-135'));
  await expect(lead.client.glass.break(ask('countyLead', '339901001'))).rejects.toEqual(code('ACC-133'));
  await expect(lead.client.glass.break(ask('countyLead', '339999'))).rejects.toEqual(code('ACC-126'));
  await expect(lead.client.glass.break(ask('countyLead', '339902', '看看'))).rejects.toEqual(code('API-101'));
  const first = ask('countyLead', '339902');
  await lead.client.glass.break(first);
  await expect(lead.client.glass.note({ id: first.id })).rejects.toEqual(code('ACC-130'));
  await expect(lead.client.glass.break({ ...first, area: '3399' })).rejects.toEqual(code('ACC-134'));
});
