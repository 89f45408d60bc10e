import type { Random } from './prng.ts';

export interface Village {
  readonly town: string;
  readonly name: string;
  /** Residents' committees (社区) are urban, villages rural. */
  readonly urban: boolean;
  houses: number;
}

export interface Places {
  readonly towns: readonly string[];
  /** Villages that anybody may live in. */
  readonly villages: readonly Village[];
  /** Villages kept empty for village-level patterns. */
  readonly reserved: Village[];
}

const TOWN_FIRST = [...'青云柳白石黄清双龙凤金玉大新长高桃梨'];
const TOWN_LAST = ['禾', '泉', '河', '埠', '岭', '湖', '桥', '庄'];
const VILLAGE_FIRST = [...'东西南北前后上下大小新老中'];
const VILLAGE_MID = [...'王李张刘陈杨赵黄周吴徐孙胡朱高柳槐枣杏石沙白青龙'];
const VILLAGE_LAST = ['庄', '家沟', '家岭', '家埠', '家洼', '家坡', '家河', '峪'];

/** County code and name: made up, under a real prefecture code so that prefixes look right. */
export const COUNTY_CODE = '371399';
export const COUNTY_NAME = '沂青县';

function distinct(count: number, make: () => string): string[] {
  const seen = new Set<string>();
  while (seen.size < count) seen.add(make());
  return [...seen];
}

/** Kept villages in one set of village patterns (see `planVillages`). */
export const RESERVED_EACH = 7;

/** Towns and villages for this many households: about sixteen households a village. */
export function makePlaces(random: Random, households: number): Places {
  const townCount = Math.min(15, Math.max(4, Math.round(households / 150)));
  const towns = distinct(townCount, () => random.pick(TOWN_FIRST) + random.pick(TOWN_LAST)).map((name, i) =>
    i === 0 ? `${name}街道` : `${name}镇`,
  );
  const ordinaryCount = Math.max(12, Math.round(households / 16));
  const reservedCount = RESERVED_EACH * (1 + Math.floor(households / 2000));
  const names = distinct(
    ordinaryCount + reservedCount,
    () => random.pick(VILLAGE_FIRST) + random.pick(VILLAGE_MID) + random.pick(VILLAGE_LAST),
  );
  const all = names.map((name, i): Village => {
    const urban = i < ordinaryCount && i % 6 === 0;
    const town = towns[i % townCount] ?? '';
    return { town, name: urban ? `${name}社区` : `${name}村`, urban, houses: 0 };
  });
  return { towns, villages: all.slice(0, ordinaryCount), reserved: all.slice(ordinaryCount) };
}
