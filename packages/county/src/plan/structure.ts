import { aboutHousehold, type County } from '../county.ts';
import { applyFor, hukouRow, makeDibao, STANDARD } from '../households.ts';
import type { Household, Member, Person } from '../model.ts';
import { addDays } from '../months.ts';
import { certificate } from '../recipients.ts';
import { vehicleRow } from './assets.ts';
import { exitRow } from './deaths.ts';
import { insuranceRow } from './income.ts';
import { payrollRow } from './officials.ts';
import { bothSubsidies } from './omissions.ts';
import { marriageRow } from './omissions-inside.ts';
import { inmateRow } from './overlaps.ts';

/** Parents split off from their son's hukou on `splitOn`; the son stays at the address of `sonAt`. */
function splitFamily(county: County, months: number, apart: boolean): { household: Household; son: Person } {
  const household = makeDibao(county, {
    size: 2,
    company: 'mixed',
    age: [56, 57],
    started: county.back(months),
  });
  household.hukou = false;
  const surname = household.head.name.slice(0, 1);
  const home = { sex: '男', age: [30, 34], surname } as const;
  const son = county.person(
    apart ? { ...home, village: county.village() } : { ...home, livesWith: household.head },
  );
  const splitOn = addDays(household.approvedOn, -90);
  for (const one of household.members) {
    const relation = one.relation === '本人' ? '户主' : one.relation;
    county.add('hukou', {
      ...hukouRow(one.person, household.hukouNo, household.head, relation),
      split_on: splitOn,
    });
  }
  county.add('hukou', { ...hukouRow(son, county.nextSerial(), son, '户主'), note: '原户主为其父' });
  applyFor(county, household);
  return { household, son };
}

/** HHS-01: a hukou split on paper shortly before the application. */
export function planSplits(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const { household, son } = splitFamily(county, 4 + (i % 6), false);
    if (i % 2 === 0) vehicleRow(county, son);
    else payrollRow(county, son, '事业');
    const subject = { ...aboutHousehold(household), anyOf: [son.id] };
    county.plant('HHS-01', subject, '申请前三个月分户，与有车（财政供养）的儿子同住址');
  }
  for (let i = 0; i < 2; i += 1) {
    const { household, son } = splitFamily(county, 5 + i, true);
    vehicleRow(county, son);
    county.decoy('HHS-01', aboutHousehold(household), '因结婚分户，住址不同');
  }
  const single = makeDibao(county, { size: 1, age: [30, 40], started: county.back(6) });
  single.mode = '单人保';
  single.hukou = false;
  const severe = { kind: 5, grade: 2 };
  certificate(county, single.head, severe);
  bothSubsidies(county, single.head, severe);
  const father = county.person({ sex: '男', age: [58, 64], livesWith: single.head });
  county.add('hukou', {
    ...hukouRow(single.head, single.hukouNo, single.head, '户主'),
    split_on: addDays(single.approvedOn, -60),
  });
  county.add('hukou', hukouRow(father, county.nextSerial(), father, '户主'));
  vehicleRow(county, father);
  applyFor(county, single);
  county.decoy('HHS-01', aboutHousehold(single), '重残成年子女单人保');
}

/** Takes members out of cover and prices the rest as the office did. */
function leaveOut(household: Household, members: readonly (Member | undefined)[]): void {
  for (const one of members) if (one !== undefined) one.insured = false;
  household.insured = household.members.filter((one) => one.insured).length;
  const share = Math.floor((household.income * household.insured) / household.size);
  household.amount = STANDARD[household.scheme] * household.insured - share;
}

/** HHS-02: only some members covered, and one left out has a job or a car. */
export function planPartCover(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 3, company: 'mixed', age: [36, 50] });
    const spouse = household.members[1];
    leaveOut(household, [spouse]);
    if (spouse === undefined) continue;
    if (i % 2 === 0) vehicleRow(county, spouse.person);
    else insuranceRow(county, spouse.person, { base: 4600 });
    county.plant(
      'HHS-02',
      { ...aboutHousehold(household), anyOf: [spouse.person.id] },
      '配偶有车（有工作）未计入保障人口',
    );
  }
  for (let i = 0; i < 2; i += 1) {
    const household = makeDibao(county, { size: 3, company: 'mixed' });
    const severe = { kind: 4, grade: 1 };
    household.mode = '单人保';
    household.cause = '因残';
    leaveOut(household, household.members.slice(1));
    certificate(county, household.head, severe);
    bothSubsidies(county, household.head, severe);
    const first = household.members[0];
    if (first !== undefined) first.disability = severe;
    county.decoy('HHS-02', aboutHousehold(household), '重残人员单人保');
    const jailed = makeDibao(county, { size: 3, company: 'mixed' });
    leaveOut(jailed, [jailed.members[1]]);
    const spouse = jailed.members[1]?.person;
    if (spouse === undefined) continue;
    inmateRow(county, spouse);
    county.decoy('HHS-02', aboutHousehold(jailed), '配偶服刑，依法不计入');
  }
}

/** HHS-08: alone on the roster, married in the registers. */
export function planHiddenSpouses(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1, age: [38, 57] });
    const spouse = otherHalf(county, household.head, i % 2 === 1);
    marriageRow(county, household.head, spouse, '结婚', '2009-05-20');
    if (i % 2 === 1) {
      household.hukou = false;
      county.add('hukou', hukouRow(household.head, household.hukouNo, household.head, '户主'));
      county.add('hukou', hukouRow(spouse, household.hukouNo, household.head, '配偶'));
    }
    if (i % 3 === 2) payrollRow(county, spouse, '事业');
    county.plant('HHS-08', { ...aboutHousehold(household), anyOf: [spouse.id] }, '单人户，登记有配偶未计入');
  }
  for (let i = 0; i < 2; i += 1) {
    const divorced = makeDibao(county, { size: 1, age: [38, 55] });
    const former = otherHalf(county, divorced.head, false);
    marriageRow(county, divorced.head, former, '结婚', '2006-03-18');
    marriageRow(county, divorced.head, former, '离婚', '2015-07-09');
    county.decoy('HHS-08', aboutHousehold(divorced), '已离婚');
    const widowed = makeDibao(county, { size: 1, age: [40, 57] });
    const late = otherHalf(county, widowed.head, false);
    marriageRow(county, widowed.head, late, '结婚', '2001-10-01');
    county.add('cancellation', {
      ...{ name: late.name, former_name: null, sex: late.sex, id_number: late.id, birth_on: late.birthOn },
      died_on: '2019-04-11',
      station: `${late.village.town}派出所`,
      address: late.address,
      reason: '死亡',
      cancelled_on: '2019-05-02',
    });
    county.decoy('HHS-08', aboutHousehold(widowed), '配偶已死亡');
  }
  const single = makeDibao(county, { size: 1, age: [35, 50] });
  single.mode = '单人保';
  const severe = { kind: 4, grade: 1 };
  certificate(county, single.head, severe);
  bothSubsidies(county, single.head, severe);
  marriageRow(county, single.head, otherHalf(county, single.head, false), '结婚', '2012-12-12');
  county.decoy('HHS-08', aboutHousehold(single), '重残单人保');
}

function otherHalf(county: County, person: Person, together: boolean): Person {
  const sex = person.sex === '男' ? '女' : '男';
  return county.person({
    sex,
    age: [36, 55],
    ...(together ? { livesWith: person } : { village: county.village() }),
  });
}

/** A former household: on the roster between two months, gone since. */
export function makeFormer(
  county: County,
  village: Household['head']['village'],
  started: string,
  until: string,
): void {
  const household = makeDibao(county, { village, started });
  county.dibao.pop();
  household.listed = false;
  household.hukou = false;
  household.pay.until = until;
  exitRow(county, household.head, {
    ...{ household_size: household.size, insured_persons: household.insured, amount: household.amount },
    ...{ stop_month: until, reason: '收入超标' },
  });
  county.former.push(household);
}
