import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskHouse, expectAccessible, expectFits, openDesk, picture, settled } from './open-desk.ts';

// Looking outside one's own area in an emergency: with a reason, to read only, and seen by the owner until noted.
let house: DeskHouse;
beforeAll(async () => {
  house = await openDesk();
});
afterAll(async () => {
  await house?.close();
});

it('an inspector looks outside with a reason; the owner of the area sees it and takes note', async () => {
  const inspector = await house.sit('邓督查', [{ role: 'inspector', area: '339901' }]);
  await inspector.go('/account');
  await inspector.page.getByRole('link', { name: '紧急越区查看' }).click();
  await inspector.page.getByRole('heading', { level: 1, name: '紧急越区查看' }).waitFor();
  await inspector.page.getByRole('button', { name: '紧急越区查看' }).click();
  const dialog = inspector.page.getByRole('dialog', { name: '紧急越区查看' });
  await dialog.getByLabel('地区代码').fill('339902');
  await dialog.getByLabel('理由').fill('太短');
  await dialog.getByText('至少 10 个字').first().waitFor();
  await expectAccessible(inspector.page);
  await dialog.getByLabel('理由').fill('接群众紧急反映有人重复领取，须当场核对');
  await dialog.getByRole('button', { name: '紧急越区查看' }).click();
  await inspector.page.getByText(/已开放查看/).waitFor();

  const owner = await house.sit('乙县长', [{ role: 'countyLead', area: '339902' }]);
  await owner.go('/admin/glass');
  await owner.page.getByRole('row', { name: /邓督查/ }).waitFor();
  await expectAccessible(owner.page);
  await expectFits(owner.page);
  await picture(owner.page, 'glass-zh');
  await owner.page.getByRole('button', { name: '知悉：邓督查' }).click();
  await owner.page.getByRole('button', { name: '知悉：邓督查' }).waitFor({ state: 'detached' });
  await owner.page.getByLabel('只看未知悉的').check();
  await owner.page.getByText('没有人越区查看过本人负责的地区。').waitFor();
  await owner.speak('en');
  await settled(owner.page);
  await expectAccessible(owner.page);
  expect([...inspector.faults, ...owner.faults]).toEqual([]);
});
