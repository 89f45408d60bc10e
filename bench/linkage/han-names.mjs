import { Chance, Weighted, skewed } from './chance.mjs';
import { givenSounds, surnameSounds } from './han-sounds.mjs';

// Frequencies are made up: an order by feeling and a power law, with a flat tail over the whole table.

const commonSurnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭',
];
const restOfSurnames = [...surnameSounds.keys()].filter((surname) => !commonSurnames.includes(surname));

/** Surnames of the county, as a married-in wife brings one. */
export const surnames = skewed([...commonSurnames, ...restOfSurnames], 1.15, 4);

/** Commonest characters by the years of birth and sex, in falling order; `single` is the share of one-character names. */
const cohorts = [
  {
    until: 1949,
    single: 0.05,
    male: '德国玉文福明贵清永金荣生成富有春长志连树兴发财祥宝仁义礼光海山林学忠喜全秀才昌喜庆云义',
    female: '秀玉桂兰英珍芳凤淑素梅花香莲荣华翠金爱琴春娥红美清月菊仙巧银枝妹云菊',
  },
  {
    until: 1966,
    single: 0.1,
    male: '建国军明华平文志永胜利福海玉金春生成荣林清德学庆民忠强新祥东卫红跃进兵山云贵有安义',
    female: '秀英玉兰桂芳珍梅凤华荣香霞琴花莲淑红春素云爱美翠菊金平丽枝娥彩巧敏珠玲',
  },
  {
    until: 1979,
    single: 0.2,
    male: '建军国伟志强明勇华平永海文红卫东玉春林成学胜利新民刚忠义清波斌辉峰涛兵金荣庆',
    female: '丽红霞艳秀梅玉芳英华萍燕春玲香敏淑云娟琴凤桂花娜静洁平珍兰荣彩爱莉晓',
  },
  {
    until: 1994,
    single: 0.35,
    male: '伟强磊勇涛超鹏杰军波斌亮飞龙辉刚健俊明峰建志海文浩旭晓振永东宁凯雷帅洋',
    female: '静丽娜敏燕艳娟霞婷芳玲雪丹洁红梅萍莉倩颖琳英晓慧佳春秀玉海文小亚',
  },
  {
    until: 2009,
    single: 0.25,
    male: '浩杰宇鑫俊博文豪天志嘉明旭轩子泽龙阳家伟帅鹏涛梓航建凯海晨润佳成',
    female: '婷欣雨怡佳雪梦慧颖思静悦文倩琪晓雅玉紫嘉妍琳丽洁子蕊萱彤莹宇',
  },
  {
    until: 2100,
    single: 0.1,
    male: '梓子浩宇轩泽俊一铭博睿文辰嘉宸瑞晨奕皓天佑煜昊熙承霖恒航沐志逸',
    female: '梓子欣怡萱雨涵诗语一艺妍汐琪佳思彤雅可馨嘉悦若熙瑶依月晨沐锦',
  },
].map((cohort) => ({
  until: cohort.until,
  single: cohort.single,
  male: withTail(cohort.male),
  female: withTail(cohort.female),
}));

/** The commonest take a power law; one name character in six comes from anywhere in the table. */
function withTail(text) {
  const common = [...new Set(text)].filter((character) => givenSounds.has(character));
  const weights = common.map((character, rank) => [character, 1 / (rank + 3) ** 0.85]);
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  const tail = [...givenSounds.keys()];
  return new Weighted([
    ...weights,
    ...tail.map((character, i) => [character, (sum * 0.2 * (i % 3 === 0 ? 2 : 0.5)) / tail.length]),
  ]);
}

const cohortOf = (year) => cohorts.find(({ until }) => year <= until);

/** A given-name character of a person of that sex born in that year. */
export function givenCharacter(chance, year, isMale) {
  return cohortOf(year)[isMale ? 'male' : 'female'].draw(chance);
}

/**
 * A given name. With a `shared` character (of a generation of the clan, or of siblings) it begins with it.
 * @returns {string} one or two characters
 */
export function givenName(chance, year, isMale, shared) {
  const last = givenCharacter(chance, year, isMale);
  if (shared !== null) return shared === last ? last : shared + last;
  if (chance.hits(cohortOf(year).single)) return last;
  const first = givenCharacter(chance, year, isMale);
  // 丽丽, 婷婷: a doubled character is a girl's name of later years.
  return first === last && (isMale || year < 1975) ? first : first + last;
}

/** The character all boys of one clan and generation (of 25 years) share in a village. */
export function generationCharacter(village, surname, year) {
  const chance = new Chance(village * 7919 + (surname.codePointAt(0) ?? 0) * 31 + Math.floor(year / 25));
  return givenCharacter(chance, 1940, true);
}

/** Characters that old encodings and keyboards lose, with their reading. */
export const rareSounds = new Map(
  Object.entries({
    kun: '堃琨',
    zhe: '喆',
    yun: '赟昀筠',
    yan: '龑焱琰',
    chong: '翀',
    sheng: '昇晟',
    min: '旻旼',
    yang: '旸炀',
    yao: '垚珧',
    ben: '犇',
    yi: '燚翊祎',
    xin: '訢昕',
    yu: '彧昱',
    wei: '暐韡',
    ting: '珽',
    bin: '玢',
    jing: '璟婧',
    xuan: '瑄翾',
    hao: '淏灏',
    ye: '烨曅',
    li: '孋',
    han: '菡',
    ning: '甯',
    yue: '玥',
    qi: '祺玘',
  }).flatMap(([sound, text]) => [...text].map((character) => [character, sound])),
);
export const rareCharacters = [...rareSounds.keys()];
