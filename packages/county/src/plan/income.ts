import { about, type County } from '../county.ts';
import type { Cell } from '../files/sheet.ts';
import { makeDibao, setIncome } from '../households.ts';
import type { Person } from '../model.ts';

type Change = Record<string, Cell>;

export function insuranceRow(county: County, person: Person, change: Change): void {
  county.add('insurance', {
    name: person.name,
    id_number: person.id,
    unit: `沂青县${county.random.pick(['宏达', '鲁星', '同创', '盛业'])}制造有限公司`,
    ...{ insurance_kind: '企业职工养老', payer_kind: '单位职工', status: '正常参保', base: 4500 },
    from_month: county.back(9),
    to_month: county.back(0),
    last_paid_month: county.back(0),
    months_paid: 10,
    ...{ injury_nursing: null, note: null, ...change },
  });
}

/** INC-08: months of employee contributions on a wage above the line. */
export function planEmployment(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 + (i % 2), company: 'mixed', age: [32, 50] });
    const worker = household.members.at(-1)?.person ?? household.head;
    const { cell, damage } = county.hit(worker, i);
    insuranceRow(county, worker, { id_number: cell, base: 4200 + i * 100 });
    if (i % 2 === 0) fundRow(county, worker, household.head.village.town);
    county.plant('INC-08', about(worker, household.head), '近六个月单位连续缴纳职工养老保险', damage);
  }
  const one = { months_paid: 2, from_month: county.back(1) };
  const innocent: readonly [Change, string][] = [
    [{ payer_kind: '灵活就业', unit: '灵活就业人员' }, '灵活就业自缴'],
    [one, '缴费不足三个月'],
    [{ insurance_kind: '工伤', base: 3900 }, '仅参加工伤保险'],
    [
      {
        status: '停保',
        to_month: county.back(14),
        from_month: county.back(30),
        last_paid_month: county.back(14),
      },
      '早已停保',
    ],
  ];
  for (const [change, why] of innocent) {
    const household = makeDibao(county, { size: 1 });
    insuranceRow(county, household.head, change);
    county.decoy('INC-08', about(household.head, household.head), why);
  }
  const post = makeDibao(county, { size: 1 });
  insuranceRow(county, post.head, { unit: '沂青县公益性岗位管理中心', base: 3700 });
  postRow(county, post.head);
  county.decoy('INC-08', about(post.head, post.head), '公益性岗位');
  const large = makeDibao(county, { size: 4, village: county.ruralVillage(), incomePerHead: 120 });
  insuranceRow(county, large.head, { base: 1600 });
  county.decoy('INC-08', about(large.head, large.head), '低工资家庭人口多，人均仍低于标准');
}

function fundRow(county: County, person: Person, town: string): void {
  county.add('fund', {
    town,
    unit: '沂青县鲁星制造有限公司',
    name: person.name,
    id_number: person.id,
    hit: '是',
    monthly: 504,
    base: 4200,
    balance: county.random.int(3000, 20_000),
    status: '正常',
    last_paid_month: county.back(0),
  });
}

export function postRow(county: County, person: Person): void {
  county.add('publicPost', {
    name: person.name,
    id_number: person.id,
    post: county.random.pick(['护林员', '保洁员', '治安巡防']),
    unit: `${person.village.name}委员会`,
    wage: 600,
    from_on: county.day(11, 1),
    to_on: county.day(-1, 30),
    ...{ town: person.village.town, village: person.village.name, note: null },
  });
}

export function pensionRow(
  county: County,
  person: Person,
  kind: string,
  monthly: number,
  change: Change = {},
): void {
  county.add('pension', {
    name: person.name,
    id_number: person.id,
    kind,
    monthly,
    basic: kind === '城乡居民' ? Math.min(150, monthly) : null,
    started_month: county.back(county.random.int(15, 60)),
    status: '正常',
    stop_reason: null,
    note: null,
    ...change,
  });
}

/** INC-09: an employee or civil-service pension left out of the stated income. */
export function planPensions(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 2, company: 'mixed', age: [61, 72] });
    const { cell, damage } = county.hit(household.head, i);
    pensionRow(county, household.head, i % 2 === 0 ? '企业职工' : '机关事业', 2300 + 150 * i, {
      id_number: cell,
    });
    county.plant('INC-09', about(household.head, household.head), '职工养老金未计入家庭收入', damage);
  }
  for (let i = 0; i < 2; i += 1) {
    const resident = makeDibao(county, { size: 2, company: 'mixed', age: [62, 75] });
    pensionRow(county, resident.head, '城乡居民', 168 + i);
    county.decoy('INC-09', about(resident.head, resident.head), '城乡居民基础养老金');
    const counted = makeDibao(county, { size: 2, company: 'mixed', age: [61, 70] });
    setIncome(counted, 820 + i);
    const [first, second] = counted.members;
    if (first !== undefined && second !== undefined) [first.income, second.income] = [700, 120 + i];
    pensionRow(county, counted.head, '企业职工', 700);
    county.decoy('INC-09', about(counted.head, counted.head), '职工养老金已如实计入');
    const survivor = makeDibao(county, { size: 2, company: 'mixed', age: [61, 70] });
    pensionRow(county, survivor.head, '遗属', 480);
    county.decoy('INC-09', about(survivor.head, survivor.head), '遗属待遇');
  }
}

/** INC-10: taxed income over twelve months above the line. */
export function planTaxes(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 + (i % 2), company: 'mixed' });
    const { cell, damage } = county.hit(household.head, i);
    for (let k = 0; k < 11; k += 1)
      taxRow(county, household.head, county.back(k), 3600 + 200 * i, { id_number: cell });
    county.plant('INC-10', about(household.head, household.head), '连续十一个月工资薪金申报', damage);
  }
  const once = makeDibao(county);
  taxRow(county, once.head, county.back(4), 2600, { item: '劳务报酬所得' });
  county.decoy('INC-10', about(once.head, once.head), '一次性劳务，不足三个月');
  const small = makeDibao(county);
  for (let k = 0; k < 7; k += 1) taxRow(county, small.head, county.back(k), 420);
  county.decoy('INC-10', about(small.head, small.head), '全年不足5000元');
  const brief = makeDibao(county);
  for (let k = 3; k < 5; k += 1) taxRow(county, brief.head, county.back(k), 2400);
  county.decoy('INC-10', about(brief.head, brief.head), '仅两个月');
}

function taxRow(county: County, person: Person, period: string, income: number, change: Change = {}): void {
  county.add('tax', {
    withholder: '沂青县宏达制造有限公司',
    name: person.name,
    id_number: person.id,
    item: '工资薪金所得',
    ...{ period, income, year: Number(period.slice(0, 4)), note: null, ...change },
  });
}
