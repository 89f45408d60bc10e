/**
 * Two large lists with ID numbers, names and towns, and the truth by construction, made inside DuckDB:
 *
 *   node bench/linkage/make-scale.mjs [OUT] [--left 1500000] [--right 100000000] [--hits 2500000] [--parquet]
 *
 * left: 序号, 姓名, 身份证号, 乡镇, one row a person. right: 编号, 姓名, 公民身份号码, 所属乡镇; `hits` of its rows are
 * about seven in ten of the people on the left, some of them several times; 1 % of its numbers are damaged (one wrong
 * digit, missing, neighbours swapped, cut to …000 by a spreadsheet). truth: id_left, id_right.
 *
 * At the full size this needs about 6 GB of disk as CSV. Without OUT it goes to yangguang-scale in the system's folder for
 * temporary files. Delete it after use. The same sizes give the same rows; no seed, all is arithmetic on row numbers.
 */
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openTables, sqlText } from './scoring-tables.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    left: { type: 'string', default: '1500000' },
    right: { type: 'string', default: '100000000' },
    hits: { type: 'string', default: '2500000' },
    parquet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(
    'make-scale.mjs [OUT] [--left 1500000] [--right 100000000] [--hits 2500000] [--parquet]\n' +
      `At the full size about 6 GB of disk as CSV, by default in ${join(tmpdir(), 'yangguang-scale')}; delete it after use.`,
  );
  process.exit(0);
}
const [out = join(tmpdir(), 'yangguang-scale')] = positionals;
const sizes = { left: Number(values.left), right: Number(values.right) };
const hits = Math.min(Number(values.hits), Math.floor(sizes.right / 2));
/** People on the left who stand on the right at all. */
const known = Math.max(1, Math.floor(sizes.left * 0.7));

const areas = [
  130425, 130424, 130423, 130426, 130427, 130432, 130433, 130434, 130435, 130481, 130502, 130503,
];
const days = 35_000;
const numbers = areas.length * days * 998;
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const given =
  '建国军明华平文志永胜利福海玉金春生成荣林清德学庆民忠强新祥东卫红秀英兰桂芳珍梅凤香霞琴花莲淑素云爱美翠菊丽枝娥彩巧敏珠玲伟静磊娜涛超艳鹏杰波斌燕婷芳玲雪丹洁浩宇鑫俊博嘉梓欣怡佳慧颖思悦雨涵';
const towns = [...'青石双龙金玉白马清柳黄红高长新云凤'].flatMap((first) => [`${first}山镇`, `${first}河乡`]);

const list = (items) =>
  `[${[...items].map((item) => (typeof item === 'number' ? item : sqlText(item))).join(', ')}]`;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const sum = weights.map((weight, i) => `(n // ${10 ** (16 - i)} % 10) * ${weight}`).join(' + ');

/** Macros that make a person out of a whole number: the same number gives the same person on both sides. */
const macros = `
  CREATE MACRO mix(n, salt) AS ((n + salt) * 2654435761 % 4294967291) * 48271 % 2147483647;
  CREATE MACRO place_of(p) AS (p * 179424673) % ${numbers};
  CREATE MACRO as_digits(d) AS year(d) * 10000 + month(d) * 100 + day(d);
  CREATE MACRO first17(k) AS
    ${list(areas)}[1 + k % ${areas.length}]::BIGINT * 100000000000
    + as_digits(DATE '1926-01-01' + (k // ${areas.length} % ${days})::INTEGER) * 1000
    + 1 + k // ${areas.length * days};
  CREATE MACRO with_check(n) AS n::VARCHAR || substr('10X98765432', (1 + (${sum}) % 11)::INTEGER, 1);
  CREATE MACRO name_of(p) AS
    ${list(surnames)}[1 + least(mix(p, 11) % 40, mix(p, 12) % 40)] || ${list(given)}[1 + mix(p, 13) % ${[...given].length}]
    || CASE WHEN mix(p, 14) % 5 = 0 THEN '' ELSE ${list(given)}[1 + mix(p, 15) % ${[...given].length}] END;
  CREATE MACRO town_of(p) AS ${list(towns)}[1 + mix(p, 16) % ${towns.length}];
  CREATE MACRO wrong_digit(t, place, step) AS
    substr(t, 1, place - 1) || ((substr(t, place, 1)::INTEGER + step) % 10)::VARCHAR || substr(t, place + 1);
  CREATE MACRO damaged(t, j) AS CASE
    WHEN mix(j, 22) % 100 < 60 THEN wrong_digit(t, (1 + mix(j, 23) % 17)::INTEGER, (1 + mix(j, 24) % 9)::INTEGER)
    WHEN mix(j, 22) % 100 < 80 THEN ''
    WHEN mix(j, 22) % 100 < 90 THEN substr(t, 1, 14) || substr(t, 16, 1) || substr(t, 15, 1) || substr(t, 17)
    ELSE substr(t, 1, 15) || '000' END;
  CREATE MACRO hit_of(j) AS (j * ${coprime(sizes.right)}) % ${sizes.right};
  CREATE MACRO person_of(j) AS CASE WHEN hit_of(j) < ${hits} THEN hit_of(j) % ${known} ELSE ${sizes.left} + j END;`;

/** A factor without a common divisor, so that multiplying only changes the order. */
function coprime(n) {
  const divisor = (a, b) => (b === 0 ? a : divisor(b, a % b));
  let factor = Math.max(1, Math.floor(n * 0.618));
  while (divisor(factor, n) !== 1) factor += 1;
  return factor;
}

mkdirSync(out, { recursive: true });
const from = performance.now();
const tables = await openTables('3GB');
// Rows in the order of their numbers: the same bytes each time.
await tables.run('SET preserve_insertion_order = true');
for (const macro of macros.split(';').filter((text) => text.trim() !== '')) await tables.run(macro);
const files = [
  await write(
    'left',
    `SELECT j AS 序号, name_of(p) AS 姓名, number AS 身份证号, town_of(p) AS 乡镇 FROM (${numbered(sizes.left, 'range')})`,
  ),
  await write(
    'right',
    `SELECT j AS 编号, name_of(p) AS 姓名,
       CASE WHEN mix(j, 21) % 100 = 0 THEN damaged(number, j) ELSE number END AS 公民身份号码, town_of(p) AS 所属乡镇
     FROM (${numbered(sizes.right, 'person_of(range)')})`,
  ),
  await write(
    'truth',
    `SELECT person_of(range) AS id_left, range AS id_right FROM range(${sizes.right}) WHERE hit_of(range) < ${hits}`,
  ),
];
tables.close();
const seconds = Math.round((performance.now() - from) / 100) / 10;
console.log(JSON.stringify({ out, ...sizes, hits, seconds, files }));

/** Rows with their person and number. Step by step: a macro within a macro would be worked out again at each mention. */
function numbered(rows, person) {
  return `SELECT j, p, with_check(n) AS number FROM (
    SELECT j, p, first17(k) AS n FROM (
      SELECT j, p, place_of(p) AS k FROM (SELECT range AS j, ${person} AS p FROM range(${rows}))))`;
}

async function write(name, query) {
  const path = join(out, `${name}.${values.parquet ? 'parquet' : 'csv'}`);
  await tables.run(
    `COPY (${query}) TO ${sqlText(path)} (FORMAT ${values.parquet ? 'parquet' : 'csv, HEADER'})`,
  );
  return { name, mb: Math.round(statSync(path).size / 1e6) };
}
