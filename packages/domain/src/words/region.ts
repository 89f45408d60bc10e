import { chineseDigit, withArabicDigits } from './chinese-number.ts';
import { isBlank, plainText } from './plain-text.ts';

export interface Region {
  province?: string;
  city?: string;
  county?: string;
  town?: string;
  village?: string;
  /** Villagers' group, production team or natural village: '3组', '李家自然村'. */
  group?: string;
}

const PROVINCE =
  /^(?:(?:北京|天津|上海|重庆)市|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|[\p{Script=Han}]{2,3}省)/u;
const CITY_SUFFIX = '自治州|地区|盟|市';
const COUNTY_SUFFIX = '自治县|自治旗|县|旗|市|区';
/** Endings in 区 that are a county only with a town behind them: 临港开发区草庙子镇, but 经济开发区张庄村. */
const NOT_A_COUNTY = /(?:园|开发|工业|管理|景|片|库|牧|生活|校|厂|院|营|防|灾|辖)区$|^[山矿]区$/u;
const NEVER_A_COUNTY = /[社小]区$/u;
/** Two endings side by side: the first belongs to the name (赣县区, 辉县市, 沙市区, 社旗县). */
const DOUBLE_ENDINGS: ReadonlySet<string> = new Set(['县区', '县市', '市区', '旗县', '旗区', '盟市', '市市']);
const TOWN_SUFFIX =
  '街道办事处|街道办|办事处|街道|民族乡|经济技术开发区|经济开发区|高新技术开发区|开发区|工业园区|管理区|苏木|镇地区|乡地区|镇|乡';
const TOWN = new RegExp(
  `^(?:[\\p{Script=Han}\\d]{1,12}?(?:${TOWN_SUFFIX})|(?:经济技术|经济|高新技术)?开发区)`,
  'u',
);
const VILLAGE_SUFFIX = '社区居民委员会|社区居委会|居民委员会|居委会|社区|村民委员会|村委会|行政村|嘎查|村';
const VILLAGE = new RegExp(`^[\\p{Script=Han}\\d·]{1,14}?(?:${VILLAGE_SUFFIX}|居$)`, 'u');
const GROUP =
  /^(?:第?\d{1,3}(?:村民小组|村民组|居民小组|居民组|小组|组|生产队|队|社(?!区)|屯)|[\p{Script=Han}\d]{1,8}?(?:自然村|村民小组|小组|组|生产队|屯|队))/u;
const COMMITTEES = /(?:社区居民委员会|社区居委会|居民委员会|居委会|社区|居)$/u;
const VILLAGE_COMMITTEES = /(?:村村民委员会|村民委员会|村委会|行政村|村)$/u;
const STARTS_LIKE_TOWN_END = new RegExp(`^(?:${TOWN_SUFFIX})`, 'u');
const STARTS_LIKE_VILLAGE_END = new RegExp(`^(?:${VILLAGE_SUFFIX})`, 'u');
const TOWN_ENDING = new RegExp(`(?:${TOWN_SUFFIX})$`, 'u');
/** A column of towns may say 汉沽街 for 汉沽街道. */
const SHORT_STREET = /街$/u;

function compact(text: string): string {
  return plainText(text)
    .replace(/[\s\-_/\\>→,、.·|]+/gu, '')
    .replace(/\([^()]*\)/gu, '');
}

/** Beginnings of the text that end in one of the suffixes, shortest first, with at least one character before it. */
function beginnings(text: string, suffixes: string, longest: number): string[] {
  const found: string[] = [];
  for (const match of text.slice(0, longest).matchAll(new RegExp(suffixes, 'gu'))) {
    if (match.index > 0) found.push(text.slice(0, match.index + match[0].length));
  }
  return found;
}

/** 古镇镇, 河沙镇镇: the ending stands twice; not so in 城关镇镇前村, where 镇 begins the village. */
function doubledEnding(town: string, rest: string): string {
  const ending = STARTS_LIKE_TOWN_END.exec(rest)?.[0];
  if (ending === undefined) return '';
  const after = rest.slice(ending.length);
  const village = VILLAGE.exec(after)?.[0] ?? '';
  return town.length === 2 || after === '' || village.length > 2 ? ending : '';
}

/** The town at the start of the text, or undefined. */
function takeTown(text: string): string | undefined {
  const match = TOWN.exec(text)?.[0];
  if (match === undefined) return undefined;
  const rest = text.slice(match.length);
  const doubled = doubledEnding(match, rest);
  if (doubled !== '') return match + doubled;
  // 朱镇村 is a village, 向阳乡村委会 too: the ending of a town must not be the inside of a village name.
  if (STARTS_LIKE_VILLAGE_END.test(rest)) return undefined;
  // 东乡族乡, 革镇堡街道: the first ending belongs to the name of the town.
  const longer = takeTown(rest);
  return longer !== undefined && longer.length <= 5 ? match + longer : match;
}

/** The village at the start, with a doubled ending where the name itself ends in 村: 西村村. */
function takeVillage(text: string): string | undefined {
  const match = VILLAGE.exec(text)?.[0];
  if (match === undefined || /自然村$/u.test(match)) return undefined;
  const doubled = new RegExp(`^(?:${VILLAGE_SUFFIX})`, 'u').exec(text.slice(match.length))?.[0] ?? '';
  return match + doubled;
}

/** 红旗楼街道: a street of one character shows that 旗 did not end a county. */
function isWholeTown(town: string | undefined): boolean {
  return town !== undefined && !/^.(?:街道|办事处)/u.test(town);
}

/** True if what follows shows that the name was not over yet; 青岛市市北区 is over, its county begins with 市. */
function goesOn(name: string, rest: string): boolean {
  if (rest.startsWith('街道') || /^市[中南北]区/u.test(rest)) return rest.startsWith('街道');
  return DOUBLE_ENDINGS.has(`${name.at(-1) ?? ''}${rest[0] ?? ''}`);
}

/** 老县城村: what follows 县 is too short to be a village, so 县 is no ending there. */
function isCountyBeforeVillage(rest: string, county: string): boolean {
  if ([NOT_A_COUNTY, TOWN, VILLAGE].some((other) => other.test(county))) return false;
  return rest === '' || ((takeVillage(rest) ?? '').length >= 3 && county.length >= 3);
}

function isCountyBefore(rest: string, county: string): boolean {
  if (NEVER_A_COUNTY.test(county) || goesOn(county, rest)) return false;
  if (isWholeTown(takeTown(rest))) return true;
  // 旧县镇 is a town.
  return !/^[镇乡]/u.test(rest) && isCountyBeforeVillage(rest, county);
}

function takeCounty(text: string): string | undefined {
  return beginnings(text, COUNTY_SUFFIX, 16).find((county) =>
    isCountyBefore(text.slice(county.length), county),
  );
}

/** A city before a county, or alone before nothing; a city directly before a town is a county-level city. */
function takeCity(text: string): string | undefined {
  return beginnings(text, CITY_SUFFIX, 14).find((city) => {
    const rest = text.slice(city.length);
    // 杨镇地区 is a town of Beijing.
    if (/[镇乡]地区$/u.test(city) || goesOn(city, rest)) return false;
    return rest === '' || takeCounty(rest) !== undefined;
  });
}

function takeGroup(text: string): string | undefined {
  const arabic = withArabicDigits(text);
  const match = GROUP.exec(arabic)?.[0];
  if (match === undefined) return undefined;
  const numbered = /^第?(\d{1,3})(村民小组|村民组|居民小组|居民组|小组|组|生产队|队|社|屯)$/u.exec(match);
  if (numbered === null) return match;
  const kind = numbered[2] ?? '组';
  return `${numbered[1] ?? ''}${kind.endsWith('组') ? '组' : kind.endsWith('队') ? '队' : kind}`;
}

/**
 * The parts of an address or of a region column, from free text (domain §3.3). Only parts whose ending says what they
 * are: a bare 张庄 is left to the caller, who knows the column. Town and village keep the spelling of the text, without
 * blanks, dashes and notes in brackets; numbered groups come as 3组. Unknown parts are absent.
 */
export function parseRegion(text: string | null): Region {
  const region: Region = {};
  if (text === null || isBlank(text)) return region;
  let rest = compact(text);
  const takers = [
    ['province', (part: string) => PROVINCE.exec(part)?.[0]],
    ['city', takeCity],
    ['county', takeCounty],
    ['town', takeTown],
    ['village', takeVillage],
    ['group', takeGroup],
  ] as const;
  for (const [key, take] of takers) {
    const part = take(rest);
    if (part === undefined) continue;
    rest = rest.slice(key === 'group' ? 0 : part.length);
    region[key] = part;
  }
  return region;
}

/** The part of a text that names the village: the parsed one, or what follows the town; '' if there is none. */
function villagePart(text: string): string {
  const whole = compact(text);
  const parsed = parseRegion(whole);
  if (parsed.village !== undefined) return parsed.village;
  return whole.slice(
    `${parsed.province ?? ''}${parsed.city ?? ''}${parsed.county ?? ''}${parsed.town ?? ''}`.length,
  );
}

/** Name of a village without its ending: 张庄村委会 → 张庄, 东3社区 → 东三. For comparing, never for display. */
export function villageStem(text: string): string {
  const named = villagePart(text).replace(/\d/gu, chineseDigit);
  const stem = named.replace(COMMITTEES, '').replace(VILLAGE_COMMITTEES, '');
  return stem === '' ? named : stem;
}

/**
 * One spelling for a village or community: 城关镇张庄村委会 → 张庄村, 东关居委会 → 东关社区, 张庄 → 张庄村.
 * Empty for a blank text and for one that names a town only.
 */
export function normaliseVillage(text: string | null): string {
  if (text === null || isBlank(text)) return '';
  const village = villagePart(text).replace(/\d/gu, chineseDigit);
  if (village === '' || village.endsWith('嘎查')) return village;
  return `${villageStem(text)}${COMMITTEES.test(village) ? '社区' : '村'}`;
}

/** True if both texts name the same village, whatever the ending (a village turned community keeps its name). */
export function sameVillage(a: string, b: string): boolean {
  const stem = villageStem(a);
  return stem !== '' && stem === villageStem(b);
}

/** Name of a town without what stands before it and its ending: 沂水县城关镇 → 城关. */
export function townStem(text: string): string {
  const whole = compact(text);
  const parsed = parseRegion(whole);
  const before = `${parsed.province ?? ''}${parsed.city ?? ''}${parsed.county ?? ''}`;
  const town = parsed.town ?? (whole.slice(before.length) || whole);
  const stem = town.replace(TOWN_ENDING, '').replace(SHORT_STREET, '');
  // 新乡 is the short form of 新乡镇, not a township called 新.
  return stem.length < 2 ? town : stem;
}

/** True if both texts name the same town, with or without its ending: 城关 and 城关镇, 城关镇 and 城关街道. */
export function sameTown(a: string, b: string): boolean {
  const stem = townStem(a);
  return stem !== '' && stem === townStem(b);
}
