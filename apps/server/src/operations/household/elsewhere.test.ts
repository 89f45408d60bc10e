import { afterAll, beforeAll, expect, it } from 'vitest';
import { home, leadOffice } from '../lead/test-leads.ts';

let desk: Awaited<ReturnType<typeof leadOffice>>;
beforeAll(async () => {
  desk = await leadOffice();
});
afterAll(() => desk.one.close());

it('knows what its members receive on other cards, in reach only, and what of it may not be combined', async () => {
  const who = { head: '钱双册', other: '某' };
  const dibao = await home(desk.one, 77, { ...who, region: '339901001002' });
  const tekun = await home(desk.one, 77, { ...who, region: '339901001001', programme: 'tekun' });
  await home(desk.one, 77, { ...who, region: '339902001001', programme: 'tekun' });
  const { client } = desk.people.county;
  const card = await client.household.get({ id: dibao });
  expect(card.elsewhere).toMatchObject([
    {
      ...{ id: tekun, programme: 'tekun', headName: '钱*' },
      entitlements: [{ programme: 'tekun', monthlyFen: 62_000, isByDecision: false }],
    },
  ]);
  expect(card.receivesMonthlyFen).toBe(62_000);
  expect(card.combinations[0]).toMatchObject({
    ...{ programme: 'dibao', other: 'tekun', is: 'forbidden', isReceived: true, sure: 'V' },
  });
  const alone = await client.household.get({ id: desk.homes.west });
  expect(alone.elsewhere).toEqual([]);
  expect(alone.combinations.every(({ isReceived }) => !isReceived)).toBe(true);
});
