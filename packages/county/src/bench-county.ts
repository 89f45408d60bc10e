import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_LISTS, type Somebody, townOf, villageOf } from './bench-lists.ts';
import { checkCharacter } from './citizen-number.ts';
import { addMonths } from './months.ts';
import { makeName } from './names.ts';
import { COUNTY_CODE } from './places.ts';
import { Random } from './prng.ts';

export interface BenchWish {
  readonly folder: string;
  /** Persons on dibao; about 22 households for every 40 persons. */
  readonly recipients?: number;
  /** Spread over 25 months. */
  readonly paymentRows?: number;
  /** Spread over nine comparison lists; about one row in a hundred is about a recipient. */
  readonly comparisonRows?: number;
  readonly seed?: number;
  /** Last benefit month, 'YYYY-MM'. */
  readonly month?: string;
}

interface BenchPerson extends Somebody {
  readonly head: Somebody;
  readonly relation: string;
  readonly account: string;
}

const MONTHS = 25;
const NEIGHBOURS = ['371302', '371311', '371312', '371321', '371322', '371323', '371324', '371325', '371326'];

/** Lines to a file in one-megabyte pieces. */
class LineFile {
  private readonly handle: number;
  private pending: string[] = [];
  private size = 0;

  constructor(path: string, headings: string) {
    this.handle = openSync(path, 'w');
    this.line(headings);
  }

  line(text: string): void {
    this.pending.push(text);
    this.size += text.length;
    if (this.size > 1_000_000) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }

  private flush(): void {
    if (this.pending.length > 0) writeSync(this.handle, `${this.pending.join('\r\n')}\r\n`);
    this.pending = [];
    this.size = 0;
  }
}

function somebody(random: Random, area: string, village: number): Somebody {
  const birthOn = `${random.int(1935, 2010)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`;
  const sequence = random.int(1, 999);
  const first17 = area + birthOn.replaceAll('-', '') + String(sequence).padStart(3, '0');
  const male = sequence % 2 === 1;
  return {
    name: makeName(random, male ? '男' : '女'),
    id: first17 + checkCharacter(first17),
    birthOn,
    male,
    village,
  };
}

/** The recipients: heads and members of dibao households, every number once. */
function makeRecipients(random: Random, count: number): BenchPerson[] {
  const people: BenchPerson[] = [];
  const seen = new Set<string>();
  let head: Somebody | undefined;
  while (people.length < count) {
    const newHousehold = head === undefined || random.chance(0.55);
    const person = somebody(random, COUNTY_CODE, newHousehold ? random.int(1, 500) : (head?.village ?? 1));
    if (seen.has(person.id)) continue;
    seen.add(person.id);
    if (newHousehold) head = person;
    const account = `62170${String(people.length).padStart(14, '0')}`;
    people.push({ ...person, head: head ?? person, relation: newHousehold ? '本人' : '其他', account });
  }
  return people;
}

interface BenchHousehold {
  readonly head: BenchPerson;
  readonly size: number;
  readonly amount: number;
  readonly income: number;
}

function households(random: Random, people: readonly BenchPerson[]): BenchHousehold[] {
  const sizes = new Map<string, number>();
  for (const { head } of people) sizes.set(head.id, (sizes.get(head.id) ?? 0) + 1);
  return people
    .filter(({ relation }) => relation === '本人')
    .map((head) => {
      const size = sizes.get(head.id) ?? 1;
      const income = size * random.int(50, 450);
      return { head, size, income, amount: 581 * size - income };
    });
}

function writeRosters(
  folder: string,
  people: readonly BenchPerson[],
  homes: readonly BenchHousehold[],
): void {
  const roster = new LineFile(
    join(folder, '农村低保花名册.csv'),
    '乡镇,村,户主姓名,身份证号码,家庭人口数,保障人数,家庭月收入,保障金(元),发放合计(元),享受起始时间,账户名称,账号,待遇状态',
  );
  for (const { head, size, amount, income } of homes) {
    const where = `${townOf(head.village)},${villageOf(head.village)}`;
    roster.line(
      `${where},${head.name},${head.id},${size},${size},${income},${amount},${amount},2019.05,${head.name},${head.account},正常`,
    );
  }
  roster.close();
  const members = new LineFile(
    join(folder, '低保家庭成员.csv'),
    '户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,性别,出生日期,是否享受低保,乡镇,行政村',
  );
  for (const one of people) {
    const where = `${townOf(one.village)},${villageOf(one.village)}`;
    members.line(
      `${one.head.name},${one.head.id},${one.name},${one.id},${one.relation},${one.male ? '男' : '女'},${one.birthOn},是,${where}`,
    );
  }
  members.close();
}

/** One file a month: every household, then allowances to members until the month is full. */
function writePayments(
  folder: string,
  people: readonly BenchPerson[],
  homes: readonly BenchHousehold[],
  rows: number,
  last: string,
): void {
  const each = Math.floor(rows / MONTHS);
  for (let k = 0; k < MONTHS; k += 1) {
    const month = addMonths(last, k - MONTHS + 1).replace('-', '');
    const file = new LineFile(
      join(folder, `一卡通发放${month}.csv`),
      '补贴项目,所属月份,乡镇,村组,姓名,身份证号,开户姓名,银行账号,金额,发放日期,发放状态,备注',
    );
    const want = k === MONTHS - 1 ? rows - each * (MONTHS - 1) : each;
    for (let i = 0; i < want; i += 1) {
      const home = homes[i];
      const person = home?.head ?? people[(i * 7) % people.length];
      if (person === undefined) continue;
      const programme = home === undefined ? '高龄津贴' : '农村最低生活保障金';
      const where = `${townOf(person.village)},${villageOf(person.village)}`;
      file.line(
        `${programme},${month},${where},${person.name},${person.id},${person.name},${person.account},${home?.amount ?? 100}.00,${month}15,成功,`,
      );
    }
    file.close();
  }
}

/** Plain CSV files for benchmarks: rosters, 25 months of payments, nine comparison lists. Returns the rows written. */
export function generateBench(wish: BenchWish): { rows: number; files: number } {
  const {
    folder,
    recipients = 40_000,
    paymentRows = 1_000_000,
    comparisonRows = 6_000_000,
    seed = 1,
    month = '2022-07',
  } = wish;
  const random = new Random(seed);
  mkdirSync(folder, { recursive: true });
  const people = makeRecipients(random, recipients);
  const homes = households(random, people);
  writeRosters(folder, people, homes);
  writePayments(folder, people, homes, paymentRows, month);
  let written = 0;
  BENCH_LISTS.forEach((plan, p) => {
    const want =
      p === BENCH_LISTS.length - 1 ? comparisonRows - written : Math.round(comparisonRows * plan.share);
    const file = new LineFile(join(folder, plan.file), plan.headings);
    for (let i = 0; i < want; i += 1) {
      const person = random.chance(plan.hits)
        ? random.pick(people)
        : somebody(random, random.pick(NEIGHBOURS), random.int(1, 500));
      file.line(plan.line(random, person, i));
    }
    file.close();
    written += want;
  });
  return {
    rows: people.length + homes.length + paymentRows + comparisonRows,
    files: 2 + MONTHS + BENCH_LISTS.length,
  };
}
