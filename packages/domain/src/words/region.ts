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
const CITY = /^[\p{Script=Han}]{1,7}?(?:自治州|地区|盟|市)/u;
const COUNTY = /^[\p{Script=Han}]{1,10}?(?:自治县|自治旗|新区|林区|特区|县|旗|市|区)/u;
/** Endings in 区 that are no county: they belong to a town, a village or a housing estate. */
const NOT_A_COUNTY = /(?:社|小|园|开发|工业|管理|景|片|库|牧|生活|校|厂|院|营|防|灾|辖)区$|^[山矿]区$/u;
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
const TOWN_ENDING = new RegExp(`(?:${TOWN_SUFFIX})$`, 'u');
/** A column of towns may say 汉沽街 for 汉沽街道. */
const SHORT_STREET = /街$/u;

function compact(text: string): string {
  return plainText(text)
    .replace(/[\s\-_/\\>→,、.·|]+/gu, '')
    .replace(/\([^()]*\)/gu, '');
}

/** The town at the start of the text, or undefined. A one-character name takes its doubled ending too: 古镇镇, 新乡镇. */
function takeTown(text: string): string | undefined {
  const match = TOWN.exec(text)?.[0];
  if (match === undefined) return undefined;
  const stem = match.replace(TOWN_ENDING, '');
  const rest = text.slice(match.length);
  const doubled = new RegExp(`^(?:${TOWN_SUFFIX})`, 'u').exec(rest)?.[0];
  if (stem.length === 1 && doubled !== undefined) return match + doubled;
  // 朱镇村 is a village, 向阳乡村委会 too: the ending of a town must not be the inside of a village name.
  return new RegExp(`^(?:${VILLAGE_SUFFIX})`, 'u').test(rest) ? undefined : match;
}

/** The village at the start, with a doubled ending where the name itself ends in 村: 西村村. */
function takeVillage(text: string): string | undefined {
  const match = VILLAGE.exec(text)?.[0];
  if (match === undefined || /自然村$/u.test(match)) return undefined;
  const doubled = new RegExp(`^(?:${VILLAGE_SUFFIX})`, 'u').exec(text.slice(match.length))?.[0] ?? '';
  return match + doubled;
}

/** 老县城村: what follows 县 is too short to be a village, so 县 is no ending there. */
function isCountyBefore(rest: string, county: string): boolean {
  if (rest === '' || takeTown(rest) !== undefined) return true;
  return (takeVillage(rest) ?? '').length >= 3 && county.length >= 3;
}

function takeCounty(text: string): string | undefined {
  const match = COUNTY.exec(text)?.[0];
  if (match === undefined || [NOT_A_COUNTY, TOWN, VILLAGE].some((other) => other.test(match)))
    return undefined;
  return isCountyBefore(text.slice(match.length), match) ? match : undefined;
}

/** A city before a county, or alone before nothing; a city directly before a town is a county-level city. */
function takeCity(text: string): string | undefined {
  const match = CITY.exec(text)?.[0];
  // 杨镇地区 is a town of Beijing.
  if (match === undefined || /[镇乡]地区$/u.test(match)) return undefined;
  const rest = text.slice(match.length);
  return rest === '' || takeCounty(rest) !== undefined ? match : undefined;
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
