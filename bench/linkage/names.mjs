/**
 * node bench/linkage/names.mjs: names normalised and pairs of names compared a second, on one thread, and how many
 * pairs of made-up names chance alone makes compatible.
 *   --names N   so many names (1,000,000)
 *   --pairs N   so many random pairs (500,000)
 *   --seed N    another draw
 * The last number in brackets is the sum of what was made: it changes when the result does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleRooms, root } from '../load-rooms.mjs';
import { machine } from '../measure-run.mjs';

const { values } = parseArgs({
  options: {
    names: { type: 'string', default: '1000000' },
    pairs: { type: 'string', default: '500000' },
    seed: { type: 'string', default: '20261121' },
  },
});
const rooms = await bundleRooms(
  'bench-names',
  `export { compareNames, isCompatible, nameLevel } from '@yangguang/domain/words/name-compare';
   export { nameForms } from '@yangguang/domain/words/name-forms';
   export { nameKeys } from '@yangguang/domain/words/name-keys';`,
);
const { compareNames, isCompatible, nameForms, nameKeys, nameLevel } = await import(rooms);

/** The commonest surnames, weighted as they come: a common one stands several times. */
const surnames = [
  ...'王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
  ...'苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  ...['欧阳', '上官', '司马', '诸葛', '張', '劉', '陳', '趙', '單', '仇', '查', '區'],
];
const given = [
  ...'伟强磊军勇涛超明刚平辉鹏华飞波斌宇浩凯健俊帆帅旭宁龙林海峰建国志文永庆德福贵财生根树忠义礼信诚厚仁孝良善廷洪昌盛兴旺祥瑞安康乐喜春夏冬',
  ...'芳娜敏静丽艳娟霞秀英慧巧美淑惠珠翠雅芝玉萍红娥玲芬燕彩菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛佳嘉琼勤珍贞莉桂璧璐娅琦晶妍茜秋珊莎',
  ...'子梓轩涵欣怡诗思雨晨曦博睿泽铭昊煜霖鑫森淼焱垚喆珏瑾瑜琪瑶璇珂婷婧妤姝嫣嬿懿毅颖莹盈晓小大长重朝晟國華強偉麗芳榮鳳蘭',
];
const draw = makeDraw(Number(values.seed));
const names = Array.from({ length: Number(values.names) }, makeName);
const pairs = Array.from({ length: Number(values.pairs) }, () => [pick(names), pick(names)]);
const looksAlike = loadLookalikes();

console.log(machine());
measure('nameForms with its pinyin key', names, (name) => nameForms(name).pinyin.length, 'names');
measure('nameKeys', names, (name) => nameKeys(name).pinyin.length, 'names');
measure('compareNames', pairs, ([a, b]) => compareNames(a, b).zh.length, 'pairs');
measure(
  'compareNames, look-alikes of the pack',
  pairs,
  ([a, b]) => compareNames(a, b, looksAlike).zh.length,
  'pairs',
);
measure('nameLevel, look-alikes of the pack', pairs, ([a, b]) => nameLevel(a, b, looksAlike).length, 'pairs');
reportChance();

function measure(title, items, work, unit) {
  let done = 0;
  const [from, used] = [performance.now(), process.cpuUsage()];
  for (const item of items) done += work(item);
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(used);
  const speed = Math.round(items.length / seconds).toLocaleString('en');
  const cpu = ((user + system) / 1e6).toFixed(2);
  console.log(
    `${title}: ${speed} ${unit}/s (${items.length} in ${seconds.toFixed(2)} s, CPU ${cpu} s; ${done})`,
  );
}

/** How many random pairs of different names are compatible, by level, with examples. */
function reportChance() {
  const counts = new Map();
  let different = 0;
  for (const [a, b] of pairs) {
    if (a === b) continue;
    different += 1;
    const level = nameLevel(a, b, looksAlike);
    if (!isCompatible(level)) continue;
    const kept = counts.get(level) ?? { count: 0, examples: [] };
    kept.count += 1;
    if (kept.examples.length < 5) kept.examples.push(`${a}/${b}`);
    counts.set(level, kept);
  }
  for (const [level, { count, examples }] of [...counts].sort())
    console.log(`${level}: ${count} of ${different} random pairs, such as ${examples.join(' ')}`);
}

function makeName() {
  return pick(surnames) + pick(given) + (draw() < 0.8 ? pick(given) : '');
}

function pick(items) {
  return items[Math.floor(draw() * items.length)];
}

/** Mulberry32: the same draws from the same seed on every machine. */
function makeDraw(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function loadLookalikes() {
  const groups = new Map();
  const [, ...rows] = readFileSync(join(root, 'policy/linkage/lookalikes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/u);
  rows.forEach((row, group) => {
    for (const char of row.split(',')[0]) groups.set(char, [...(groups.get(char) ?? []), group]);
  });
  return (x, y) => {
    const others = groups.get(y);
    return others !== undefined && (groups.get(x)?.some((group) => others.includes(group)) ?? false);
  };
}
