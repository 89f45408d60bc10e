import type { County } from './county.ts';
import { type Household, type Member, type Person, plainPay } from './model.ts';
import { addDays, addMonths, ageOn } from './months.ts';
import type { Village } from './places.ts';

/** Monthly standards in yuan in force during the last twelve months. */
export const STANDARD = { urban: 760, rural: 581 } as const;
/** Uplift a month, in yuan, for each severely disabled member. */
export const UPLIFT = { urban: 114, rural: 87 } as const;

export interface HouseholdWish {
  readonly size?: number;
  readonly age?: readonly [number, number];
  readonly sex?: '男' | '女';
  readonly village?: Village;
  readonly started?: string;
  /** Stated income per head and month, in yuan. */
  readonly incomePerHead?: number;
  readonly head?: Person;
  readonly company?: 'spouse' | 'children' | 'mixed';
}

/** Household sizes and how often they occur, in per cent. */
const SIZES = [
  [1, 45],
  [2, 28],
  [3, 17],
  [4, 10],
] as const;
const CAUSES = ['因病', '因残', '缺劳力', '年老体弱', '因学', '因灾'];

export function member(person: Person, relation: string, age: number): Member {
  const employment = age < 6 ? '学龄前' : age < 18 ? '学生' : age >= 60 ? '无' : '务农';
  return { person, relation, insured: true, income: 0, employment, inSchool: age >= 6 && age < 18 };
}

/** The amount that fills the gap: standard × persons − household income, in whole yuan, never below 0. */
export function gap(household: Household): number {
  return Math.max(0, STANDARD[household.scheme] * household.insured - household.income);
}

/** True where the first month falls within three months after a round birthday (the age-based pattern). */
export function startsAtRoundBirthday(birthOn: string, started: string): boolean {
  return [60, 65, 70, 80].some((age) => {
    const birthday = `${Number(birthOn.slice(0, 4)) + age}${birthOn.slice(4, 7)}`;
    return started >= addMonths(birthday, -1) && started <= addMonths(birthday, 4);
  });
}

function startMonth(county: County, head: Person): string {
  for (;;) {
    const back = county.random.chance(0.35) ? county.random.int(44, 100) : county.random.int(2, 50);
    const started = county.back(back);
    if (!startsAtRoundBirthday(head.birthOn, started)) return started;
  }
}

function companions(county: County, head: Person, wish: HouseholdWish, size: number): Member[] {
  const members: Member[] = [];
  const headAge = ageOn(head.birthOn, county.asOf);
  const company =
    wish.company ?? (headAge < 26 ? 'children' : county.random.pick(['mixed', 'mixed', 'children'] as const));
  if (company !== 'children' && size > 1) {
    const sex = head.sex === '男' ? '女' : '男';
    const spouse = county.person({ sex, age: [Math.max(23, headAge - 4), headAge + 1], livesWith: head });
    members.push(member(spouse, '配偶', headAge));
  }
  while (members.length < size - 1) {
    const oldest = Math.max(1, Math.min(15, headAge - 22));
    const child = county.person({
      age: [Math.min(2, oldest), oldest],
      livesWith: head,
      surname: head.name.slice(0, 1),
    });
    members.push(member(child, child.sex === '男' ? '子' : '女', ageOn(child.birthOn, county.asOf)));
  }
  return members;
}

/** Shares the stated income out over the grown members. */
function shareIncome(household: Household): void {
  const grown = household.members.filter((one) => !one.inSchool && !one.employment.startsWith('学'));
  const earners = grown.length > 0 ? grown : household.members;
  const each = Math.floor(household.income / earners.length);
  earners.forEach((one, i) => {
    one.income = i === 0 ? household.income - each * (earners.length - 1) : each;
  });
}

/** Sets the stated monthly income and prices the household anew. */
export function setIncome(household: Household, income: number): void {
  household.income = income;
  shareIncome(household);
  household.amount = gap(household);
}

function newHead(county: County, wish: HouseholdWish): Person {
  const village = wish.village ?? county.village();
  return county.person({ age: wish.age ?? [30, 57], village, ...(wish.sex ? { sex: wish.sex } : {}) });
}

/** A household on dibao in which everything is consistent: priced by its gap, paid to its head, known to the police. */
export function makeDibao(county: County, wish: HouseholdWish = {}): Household {
  const { random } = county;
  const size = wish.size ?? random.weighted(SIZES);
  const head = wish.head ?? newHead(county, wish);
  const started = wish.started ?? startMonth(county, head);
  const members = [
    member(head, '本人', ageOn(head.birthOn, county.asOf)),
    ...companions(county, head, wish, size),
  ];
  const scheme = head.village.urban ? 'urban' : 'rural';
  const perHead = wish.incomePerHead ?? random.int(60, STANDARD[scheme] - 130);
  const household: Household = {
    head,
    members,
    scheme,
    mode: '按户保',
    size,
    insured: size,
    income: 0,
    amount: 0,
    uplift: 0,
    started,
    approvedOn: `${addMonths(started, -1)}-${random.int(10, 26)}`,
    cause: random.pick(CAUSES),
    fileNo: `DB${county.nextSerial()}`,
    phone: head.phone,
    ...{ status: '正常', listed: true, hukouNo: county.nextSerial(), hukou: true, pay: plainPay() },
  };
  setIncome(household, perHead * size + (size > 1 ? random.int(0, size - 1) : 0));
  county.dibao.push(household);
  return household;
}

/** Enters the application that led to this household's approval. */
export function applyFor(county: County, household: Household, appliedOn?: string): void {
  const on = appliedOn ?? addDays(household.approvedOn, -32);
  county.add('application', {
    ...{ name: household.head.name, id_number: household.head.shown, town: household.head.village.town },
    village: household.head.village.name,
    category: household.scheme === 'urban' ? '城市低保' : '农村低保',
    ...{ applied_on: on, accepted_on: addDays(on, 2), is_relative: '否', authorised: '是' },
    investigation_on: addDays(on, 6),
    investigator_1: '',
    investigator_2: '',
    notice_from: addDays(on, 12),
    ...{ notice_to: addDays(on, 19), submitted_on: addDays(on, 22), decided_on: household.approvedOn },
    ...{ decision: '批准', amount: household.amount, delivered_on: addDays(household.approvedOn, 3) },
    ...{ started_month: household.started, household_size: household.size },
  });
}

/** The police register lines of a household: exactly these members, one hukou. */
export function hukouRows(household: Household, county: County): void {
  for (const one of household.members) {
    if (one.person.shown === null) continue;
    county.add(
      'hukou',
      hukouRow(
        one.person,
        household.hukouNo,
        household.head,
        one.relation === '本人' ? '户主' : one.relation,
      ),
    );
  }
}

export function hukouRow(person: Person, hukouNo: string, head: Person, relation: string) {
  return {
    hukou_no: hukouNo,
    head_name: head.name,
    head_id: head.id,
    relation,
    name: person.name,
    id_number: person.id,
    ...{ sex: person.sex, birth_on: person.birthOn, town: person.village.town, village: person.village.name },
    address: person.address,
    hukou_kind: '家庭户',
    split_on: null,
    former_name: null,
    marriage: null,
    note: null,
  };
}
