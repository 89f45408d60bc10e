import { about, type County } from '../county.ts';
import type { Cell } from '../files/sheet.ts';
import { hukouRow, makeDibao } from '../households.ts';
import type { Household, Person } from '../model.ts';
import type { Village } from '../places.ts';
import { exitRow } from './deaths.ts';

export function payrollRow(
  county: County,
  person: Person,
  staffKind: string,
  change: Record<string, Cell> = {},
): void {
  county.add('payroll', {
    ...{ unit: `${person.village.town}人民政府`, unit_code: county.random.digits(6), name: person.name },
    ...{ id_number: person.id, staff_kind: staffKind, post: '科员', joined_on: '2003-07-01' },
    ...{ pay_status: '在职', wage: county.random.int(4200, 7600), ...change },
  });
}

export function committeeRow(
  county: County,
  person: Person,
  village: Village,
  change: Record<string, Cell> = {},
): void {
  county.add('committee', {
    town: village.town,
    village: village.name,
    name: person.name,
    id_number: person.id,
    sex: person.sex,
    ...{ political: '中共党员', post: county.random.pick(['支部委员', '会计', '村委委员', '妇女主任']) },
    term_from: county.day(16, 1),
    term_to: null,
    session: '2021届',
    pay: 1500,
    phone: person.phone,
    ...change,
  });
}

function namesake(county: County, person: Person): Person {
  return county.person({ name: person.name, sex: person.sex, village: person.village, age: [30, 55] });
}

/** INC-02: people on the fiscal payroll draw dibao themselves. */
export function planPayroll(county: County): void {
  const kinds = ['公务员', '事业', '退休', '工勤'];
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: county.random.int(1, 2) });
    const { cell, damage } = county.hit(household.head, i);
    const kind = kinds[i % kinds.length] ?? '事业';
    payrollRow(county, household.head, kind, {
      id_number: cell,
      pay_status: kind === '退休' ? '退休' : '在职',
    });
    county.plant('INC-02', about(household.head, household.head), `财政供养（${kind}）本人享受低保`, damage);
  }
  for (const [kind, why] of [
    ['遗属', '遗属补助'],
    ['临聘', '临时聘用'],
    ['公益岗', '公益性岗位'],
  ] as const) {
    const household = makeDibao(county);
    payrollRow(county, household.head, kind, { wage: 610, post: null });
    county.decoy('INC-02', about(household.head, household.head), why);
  }
  const twin = makeDibao(county);
  payrollRow(county, namesake(county, twin.head), '事业');
  county.decoy('INC-02', about(twin.head, twin.head), '同名，号码不同');
}

/** INC-04: members of a village committee in office draw dibao. */
export function planCommittee(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const household = makeDibao(county, { size: county.random.int(1, 2), village: county.ruralVillage() });
    const { cell, damage } = county.hit(household.head, i);
    committeeRow(county, household.head, household.head.village, { id_number: cell });
    county.plant('INC-04', about(household.head, household.head), '在任村（居）两委成员享受低保', damage);
  }
  for (let i = 0; i < 2; i += 1) {
    const former = makeDibao(county, { village: county.ruralVillage(), started: county.back(10 - i) });
    const term = { term_from: '2014-12-01', term_to: '2018-03-31', session: '2014届' };
    committeeRow(county, former.head, former.head.village, term);
    county.decoy('INC-04', about(former.head, former.head), '享受低保前已离任');
  }
  const twin = makeDibao(county, { village: county.ruralVillage() });
  committeeRow(county, namesake(county, twin.head), twin.head.village);
  county.decoy('INC-04', about(twin.head, twin.head), '与村干部同名，号码不同');
}

export function disclosureRow(
  county: County,
  official: Person,
  household: Household,
  relation: string,
  change: Record<string, Cell> = {},
) {
  county.add('disclosure', {
    ...{ official_name: official.name, official_id: official.id, official_phone: official.phone },
    official_unit: `${official.village.name}委员会`,
    official_post: '村委委员',
    official_town: official.village.town,
    ...{ recipient_name: household.head.name, recipient_id: household.head.id, relation },
    address: household.head.address,
    town: household.head.village.town,
    village: household.head.village.name,
    ...{ household_size: household.size, programme: '农村低保', amount: household.amount },
    ...{ started_month: household.started, disclosed_on: county.day(9, 20), ...change },
  });
}

/** An official in office and a parent or brother of his on dibao; the police register shows the tie. */
function kinPair(
  county: County,
  index: number,
): { official: Person; household: Household; relation: string } {
  const village = county.ruralVillage();
  const official = county.person({ sex: '男', age: [30, 35], village });
  const kinds = [
    ['母亲', '女', [56, 64]],
    ['父亲', '男', [56, 64]],
    ['兄弟', '男', [38, 46]],
  ] as const;
  const [relation, sex, age] = kinds[index % 3] ?? kinds[0];
  const kin = county.person({
    sex,
    age,
    livesWith: official,
    ...(sex === '男' ? { surname: official.name.slice(0, 1) } : {}),
  });
  const household = makeDibao(county, { size: 1, head: kin });
  household.hukou = false;
  const hukouNo = county.nextSerial();
  county.add('hukou', hukouRow(official, hukouNo, official, '户主'));
  county.add('hukou', hukouRow(kin, hukouNo, official, relation));
  return { official, household, relation };
}

function appoint(county: County, official: Person, index: number, change: Record<string, Cell> = {}): void {
  if (index % 2 === 0) return committeeRow(county, official, official.village, change);
  const term = { from_on: change.term_from ?? county.day(30, 1), to_on: change.term_to ?? null };
  const place = { unit: `${official.village.town}社会事务办`, town: official.village.town };
  county.add('caseworker', {
    ...place,
    name: official.name,
    id_number: official.id,
    post: '调查',
    ...term,
    phone: official.phone,
  });
}

/** KIN-01: near relatives of handlers and village committees, not disclosed. */
export function planKin(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const { official, household, relation } = kinPair(county, i);
    appoint(county, official, i);
    const subject = { ...about(household.head, household.head), anyOf: [official.id] };
    county.plant('KIN-01', subject, `${official.name}的${relation}享受低保未备案`);
  }
  for (let i = 0; i < 2; i += 1) {
    const disclosed = kinPair(county, i);
    appoint(county, disclosed.official, i);
    disclosureRow(county, disclosed.official, disclosed.household, disclosed.relation);
    county.decoy('KIN-01', about(disclosed.household.head, disclosed.household.head), '已备案');
    const left = kinPair(county, i);
    appoint(county, left.official, i, { term_from: '2012-01-01', term_to: '2017-12-31' });
    county.decoy('KIN-01', about(left.household.head, left.household.head), '早已离任');
    const paid = kinPair(county, i);
    payrollRow(county, paid.official, '事业');
    county.decoy(
      'KIN-01',
      about(paid.household.head, paid.household.head),
      '一般财政供养人员，不是经办或村干部',
    );
  }
  const uncle = kinPair(county, 1);
  appoint(county, uncle.official, 0);
  const row = county.lists.hukou.at(-1);
  if (row !== undefined) row.relation = '叔伯';
  county.decoy('KIN-01', about(uncle.household.head, uncle.household.head), '叔伯不在近亲属范围');
}

/** KIN-05: the disclosure roll does not agree with the office lists, the roster or the register. */
export function planDisclosureFaults(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const { official, household, relation } = kinPair(county, i);
    if (i % 3 !== 0) appoint(county, official, i);
    if (i % 3 === 1) {
      household.listed = false;
      household.pay.until = county.back(14);
      exitRow(county, household.head, { stop_month: county.back(14) });
    }
    disclosureRow(county, official, household, i % 3 === 2 ? '配偶' : relation);
    const why = ['备案人员不在任职名册', '救助对象已不在册', '备案关系与户籍不符'][i % 3] ?? '';
    county.plant('KIN-05', { ...about(household.head, household.head), anyOf: [official.id] }, why);
  }
  for (let i = 0; i < 2; i += 1) {
    const { official, household, relation } = kinPair(county, 2 * i);
    appoint(county, official, i);
    disclosureRow(county, official, household, relation);
    county.decoy(
      'KIN-05',
      { ...about(household.head, household.head), anyOf: [official.id] },
      '任职、在册、关系均一致',
    );
  }
}
