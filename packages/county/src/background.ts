import type { County } from './county.ts';
import { cellText } from './files/sheet.ts';
import { applyFor, hukouRows, makeDibao, UPLIFT } from './households.ts';
import type { Household } from './model.ts';
import { ageOn } from './months.ts';
import { estateRow, vehicleRow } from './plan/assets.ts';
import { cancellation, cremation } from './plan/deaths.ts';
import { pensionRow, postRow } from './plan/income.ts';
import { committeeRow, payrollRow } from './plan/officials.ts';
import { makeEdge, medicalRow, povertyRow } from './plan/omissions.ts';
import { marriageRow } from './plan/omissions-inside.ts';
import { makeChild, reliefRow } from './plan/overlaps.ts';
import { addRecipient, certificate, makeTekun } from './recipients.ts';

/** Fills dibao up to `households` with consistent households; every seventh has a disabled member, properly paid. */
export function fillDibao(county: County, households: number): void {
  const missing = households - county.dibao.filter((household) => household.listed).length;
  for (let i = 0; i < Math.max(60, missing); i += 1) {
    const household = makeDibao(county);
    if (i % 7 === 0) disable(county, household);
    if (household.started > county.back(17)) applyFor(county, household);
  }
}

function disable(county: County, household: Household): void {
  const first = household.members[0];
  if (first === undefined) return;
  const disability = {
    kind: county.random.int(1, 4),
    grade: county.random.int(household.size === 1 ? 3 : 1, 4),
  };
  first.disability = disability;
  household.cause = '因残';
  certificate(county, first.person, disability);
  const severe = disability.grade <= 2;
  if (severe) household.uplift = UPLIFT[household.scheme];
  const care = severe ? 130 : 0;
  const kind = severe ? '两项' : '生活补贴';
  addRecipient(county, {
    person: first.person,
    programme: 'disability',
    kind,
    basic: 120,
    care,
    disability,
    isDibao: true,
  });
}

/** The other programmes: tekun at home and in the home for the aged, edge, children, the very old, relief. */
export function fillOtherProgrammes(county: County, households: number): void {
  const home = { name: '沂青县中心敬老院', account: county.account() };
  for (let i = 0; i < households * 0.15; i += 1) {
    const central = i % 6 === 0;
    const tekun = makeTekun(county, central ? { institution: home.name } : {});
    if (!central) continue;
    tekun.pay.accountName = home.name;
    tekun.pay.accountNo = home.account;
  }
  for (let i = 0; i < households * 0.12; i += 1) makeEdge(county, county.random.int(1, 4));
  for (let i = 0; i < 4 + households * 0.01; i += 1) makeChild(county, i % 4 === 0 ? '孤儿' : '事实无人抚养');
  for (let i = 0; i < households * 0.3; i += 1) {
    addRecipient(county, {
      person: county.person({ age: [81, 89] }),
      programme: 'elder',
      kind: '80-89',
      basic: 100,
    });
  }
  for (let i = 0; i < households * 0.15; i += 1) {
    reliefRow(county, county.person(), county.day(county.random.int(1, 18), county.random.int(1, 27)));
  }
  for (let i = 0; i < 3 + households * 0.02; i += 1) refusedForGoodReason(county);
}

function refusedForGoodReason(county: County): void {
  const person = county.person();
  const income = county.random.int(6000, 9000);
  estateRow(county, person);
  vehicleRow(county, person);
  county.add('rejected', {
    name: person.name,
    id_number: person.id,
    household_size: 3,
    town: person.village.town,
    village: person.village.name,
    income,
    assets: '住房1套、轿车1辆',
    category: '农村低保',
    applied_on: county.day(county.random.int(3, 11), 8),
    ...{ reason: '家庭月人均收入2000元以上，且名下有小型轿车', result: '不符合', investigator: '孙立、周明' },
  });
}

/** Registers about the recipients themselves: hukou, marriages, the residents' pension. */
export function fillRegisters(county: County): void {
  const pensioners = new Set<unknown>(county.lists.pension.map((row) => row.name));
  for (const household of county.dibao) {
    if (household.hukou && household.listed) hukouRows(household, county);
    const spouse = household.members.find((one) => one.relation === '配偶');
    if (spouse !== undefined && county.random.chance(0.6)) {
      const year =
        Math.max(Number(spouse.person.birthOn.slice(0, 4)), Number(household.head.birthOn.slice(0, 4))) + 23;
      marriageRow(county, household.head, spouse.person, '结婚', `${Math.min(year, 2020)}-05-18`);
    }
    for (const { person } of household.members) {
      const found = county.random.chance(0.8);
      if (found && ageOn(person.birthOn, county.asOf) >= 61) residentPension(county, pensioners, person);
    }
  }
}

function residentPension(county: County, known: Set<unknown>, person: Household['head']): void {
  if (known.has(person.name)) return;
  known.add(person.name);
  pensionRow(county, person, '城乡居民', county.random.int(142, 210));
}

/** People who have nothing to do with assistance: the bulk of every comparison list. */
export function fillStrangers(county: County, households: number): void {
  const { random } = county;
  for (let i = 0; i < households * 1.5; i += 1) vehicleRow(county, county.person());
  for (let i = 0; i < households; i += 1)
    payrollRow(county, county.person(), random.pick(['公务员', '事业', '事业', '退休', '工勤']));
  for (let i = 0; i < households * 0.8; i += 1) strangerAtWork(county, i);
  for (let i = 0; i < households * 0.6; i += 1) {
    certificate(county, county.person(), { kind: random.int(1, 4), grade: random.int(3, 4) });
    povertyRow(county, county.person(), {});
  }
  for (let i = 0; i < households * 0.4; i += 1) {
    cremation(county, county.person({ age: [60, 95] }), county.day(random.int(0, 11), random.int(1, 25)));
    cancellation(
      county,
      county.person({ age: [50, 95] }),
      random.pick(['死亡', '死亡', '死亡', '参军', '重复户口']),
      county.day(random.int(0, 11), 9),
    );
    medicalRow(county, county.person(), { self_paid: random.int(4000, 19_000) });
  }
  for (let i = 0; i < 10 + households * 0.1; i += 1) {
    postRow(county, county.person());
    const post = county.lists.publicPost.at(-1);
    if (post !== undefined && i % 8 === 0) post.id_number = masked(cellText(post.id_number ?? null));
    const veteran = {
      kind: random.pick(['带病回乡退伍军人', '参战退役人员', '烈属']),
      amount: random.int(560, 980),
    };
    const person = county.person({ age: [55, 80] });
    const place = { town: person.village.town, village: person.village.name };
    county.add('veteran', {
      name: person.name,
      id_number: person.id,
      ...veteran,
      started_month: '2012-08',
      status: '正常',
      ...place,
    });
  }
  fillOffices(county);
}

/** 371399********1234: a department that may not give more. */
function masked(id: string): string {
  return `${id.slice(0, 6)}********${id.slice(14)}`;
}

function strangerAtWork(county: County, index: number): void {
  const person = county.person();
  const { random } = county;
  const work = { unit: '沂青县同创制造有限公司', from_month: county.back(30), to_month: county.back(0) };
  county.add('insurance', {
    name: person.name,
    id_number: person.id,
    insurance_kind: '企业职工养老',
    payer_kind: '单位职工',
    status: '正常参保',
    ...work,
    base: random.int(3700, 9000),
    last_paid_month: county.back(0),
    months_paid: 31,
    injury_nursing: null,
  });
  if (index % 2 === 0) {
    const tax = {
      withholder: '沂青县同创制造有限公司',
      name: person.name,
      id_number: person.id,
      item: '工资薪金所得',
    };
    county.add('tax', {
      ...tax,
      period: county.back(1),
      income: random.int(3700, 9000),
      year: Number(county.asOf.slice(0, 4)),
    });
  }
  const owner = county.person();
  const serial = county.nextSerial();
  county.add('business', {
    company: `沂青县${owner.name}百货店`,
    credit_code: `92371399MA3${serial}`,
    kind: '个体工商户',
    role: '经营者',
    name: owner.name,
    id_number: owner.id,
    capital: 30_000,
    share: null,
    founded_on: county.day(random.int(10, 80), 5),
    status: random.pick(['存续', '存续', '注销']),
    scope: '零售',
    last_tax_month: county.back(2),
    employees: 1,
  });
}

/** Three committee members a village and two handlers a town, none of them tied to anybody. */
function fillOffices(county: County): void {
  for (const village of [...county.places.villages, ...county.places.reserved]) {
    for (const post of ['支部书记', '会计', '委员'])
      committeeRow(county, county.person({ village }), village, { post });
  }
  for (const town of county.places.towns) {
    for (const post of ['受理', '审核']) {
      const person = county.person();
      const term = { from_on: county.day(50, 1), to_on: null, phone: person.phone };
      county.add('caseworker', {
        unit: `${town}社会事务办`,
        town,
        name: person.name,
        id_number: person.id,
        post,
        ...term,
      });
    }
  }
}

/** A few harmless oddities in the office's own numbers: spaces, full width, lower-case x. */
export function roughenNumbers(county: County, rough: (id: string) => Household['head']['shown']): void {
  for (const household of county.dibao) {
    for (const { person } of household.members) {
      if (person.shown === person.id && county.random.chance(0.02)) person.shown = rough(person.id);
    }
  }
}
