import { citizenNumber } from './citizen-number.ts';
import { type Damage, harmful, harmless, shownNumber } from './damage.ts';
import type { Cell } from './files/sheet.ts';
import type { Household, ListName, Payment, Person, Recipient, Row } from './model.ts';
import { addMonths, ageOn } from './months.ts';
import { makeName, type Sex } from './names.ts';
import { COUNTY_CODE, COUNTY_NAME, makePlaces, type Places, type Village } from './places.ts';
import { Random } from './prng.ts';
import type { Decoy, Planted, Subject } from './truth.ts';

const LISTS: readonly ListName[] = [
  ...(['edge', 'relief', 'application', 'rejected', 'exit', 'disclosure', 'proxy', 'payroll'] as const),
  ...([
    'committee',
    'caseworker',
    'cremation',
    'cancellation',
    'hukou',
    'marriage',
    'vehicle',
    'estate',
  ] as const),
  ...(['business', 'insurance', 'pension', 'fund', 'tax', 'certificate', 'poverty', 'medical'] as const),
  ...(['inmate', 'publicPost', 'veteran', 'standard'] as const),
];

export interface PersonWish {
  readonly sex?: Sex;
  /** Full years on the as-of date, both ends included. */
  readonly age?: readonly [number, number];
  readonly birthOn?: string;
  readonly village?: Village;
  readonly surname?: string;
  readonly name?: string;
  /** Same house: address, group and phone are taken over. */
  readonly livesWith?: Person;
}

/** Everything known about the county while it is being made. */
export class County {
  readonly random: Random;
  readonly places: Places;
  readonly asOfMonth: string;
  readonly asOf: string;
  /** Cases planted for each rule. */
  readonly perRule: number;
  readonly dibao: Household[] = [];
  readonly recipients: Recipient[] = [];
  readonly extraPayments: Payment[] = [];
  readonly former: Household[] = [];
  readonly lists: Record<ListName, Row[]>;
  readonly planted: Planted[] = [];
  readonly decoys: Decoy[] = [];
  private readonly ids = new Set<string>();
  private readonly namesByVillage = new Set<string>();
  private serial = 100_000;

  constructor(seed: number, households: number, asOf: string) {
    this.random = new Random(seed);
    this.places = makePlaces(this.random, households);
    this.asOf = asOf;
    this.asOfMonth = asOf.slice(0, 7);
    this.perRule = 3 + Math.floor(households / 1000);
    this.lists = Object.fromEntries(LISTS.map((name) => [name, []])) as unknown as Record<ListName, Row[]>;
  }

  /** The month so many months before the as-of month. */
  back(months: number): string {
    return addMonths(this.asOfMonth, -months);
  }

  /** A day of a month so many months back. */
  day(months: number, dayOfMonth = 15): string {
    return `${this.back(months)}-${String(dayOfMonth).padStart(2, '0')}`;
  }

  nextSerial(): string {
    this.serial += 1;
    return String(this.serial);
  }

  village(): Village {
    return this.random.pick(this.places.villages);
  }

  ruralVillage(): Village {
    return this.random.pick(this.places.villages.filter((village) => !village.urban));
  }

  person(wish: PersonWish = {}): Person {
    const sex = wish.sex ?? this.random.pick(['男', '女'] as const);
    const village = wish.village ?? wish.livesWith?.village ?? this.village();
    const birthOn = wish.birthOn ?? this.birthOn(wish.age ?? [28, 58]);
    const name = wish.name ?? this.freshName(sex, village, wish.surname);
    const id = this.freshId(sex, birthOn);
    return { name, id, shown: id, sex, birthOn, village, ...this.contact(village, wish.livesWith) };
  }

  /** A number that nobody in this county has; odd sequences for men. */
  freshId(sex: Sex, birthOn: string): string {
    for (;;) {
      const area = this.random.chance(0.9)
        ? COUNTY_CODE
        : `3713${this.random.pick(['21', '23', '25', '27'])}`;
      const sequence = this.random.int(0, 498) * 2 + (sex === '男' ? 1 : 2);
      const id = citizenNumber(area, birthOn, sequence);
      if (this.ids.has(id)) continue;
      this.ids.add(id);
      return id;
    }
  }

  /** A bank card number of 19 digits whose Luhn check holds. */
  account(): string {
    const body = `62170${this.random.digits(5)}${this.nextSerial()}${this.random.digits(2)}`;
    let sum = 0;
    for (let i = 0; i < body.length; i += 1) {
      const digit = Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return body + String((10 - (sum % 10)) % 10);
  }

  phone(): string {
    return `1${this.random.pick(['38', '50', '59', '87', '66', '52'])}${this.random.digits(2)}${this.nextSerial()}`;
  }

  add(list: ListName, row: Row): Row {
    this.lists[list].push(row);
    return row;
  }

  plant(rule: string, subject: Subject, note: string, damage?: Damage): void {
    const extra = damage === undefined || damage === 'none' ? {} : { damage };
    this.planted.push({ rule, ...subject, note, ...extra });
  }

  decoy(rule: string, subject: Subject, why: string): void {
    this.decoys.push({ rule, ...subject, why });
  }

  /**
   * How a comparison list writes this person's number for the i-th planted case: mostly clean, the second
   * written oddly, every fourth with digits lost, so that only number and name together give it away.
   */
  hit(person: Person, index: number): { cell: Cell; damage: Damage } {
    let damage: Damage = 'none';
    if (index % 4 === 1) damage = harmless(this.random, person.id);
    if (index % 4 === 2 && this.random.chance(0.6)) damage = harmful(this.random);
    return { cell: shownNumber(this.random, person.id, damage), damage };
  }

  private birthOn([youngest, oldest]: readonly [number, number]): string {
    const asOfYear = Number(this.asOf.slice(0, 4));
    for (;;) {
      const year = asOfYear - this.random.int(youngest, oldest + 1);
      const month = String(this.random.int(1, 12)).padStart(2, '0');
      const birthOn = `${year}-${month}-${String(this.random.int(1, 28)).padStart(2, '0')}`;
      const age = ageOn(birthOn, this.asOf);
      if (age >= youngest && age <= oldest && birthOn < this.asOf) return birthOn;
    }
  }

  private freshName(sex: Sex, village: Village, surname?: string): string {
    for (;;) {
      const name = makeName(this.random, sex, surname);
      const key = `${village.name}/${name}`;
      if (this.namesByVillage.has(key)) continue;
      this.namesByVillage.add(key);
      return name;
    }
  }

  private contact(village: Village, host?: Person): Pick<Person, 'group' | 'address' | 'phone' | 'account'> {
    const account = this.account();
    if (host !== undefined && host.village === village) {
      return { group: host.group, address: host.address, phone: host.phone, account };
    }
    village.houses += 1;
    const group = `${this.random.int(1, 6)}组`;
    const address = `${COUNTY_NAME}${village.town}${village.name}${group}${village.houses}号`;
    return { group, address, phone: this.phone(), account };
  }
}

/** The subject fields of a person. */
export function about(person: Person, head?: Person): Subject {
  return {
    kind: 'person',
    idNumber: person.id,
    subjectName: person.name,
    town: person.village.town,
    village: person.village.name,
    ...(head === undefined ? {} : { householdHeadId: head.id }),
  };
}

/** The subject fields of a household. */
export function aboutHousehold(household: Household): Subject {
  return { ...about(household.head, household.head), kind: 'household' };
}
