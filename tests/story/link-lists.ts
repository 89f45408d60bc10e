import { checkDigit } from '@yangguang/domain/words/id-check';

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** A number of nobody: the area was never given to a county. */
export function madeUpId(n: number): string {
  const born = `19${30 + (n % 60)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`;
  const first = `339901${born}${String(100 + (n % 880))}`;
  return `${first}${checkDigit(first)}`;
}

export const madeUpName = (n: number): string =>
  `${pick(surnames, n)}${pick(given, n * 7 + Math.floor(n / 15))}${pick(given, n * 3 + Math.floor(n / 20))}`;

const town = (n: number): string => `${pick(['东', '西', '南', '北'], n)}镇`;
const village = (n: number): string => `${1 + (n % 9)}村`;

/** One digit of the serial wrong, which the check digit finds. */
const damaged = (id: string): string => `${id.slice(0, 15)}${(Number(id[15]) + 1) % 10}${id.slice(16)}`;

export type Rows = readonly (readonly string[])[];

export interface Lists {
  readonly left: Rows;
  readonly right: Rows;
  /** 'D7,S3' for everybody who stands in both. */
  readonly truth: ReadonlySet<string>;
}

/**
 * A roster and a list of deaths with headings of its own. Every fourth of the roster stands in both; of these, some
 * numbers have a wrong digit or are missing, and some names have another character of the same sound.
 */
export function madeUpLists(people: number): Lists {
  const left = Array.from({ length: people }, (_, n) => [
    `D${n}`,
    madeUpName(n),
    madeUpId(n),
    town(n),
    village(n),
  ]);
  const right: string[][] = [];
  const truth = new Set<string>();
  for (let n = 0; n < people; n += 4) {
    const id = n % 20 === 0 ? '' : n % 12 === 0 ? damaged(madeUpId(n)) : madeUpId(n);
    right.push([
      `S${right.length}`,
      n % 28 === 0 ? madeUpName(n).replace('晓', '小') : madeUpName(n),
      id,
      town(n),
      village(n),
    ]);
    truth.add(`D${n},S${right.length - 1}`);
  }
  for (let n = people; n < people + people / 4; n += 1)
    right.push([`S${right.length}`, madeUpName(n), madeUpId(n), town(n), village(n)]);
  return {
    left: [['编号', '姓名', '身份证号', '乡镇', '村'], ...left],
    right: [['序号', '死者姓名', '公民身份号码', '乡镇', '村'], ...right],
    truth,
  };
}

export const csvOf = (rows: Rows): string => rows.map((row) => `${row.join(',')}\r\n`).join('');

/** The heading, then the other rows the other way round. */
export const turned = ([heading = [], ...rows]: Rows): Rows => [heading, ...rows.toReversed()];

/** A plan for the two lists, without a shipped model. */
export const listPlan = `id: { left: 编号, right: 序号 }
fields:
  name: { type: person_name, left: 姓名, right: 死者姓名 }
  number: { type: id_number, left: 身份证号, right: 公民身份号码 }
  town: { type: text, column: 乡镇 }
  village: { type: text, column: 村 }
compare:
  - { by: person_name, field: name }
  - { by: id_number, field: number }
  - { by: place, fields: [town, village] }
block:
  - [number]
  - ["solved(number)"]
  - ["sound(name)"]
one_to_one: true
`;
