import { about, type County } from '../county.ts';
import type { Cell } from '../files/sheet.ts';
import { makeDibao } from '../households.ts';
import type { Person } from '../model.ts';
import { addDays } from '../months.ts';
import { addRecipient, makeTekun } from '../recipients.ts';
import { exitRow } from './deaths.ts';
import { insuranceRow } from './income.ts';

type Change = Record<string, Cell>;

export function inmateRow(county: County, person: Person, change: Change = {}): void {
  county.add('inmate', {
    name: person.name,
    id_number: person.id,
    crime: county.random.pick(['盗窃罪', '诈骗罪', '故意伤害罪']),
    ...{ term_from: county.day(10, 12), term_to: county.day(-26, 11), released_on: null, place: '鲁南监狱' },
    ...{ kind: '监狱服刑', address: person.address, note: null, ...change },
  });
}

/** INC-14: prisoners still counted. */
export function planInmates(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 2, company: 'mixed' });
    const inmate = household.members[1]?.person ?? household.head;
    const { cell, damage } = county.hit(inmate, i);
    inmateRow(county, inmate, { id_number: cell });
    county.plant('INC-14', about(inmate, household.head), '服刑期间仍计入保障人口', damage);
  }
  const innocent: readonly [Change, string][] = [
    [{ kind: '社区矫正', place: '沂青县司法局' }, '社区矫正'],
    [
      { term_from: county.day(40, 3), term_to: county.day(16, 2), released_on: county.day(16, 2) },
      '享受月份前已释放',
    ],
    [
      {
        kind: '拘留',
        crime: '寻衅滋事',
        term_from: county.day(3, 5),
        term_to: county.day(3, 15),
        place: '拘留所',
      },
      '拘留十日',
    ],
  ];
  for (const [change, why] of innocent) {
    const household = makeDibao(county, { size: 2, started: county.back(county.random.int(3, 12)) });
    inmateRow(county, household.head, change);
    county.decoy('INC-14', about(household.head, household.head), why);
  }
  const twin = makeDibao(county);
  inmateRow(county, county.person({ name: twin.head.name, sex: twin.head.sex, age: [25, 55] }));
  county.decoy('INC-14', about(twin.head, twin.head), '仅同名，号码不同');
}

/** INC-18: on dibao and on tekun in the same months. */
export function planDibaoAndTekun(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: 1 + (i % 2), company: 'mixed', age: [61, 78] });
    const person = household.members.at(-1)?.person ?? household.head;
    makeTekun(county, { person: { ...person, account: county.account() }, started: county.back(9) });
    county.plant('INC-18', about(person, household.head), '同月既领低保又领特困');
  }
  for (let i = 0; i < 3; i += 1) {
    const household = makeDibao(county, { size: 1, age: [61, 78], started: county.back(30 + i) });
    const changeover = county.back(4 + i);
    household.listed = false;
    household.pay.until = changeover;
    exitRow(county, household.head, { reason: '转特困', stop_month: changeover });
    makeTekun(county, { person: household.head, started: changeover });
    county.decoy('INC-18', about(household.head), '低保停发次月起转特困，月份不重叠');
  }
}

function nursedAndSubsidised(county: County, started: string, index: number): void {
  const person = county.person({ age: [35, 55] });
  const disability = { kind: 4, grade: 2 };
  const wish = { person, programme: 'disability', kind: '护理补贴', basic: 0, care: 130 } as const;
  addRecipient(county, { ...wish, started, disability });
  const injured = { insurance_kind: '工伤', injury_nursing: 1450, base: 0, status: '待遇领取' };
  const { cell, damage } = county.hit(person, index);
  insuranceRow(county, person, { ...injured, id_number: cell });
  county.plant('INC-20', about(person), '工伤护理费与护理补贴同领', damage);
}

/** INC-20: disability subsidies beside tekun or work-injury nursing money. */
export function planSubsidyOverlaps(county: County): void {
  const disability = { kind: 4, grade: 2 };
  for (let i = 0; i < county.perRule; i += 1) {
    const started = county.back(10);
    if (i % 3 === 2) {
      nursedAndSubsidised(county, started, i);
      continue;
    }
    const tekun = makeTekun(county);
    const person = { ...tekun.person, account: county.account() };
    addRecipient(county, {
      person,
      programme: 'disability',
      kind: '两项',
      basic: 120,
      care: 130,
      started,
      disability,
    });
    county.plant('INC-20', about(tekun.person), '特困人员同月领取残疾人两项补贴');
  }
  for (let i = 0; i < 2; i += 1) {
    const child = makeChild(county, '事实无人抚养');
    addRecipient(county, {
      person: child,
      programme: 'disability',
      kind: '两项',
      basic: 120,
      care: 130,
      disability,
    });
    county.decoy('INC-20', about(child), '事实无人抚养儿童可领两项补贴');
    const tekun = makeTekun(county, { started: county.back(4) });
    const wish = {
      person: tekun.person,
      programme: 'disability',
      kind: '两项',
      basic: 120,
      care: 130,
      disability,
    } as const;
    const before = addRecipient(county, { ...wish, started: county.back(30) });
    before.status = '停发';
    before.stopped = county.back(4);
    before.stopReason = '转特困';
    before.pay.until = county.back(4);
    county.decoy('INC-20', about(tekun.person), '转特困当月起两项补贴已停');
  }
}

/** A child on child support, with a grandparent as guardian. */
export function makeChild(county: County, kind: '孤儿' | '事实无人抚养'): Person {
  const guardian = county.person({ sex: '女', age: [62, 74] });
  const child = county.person({ age: [6, 14], livesWith: guardian });
  const basic = kind === '孤儿' ? 1350 : 1000;
  addRecipient(county, { person: child, programme: 'child', kind, basic, guardian });
  return child;
}

export function reliefRow(county: County, person: Person, appliedOn: string, change: Change = {}): void {
  county.add('relief', {
    name: person.name,
    id_number: person.shown,
    town: person.village.town,
    village: person.village.name,
    ...{ address: person.address, household_size: county.random.int(1, 4), kind: '支出型', cause: '疾病' },
    applied_on: appliedOn,
    accepted_on: addDays(appliedOn, 1),
    approved_on: addDays(appliedOn, 9),
    pay_first: '否',
    paid_on: addDays(appliedOn, 15),
    amount: county.random.int(10, 30) * 100,
    method: '转账',
    approver: '乡镇',
    ...{ account_name: person.name, account_no: person.account, handler: '王晓', note: null, ...change },
  });
}

/** INC-24: relief for the same cause again within a year, or too often. */
export function planRelief(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const person = county.person();
    if (i % 3 === 2) {
      ['疾病', '教育支出', '意外事故', '其他困难'].forEach((cause, k) =>
        reliefRow(county, person, county.day(10 - 2 * k, 6), { cause }),
      );
    } else {
      reliefRow(county, person, county.day(9, 5));
      reliefRow(county, person, county.day(4, 11), { id_number: county.hit(person, 1).cell });
    }
    county.plant('INC-24', about(person), i % 3 === 2 ? '一年内四次救助' : '十二个月内同一事由两次救助');
  }
  for (let i = 0; i < 2; i += 1) {
    const burnt = county.person();
    reliefRow(county, burnt, county.day(8, 5));
    reliefRow(county, burnt, county.day(3, 9), { cause: '火灾', kind: '急难型' });
    county.decoy('INC-24', about(burnt), '新发生火灾，事由不同');
    const staged = county.person();
    reliefRow(county, staged, county.day(7, 5), { note: '分阶段救助第一期' });
    const second = {
      paid_on: county.day(5, 20),
      approved_on: addDays(county.day(7, 5), 9),
      note: '分阶段救助第二期',
    };
    reliefRow(county, staged, county.day(7, 5), second);
    county.decoy('INC-24', about(staged), '一次审批、分阶段救助');
    const longAgo = county.person();
    reliefRow(county, longAgo, county.day(16, 5));
    reliefRow(county, longAgo, county.day(1 + i, 8));
    county.decoy('INC-24', about(longAgo), '相隔超过十二个月');
  }
}

/** INC-25: a phase-out of nine months, or money after its end. */
export function planPhaseOuts(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const [from, until] = i % 2 === 0 ? [10, 1] : [8, 4];
    const household = makeDibao(county, { size: 2, started: county.back(30 + i) });
    leaveSlowly(
      county,
      household,
      county.back(from),
      county.back(until),
      i % 2 === 0 ? county.back(until) : county.back(1),
    );
    county.plant('INC-25', about(household.head), i % 2 === 0 ? '渐退期九个月' : '渐退期满后仍发放三个月');
  }
  for (const [from, until] of [
    [9, 3],
    [6, 3],
    [8, 4],
  ] as const) {
    const household = makeDibao(county, { size: 2, started: county.back(40) });
    leaveSlowly(county, household, county.back(from), county.back(until), county.back(until));
    county.decoy('INC-25', about(household.head), `渐退${from - until}个月，期满停发`);
  }
}

/** Leaves by phase-out: `until` is the first month after it, `paidUntil` the first month without money. */
function leaveSlowly(
  county: County,
  household: ReturnType<typeof makeDibao>,
  from: string,
  until: string,
  paidUntil: string,
): void {
  household.listed = false;
  household.pay.until = paidUntil;
  const last = addDays(`${until}-01`, -1).slice(0, 7);
  const period = { phase_out: '是', phase_out_from: from, phase_out_to: last, stop_month: until };
  const size = {
    household_size: household.size,
    insured_persons: household.insured,
    amount: household.amount,
  };
  exitRow(county, household.head, { ...size, ...period, reason: '收入超标' });
}
