import { readFileSync } from 'node:fs';
import { rareSounds } from './han-names.mjs';
import { givenSounds, soundAlikes, syllablesOf } from './han-sounds.mjs';
import { dots, respelt } from './minority-names.mjs';

const lookAlikes = readLookAlikes(new URL('../../policy/linkage/lookalikes.csv', import.meta.url));

const simplified =
  '陈张刘杨赵黄吴孙马罗郑谢韩冯邓许苏卢蒋贾叶阎钟范谭邹陆顾侯龙万钱汤乔赖龚庞兰陶颜齐乐华丽荣国军东伟红艳芳霞云凤兰兴连宝庆贵发财义礼学忠' +
  '刚强涛杰凯晓莹颖娇静琼莲爱银铁锋钢锦铭镇维纪绍红泽润渊滨鹏鸣鸿龄轩辉运远进达选严飞长开关庄寿书实宁宾导专业为乡风';
const traditional =
  '陳張劉楊趙黃吳孫馬羅鄭謝韓馮鄧許蘇盧蔣賈葉閻鍾範譚鄒陸顧侯龍萬錢湯喬賴龔龐蘭陶顏齊樂華麗榮國軍東偉紅豔芳霞雲鳳蘭興連寶慶貴發財義禮學忠' +
  '剛強濤傑凱曉瑩穎嬌靜瓊蓮愛銀鐵鋒鋼錦銘鎮維紀紹紅澤潤淵濱鵬鳴鴻齡軒輝運遠進達選嚴飛長開關莊壽書實寧賓導專業為鄉風';
const toTraditional = new Map([...simplified].map((character, i) => [character, [...traditional][i]]));

const errors = {
  soundAlike: (chance, person) =>
    withOther(chance, person, (character, first) => soundAlikes(character, first)),
  lookAlike: (chance, person) => withOther(chance, person, (character) => lookAlikes.get(character) ?? []),
  traditional: (_, { name }) =>
    [...name].map((character) => toTraditional.get(character) ?? character).join(''),
  dropped(chance, { surname, given, name }) {
    const rest = [...given];
    return rest.length < 2 ? name : surname + chance.pick(rest);
  },
  blanks: (chance, { surname, given }) => spaced(chance, surname, given),
  note: (chance, { name }) =>
    chance.pick([
      () => `${name}（已故）`,
      () => `${name}(已死亡)`,
      () => `${name}（女）`,
      () => `${name}同志`,
      () => `户主：${name}`,
      () => `${name}（户主）`,
      () => `${name}1`,
      () => `${name}（大）`,
    ])(),
  twoPeople(chance, { name, household, spouse }) {
    const other = spouse?.name ?? household.people.find((one) => one.name !== name)?.name;
    return other === undefined ? name : name + chance.pick(['、', ',', '/', '  ', '，']) + other;
  },
  latin: (chance, { surname, given, name }) => latin(chance, syllablesOf(surname, given)) ?? name,
};

/** What stands in the cell of the name. @param {object} rates `name`, `minority` and `rareLost` of a side */
export function nameCell(chance, person, rates) {
  if (person.style !== null) return minorityCell(chance, person, rates);
  const error = chance.oneOf(rates.name);
  const cell = error === null ? person.name : errors[error](chance, person);
  return [...cell].some((character) => rareSounds.has(character))
    ? loseRare(chance, cell, rates.rareLost)
    : cell;
}

function minorityCell(chance, person, { name, minority }) {
  let cell = person.name;
  if (chance.hits(minority.respelt)) cell = respelt(chance, cell);
  if (chance.hits(minority.oneCharacter)) cell = oneCharacterOther(chance, cell);
  if (chance.hits(minority.dots)) {
    const dot = chance.pick(dots);
    cell = cell.replaceAll('·', dot);
  }
  const cut = chance.hits(minority.cut12) ? 12 : chance.hits(minority.cut20) ? 20 : 99;
  if ([...cell].length > cut) cell = [...cell].slice(0, cut).join('');
  return chance.hits(name.note ?? 0) ? `${cell}（已故）` : cell;
}

const transliterating = new Map(
  [
    '买麦迈',
    '提题',
    '力里利',
    '木穆姆',
    '合赫',
    '尔儿',
    '依伊衣',
    '布不',
    '呷嘎',
    '吉几',
    '阿啊',
    '扎札',
    '仁任',
    '玛马',
    '古故',
  ].flatMap((group) =>
    [...group].map((character) => [character, [...group].filter((other) => other !== character)]),
  ),
);

function oneCharacterOther(chance, name) {
  const characters = [...name];
  const places = characters.flatMap((character, i) => (transliterating.has(character) ? [i] : []));
  if (places.length === 0) return name;
  const at = chance.pick(places);
  characters[at] = chance.pick(transliterating.get(characters[at]));
  return characters.join('');
}

/** One character of the name replaced by one that `othersOf` gives, mostly in the given name. */
function withOther(chance, { surname, given }, othersOf) {
  const characters = [...given];
  const first = chance.below(characters.length);
  const places = chance.hits(0.15) ? [-1, ...characters.keys()] : [first, ...characters.keys(), -1];
  for (const at of places) {
    const others = othersOf(at < 0 ? surname : characters[at], at < 0);
    if (others.length === 0) continue;
    const other = chance.pick(others);
    if (at < 0) return other + given;
    characters[at] = other;
    return surname + characters.join('');
  }
  return surname + given;
}

function spaced(chance, surname, given) {
  const blank = chance.pick([' ', '  ', '　', '\u00a0']);
  const [first, ...rest] = given;
  if (rest.length === 0 || chance.hits(0.6)) return surname + blank + given;
  return chance.hits(0.5)
    ? surname + blank + first + blank + rest.join('')
    : `${surname}${first}${blank}${rest.join('')}`;
}

const capital = (syllable) => syllable[0].toUpperCase() + syllable.slice(1);

function latin(chance, syllables) {
  if (syllables === null) return null;
  const { surname, given } = syllables;
  const joined = given.join('');
  return chance.pick([
    () => `${capital(surname)} ${capital(joined)}`,
    () => `${surname} ${joined}`.toUpperCase(),
    () => `${surname} ${given.join(' ')}`.toUpperCase(),
    () => surname + joined,
    () => `${capital(joined)} ${capital(surname)}`,
    () => `${surname},${joined}`.toUpperCase(),
  ])();
}

/** Characters that a system cannot hold become signs, an unused code, another character of the same sound, or pinyin. */
function loseRare(chance, name, rate) {
  return [...name]
    .map((character) => {
      const sound = rareSounds.get(character);
      if (sound === undefined || !chance.hits(rate)) return character;
      const alikes = [...givenSounds].filter(([, other]) => other === sound).map(([other]) => other);
      const how = chance.oneOf({ sign: 0.5, unused: 0.1, latin: 0.15 }) ?? 'alike';
      if (how === 'sign') return chance.pick(['?', '？', '〓', '□', '*', '�']);
      if (how === 'unused') return String.fromCharCode(0xe000 + (character.codePointAt(0) % 0x400));
      return how === 'latin' || alikes.length === 0 ? sound : chance.pick(alikes);
    })
    .join('');
}

/** The policy pack's sets of characters that are taken for one another. */
function readLookAlikes(path) {
  const others = new Map();
  for (const line of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const group = [...line.split(',')[0]];
    for (const character of group)
      others.set(character, [...(others.get(character) ?? []), ...group.filter((one) => one !== character)]);
  }
  return others;
}
