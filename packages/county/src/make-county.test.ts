import { expect, it } from 'vitest';
import type { County } from './county.ts';
import { STANDARD, startsAtRoundBirthday } from './households.ts';
import { makeCounty } from './make-county.ts';
import type { Household } from './model.ts';
import { oldDecembers, onRosterIn, paymentsOf } from './payments.ts';

const counties = [
  [1, 300],
  [2, 600],
  [3, 1500],
].map(([seed = 1, households = 300]) => makeCounty(seed, households, '2022-07-31'));

function subjects(county: County, ...rules: string[]): Set<string | undefined> {
  const all = [...county.planted, ...county.decoys].filter(({ rule }) => rules.includes(rule));
  return new Set(
    all.flatMap((one) => [one.idNumber, one.householdHeadId, one.village, ...(one.anyOf ?? [])]),
  );
}

function byVillage(households: readonly Household[]): Map<string, Household[]> {
  const map = new Map<string, Household[]>();
  for (const household of households) {
    const name = household.head.village.name;
    map.set(name, [...(map.get(name) ?? []), household]);
  }
  return map;
}

it.each(counties)('prices every ordinary household by its exact gap', (county) => {
  const planned = subjects(county, 'PAY-09', 'PAY-07');
  const wrong = county.dibao.filter(({ head, scheme, insured, income, size, amount }) => {
    if (planned.has(head.id) || planned.has(head.village.name)) return false;
    return Math.abs(amount - (STANDARD[scheme] * insured - (income * insured) / size)) >= 1;
  });
  expect(wrong.map(({ head }) => head.name)).toEqual([]);
});

it.each(counties)('counts people as they are listed', (county) => {
  for (const household of county.dibao) {
    expect(household.size).toBe(household.members.length);
    expect(household.insured).toBe(household.members.filter((one) => one.insured).length);
    expect(household.amount).toBeGreaterThanOrEqual(0);
  }
});

it.each(counties)('lets no ordinary village stand still for three years', (county) => {
  const planned = subjects(county, 'HHS-05');
  const years = [...oldDecembers(county), '2021-12'].map((month) => byVillage(onRosterIn(county, month)));
  const still = [...county.places.villages, ...county.places.reserved].filter(({ name }) => {
    const counts = years.map((year) => year.get(name)?.length ?? 0);
    return [0, 1].some((i) => counts[i] !== 0 && counts[i] === counts[i + 1] && counts[i] === counts[i + 2]);
  });
  expect(still.map(({ name }) => name).filter((name) => !planned.has(name))).toEqual([]);
  const quota = county.planted.find(({ rule }) => rule === 'HHS-05')?.village ?? '';
  expect(years.map((year) => year.get(quota)?.length)).toEqual([12, 12, 12, 12]);
});

it.each(counties)('keeps flat sums and birthday entries to the planted villages', (county) => {
  const large = [...byVillage(county.dibao)].filter(([, households]) => households.length >= 8);
  const flat = large.filter(([, households]) => {
    const perHead = households.map(({ amount, insured }) => (amount / insured).toFixed(2));
    const mode = Math.max(...perHead.map((one) => perHead.filter((other) => other === one).length));
    return mode / households.length >= 0.85;
  });
  const aged = large.filter(([, households]) => {
    const birthdays = households.filter(({ head, started }) => startsAtRoundBirthday(head.birthOn, started));
    return birthdays.length / households.length >= 0.5;
  });
  const names = (rule: string): string[] =>
    county.planted.filter((one) => one.rule === rule).map(({ village = '' }) => village);
  const penniless = county.decoys
    .filter(({ why }) => why.includes('无收入'))
    .map(({ village = '' }) => village);
  expect(flat.map(([name]) => name).sort()).toEqual([...names('PAY-07'), ...penniless].sort());
  expect(aged.map(([name]) => name)).toEqual(names('HHS-06'));
});

it.each(counties)(
  'pays the approved sum once to the household’s own account, but for what is planted',
  (county) => {
    const rules = ['PAY-01', 'PAY-02', 'PAY-03', 'PAY-05', 'PAY-06', 'PAY-10', 'PAY-14', 'IDQ-08', 'PXY-02'];
    const planned = subjects(county, ...rules);
    const byHead = new Map(county.dibao.map((household) => [household.head, household]));
    const seen = new Set<Household>();
    const odd = paymentsOf(county, county.back(4)).filter((payment) => {
      const household = byHead.get(payment.person);
      if (household === undefined || planned.has(household.head.id)) return false;
      if (!payment.programme.includes('最低生活')) return false;
      const again = seen.has(household);
      seen.add(household);
      const right = payment.total === household.amount + household.uplift;
      return again || !right || payment.accountNo !== household.head.account;
    });
    expect(odd.map(({ person }) => person.name)).toEqual([]);
    expect(seen.size).toBeGreaterThan(100);
  },
);

it.each(counties)('gives everybody a number of his own', (county) => {
  const planned = subjects(county, 'IDQ-03', 'IDQ-04');
  const people = county.dibao.flatMap((household) => household.members.map(({ person }) => person));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  expect(people.filter(({ id, name }) => names.get(id) !== name && !planned.has(id))).toEqual([]);
  expect(new Set(people.map(({ id }) => id)).size).toBeGreaterThan(people.length - 3 * county.perRule - 5);
});
