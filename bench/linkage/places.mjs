import { Weighted } from './chance.mjs';
import { surnames } from './han-names.mjs';

/** Real codes of two neighbouring counties, now and before 1993, and of counties from which people married in. */
export const homeCodes = { now: '130425', before: '132121' };
export const otherCodes = ['130424', '132128', '371525', '410923', '341222', '500235', '522121', '513122'];
export const countyName = '云溪县';

const townFirst = [...'青石双龙金玉白马大南北东西平安永和清柳黄红高长新太三九云凤'];
const townLast = [...'山河桥坪塘岭泉湾沟集店坝堡峰庙川溪原林田'];
const villageMiddle = ['家庄', '家村', '家营', '楼', '家湾', '家坪', '庄', '家寨', '店', '家沟'];
const villageFirst = [...'上下前后东西南北大小中新老里外'];

/**
 * The towns and villages of a county that holds about this many people.
 * @returns {{ town: string, code: number, villages: { name: string, town: string, number: number, surname: string,
 *   surnames: Weighted, size: number }[] }[]}
 */
export function makePlaces(chance, people, kind) {
  const villages = Math.max(12, Math.round(people / 1600));
  const count = Math.max(4, Math.min(60, Math.round(villages / 18)));
  const names = new Set();
  while (names.size < count) {
    const name = chance.pick(townFirst) + chance.pick(townLast);
    names.add(name + (chance.hits(0.65) ? '镇' : '乡'));
  }
  let number = 0;
  return [...names].map((town, code) => {
    const own = Math.floor(villages / count) + (code < villages % count ? 1 : 0);
    const taken = new Set();
    return { town, code, villages: Array.from({ length: own }, () => makeVillage(number++)) };

    function makeVillage(at) {
      const surname = surnames.draw(chance);
      const name = villageName(chance, surname, taken);
      taken.add(name);
      return {
        name,
        town,
        number: at,
        surname,
        surnames: clans(chance, surname, kind.clan),
        size: 0.4 + chance.next(),
      };
    }
  });
}

function villageName(chance, surname, taken) {
  for (;;) {
    const base = (chance.hits(0.75) ? surname : surnames.draw(chance)) + chance.pick(villageMiddle);
    const name = `${chance.hits(0.3) ? chance.pick(villageFirst) : ''}${base}${base.endsWith('村') ? '' : '村'}`;
    if (!taken.has(name)) return name;
  }
}

/** Surnames of a village: its clan's with the share given, two to five lesser ones, and anybody. */
function clans(chance, surname, share) {
  const few = Array.from({ length: chance.between(2, 5) }, () => surnames.draw(chance));
  const rest = 1 - share;
  return new Weighted([
    [surname, share],
    ...few.map((one) => [one, (rest * 0.6) / few.length]),
    [null, rest * 0.4],
  ]);
}
