import { about, type County } from '../county.ts';
import type { Cell } from '../files/sheet.ts';
import { makeDibao } from '../households.ts';
import type { Disability, Person } from '../model.ts';
import { addRecipient, certificate, makeTekun } from '../recipients.ts';
import { cancellation, cremation } from './deaths.ts';
import { makeChild, reliefRow } from './overlaps.ts';

type Change = Record<string, Cell>;

const SEVERE: readonly Disability[] = [
  { kind: 1, grade: 1 },
  { kind: 4, grade: 2 },
  { kind: 5, grade: 3 },
  { kind: 6, grade: 3 },
  { kind: 6, grade: 2 },
];

function careSubsidy(county: County, person: Person, disability: Disability): void {
  addRecipient(county, {
    person,
    programme: 'disability',
    kind: '护理补贴',
    basic: 0,
    care: 130,
    disability,
  });
}

/** Edge-household lines; returns its people, the head first. */
export function makeEdge(county: County, size: number, change: Change = {}, head?: Person): Person[] {
  const first = head ?? county.person({ age: [34, 56] });
  const people = [first];
  while (people.length < size) {
    const wish = people.length === 1 ? ({ age: [24, 54] } as const) : ({ age: [4, 14] } as const);
    people.push(county.person({ ...wish, livesWith: first }));
  }
  const perHead = county.random.int(600, 840);
  people.forEach((person, i) =>
    county.add('edge', {
      ...{ head_name: first.name, head_id: first.shown, name: person.name, id_number: person.shown },
      relation: ['本人', '配偶', '子', '女'][i] ?? '其他',
      town: first.village.town,
      village: first.village.name,
      ...{ address: first.address, household_size: size, cause: '因病', income_pc_month: perHead },
      recognised_on: county.day(7, 15),
      valid_until: county.day(-5, 14),
      single_person: '否',
      phone: first.phone,
      ...change,
    }),
  );
  return people;
}

/** OMI-01: severely disabled people whom no programme reaches. */
export function planSevere(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const person = county.person({ age: [24, 58] });
    const disability = SEVERE[i % SEVERE.length] ?? { kind: 4, grade: 1 };
    certificate(county, person, disability);
    careSubsidy(county, person, disability);
    if (i % 3 === 0)
      povertyRow(county, person, { kind: '脱贫不稳定户', risk_removed: '是', pc_income_year: 13_900 });
    county.plant('OMI-01', about(person), '重度残疾人不在任何保障名册');
  }
  const severe = { kind: 4, grade: 1 };
  const edge = makeEdge(county, 1, { single_person: '是' })[0];
  const tekun = makeTekun(county).person;
  const covered = makeDibao(county, { size: 1 }).head;
  const orphan = makeChild(county, '孤儿');
  const dead = county.person({ age: [40, 70] });
  cremation(county, dead, county.day(5, 6));
  const cases = [
    [edge, '在低保边缘名册'],
    [tekun, '在特困名册'],
    [covered, '在低保名册'],
    [orphan, '在孤儿名册'],
    [dead, '已死亡'],
  ] as const;
  for (const [person, why] of cases) {
    if (person === undefined) continue;
    certificate(county, person, severe);
    if (person === covered) bothSubsidies(county, covered, severe);
    else if (person !== tekun && person !== dead) careSubsidy(county, person, severe);
    county.decoy('OMI-01', about(person), why);
  }
  for (const [disability, change, why] of [
    [severe, { status: '注销' }, '残疾人证已注销'],
    [{ kind: 4, grade: 3 }, {}, '肢体三级，不属重度'],
    [{ kind: 2, grade: 3 }, {}, '听力三级，不属重度'],
  ] as const) {
    const person = county.person();
    certificate(county, person, disability, change);
    county.decoy('OMI-01', about(person), why);
  }
}

/** Living and care subsidy of a severely disabled person on dibao. */
export function bothSubsidies(county: County, person: Person, disability: Disability): void {
  addRecipient(county, {
    person,
    programme: 'disability',
    kind: '两项',
    basic: 120,
    care: 130,
    disability,
    isDibao: true,
  });
}

/** OMI-02: a severely disabled or seriously ill member of an edge household without single-person dibao. */
export function planEdgeMembers(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const people = makeEdge(county, 2 + (i % 2));
    const person = people[1];
    if (person === undefined) continue;
    if (i % 3 === 2) {
      medicalRow(county, person, { diagnosis: '恶性肿瘤', self_paid: 38_000, serious_illness: '是' });
    } else {
      const disability = SEVERE[i % SEVERE.length] ?? { kind: 4, grade: 1 };
      certificate(county, person, disability);
      careSubsidy(county, person, disability);
    }
    county.plant('OMI-02', about(person, people[0]), '边缘家庭重残（重病）成员未单人保');
  }
  for (let i = 0; i < 2; i += 1) {
    const [head, single] = makeEdge(county, 2);
    if (head === undefined || single === undefined) continue;
    const household = makeDibao(county, { size: 1, head: single });
    household.mode = '单人保';
    household.cause = '因残';
    household.hukou = false;
    const severe = { kind: 4, grade: 1 };
    certificate(county, single, severe);
    bothSubsidies(county, single, severe);
    county.decoy('OMI-02', about(single, head), '已按单人户纳入低保');
    const mild = makeEdge(county, 2)[1];
    if (mild === undefined) continue;
    certificate(county, mild, { kind: 4, grade: 3 });
    county.decoy('OMI-02', about(mild), '肢体三级，不符合单人保');
  }
}

export function povertyRow(county: County, person: Person, change: Change): void {
  const serial = county.nextSerial();
  county.add('poverty', {
    household_no: `PK${serial}`,
    person_no: `PK${serial}01`,
    head_name: person.name,
    head_id: person.id,
    name: person.name,
    id_number: person.id,
    relation: '户主',
    kind: '脱贫户',
    cause: '因病',
    risk: null,
    risk_removed: '是',
    pc_income_year: county.random.int(13_500, 21_000),
    lifted_year: 2018,
    declared_aid: '否',
    health: '健康',
    labour: '普通劳动力',
    helper: '刘帮扶',
    town: person.village.town,
    village: person.village.name,
    ...{ address: person.address, phone: person.phone, note: null, ...change },
  });
}

/** OMI-03 and OMI-04: monitored and formerly poor households with low income and no cover. */
export function planPoor(county: County): void {
  const monitored = ['脱贫不稳定户', '边缘易致贫户', '突发严重困难户'];
  const risk = { risk: '因病', risk_removed: '否', lifted_year: null };
  for (let i = 0; i < county.perRule; i += 1) {
    const person = county.person();
    const kind = monitored[i % 3] ?? '边缘易致贫户';
    povertyRow(county, person, { ...risk, kind, pc_income_year: 5200 + 700 * (i % 5) });
    county.plant('OMI-03', { ...about(person, person), kind: 'household' }, `${kind}风险未消除且未保障`);
    const lifted = county.person();
    povertyRow(county, lifted, { pc_income_year: 5600 + 300 * (i % 4) });
    county.plant('OMI-04', { ...about(lifted, lifted), kind: 'household' }, '脱贫户收入低且未保障');
  }
  for (let i = 0; i < 2; i += 1) {
    const removed = county.person();
    povertyRow(county, removed, { kind: '边缘易致贫户', risk: '因病', pc_income_year: 14_600 });
    county.decoy('OMI-03', about(removed, removed), '风险已消除，收入较高');
    const covered = makeDibao(county).head;
    povertyRow(county, covered, { ...risk, kind: '脱贫不稳定户', pc_income_year: 6100 });
    county.decoy('OMI-03', about(covered, covered), '已在低保名册');
    const rich = county.person();
    povertyRow(county, rich, { ...risk, kind: '边缘易致贫户', pc_income_year: 15_800 + i });
    county.decoy('OMI-03', about(rich, rich), '人均收入高于上限');
    const lifted = county.person();
    povertyRow(county, lifted, { pc_income_year: 17_500 + i });
    county.decoy('OMI-04', about(lifted, lifted), '收入较高');
    const aided = makeEdge(county, 2)[0];
    if (aided === undefined) continue;
    povertyRow(county, aided, { pc_income_year: 8700 });
    county.decoy('OMI-04', about(aided, aided), '已在边缘名册');
  }
}

export function medicalRow(county: County, person: Person, change: Change): void {
  const selfPaid = Number(change.self_paid ?? 12_000);
  county.add('medical', {
    name: person.name,
    id_number: person.id,
    insured_kind: '城乡居民',
    admissions: county.random.int(1, 4),
    ...{ total: selfPaid * 2 + 8000, pooled: selfPaid + 3000, serious: 5000, aid: 0, self_paid: selfPaid },
    diagnosis: '慢性阻塞性肺病',
    hospital: '沂青县人民医院',
    admitted_on: county.day(5, 3),
    discharged_on: county.day(5, 24),
    serious_illness: '否',
    town: person.village.town,
    village: person.village.name,
    address: person.address,
    ...{ phone: person.phone, note: null, ...change },
  });
}

/** OMI-05: high own payments and no relief. */
export function planMedical(county: County): void {
  for (let i = 0; i < county.perRule; i += 1) {
    const person = county.person({ age: [30, 70] });
    medicalRow(county, person, {
      self_paid: 56_000 + 9000 * (i % 5),
      diagnosis: '恶性肿瘤',
      serious_illness: '是',
    });
    county.plant('OMI-05', about(person), '自付超过五万元未获救助');
  }
  for (let i = 0; i < 2; i += 1) {
    const small = county.person();
    medicalRow(county, small, { self_paid: 24_000 + 4000 * i });
    county.decoy('OMI-05', about(small), '自付不足五万元');
    const relieved = county.person();
    medicalRow(county, relieved, { self_paid: 71_000, diagnosis: '慢性肾衰竭' });
    reliefRow(county, relieved, county.day(3, 8));
    county.decoy('OMI-05', about(relieved), '已获临时救助');
    const dead = county.person({ age: [55, 80] });
    medicalRow(county, dead, { self_paid: 83_000, diagnosis: '恶性肿瘤' });
    cancellation(county, dead, '死亡', county.day(3, 9));
    county.decoy('OMI-05', about(dead), '已死亡');
  }
}
