import { isBlank, plainText } from './plain-text.ts';

export interface CleanName {
  /** The first person's name without blanks, notes and titles; '' if the cell names nobody. */
  name: string;
  /** What stood beside the name: 已故, 女, 户主, 等3人, 之妻; null if nothing. */
  note: string | null;
  /** Further names in the same cell. */
  more: string[];
}

const DOTS = /[·•・‧∙⋅●․﹒｡。．.]/gu;
const BRACKETS = /[([{<《〈【〔「『]([^)\]}>》〉】〕」』]*)[)\]}>》〉】〕」』]?/gu;
const PREFIX =
  /^(?:户主(?:姓名)?|姓名|申请人|受益人|持卡人|代领人|配偶|父亲|母亲|本人|法定代表人|联系人)[:：]|^户主(?=[\p{Script=Han}]{2})/u;
const SUFFIX =
  /(?:等(?:\d+|[一二两三四五六七八九十]+)?[人户名口位个]?|之(?:妻|夫|子|女|父|母|孙)|[\p{Script=Han}]?(?:家属)|同志|先生|女士|已故|已死亡|已去世|已迁出)$/u;
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 ' +
    '百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五'
  ).split(' '),
);

/** The surnames of about 95 % of Han people: two of them side by side in a cell are two people. */
const COMMON_SURNAMES: ReadonlySet<string> = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅付沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴代夏钟汪田任姜范方石姚谭廖' +
    '邹熊金陆郝孔白崔康毛邱丘秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐' +
    '梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚',
);

/** The surname at the start of a Han name: two characters for the compound surnames, else one. */
export function surnameOf(name: string): string {
  const chars = [...name];
  const two = chars.slice(0, 2).join('');
  return chars.length > 2 && COMPOUND_SURNAMES.has(two) ? two : (chars[0] ?? '');
}

function isHan(text: string): boolean {
  return /^[\p{Script=Han}〇]+$/u.test(text);
}

/** 张 三 and 欧阳 娜娜 are one person; 张三 李四 are two. */
function isTwoPeople(left: string, right: string): boolean {
  const fits = (part: string): boolean =>
    isHan(part) && part.length >= 2 && part.length <= 4 && COMMON_SURNAMES.has(part[0] ?? '');
  return fits(left) && fits(right) && !COMPOUND_SURNAMES.has(left);
}

function joinBlanks(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<![a-zA-Z]) | (?![a-zA-Z])/gu, '')
    .replace(/^[,;、:\s]+|[,;、:\s]+$/gu, '');
}

function splitPeople(text: string): string[] {
  const parts = text.split(/[、,;/|&\n]+|\s{2,}(?=[\p{Script=Han}]{2,4}$)/u).map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => joinBlanks(part).length >= 2)) return parts;
  const pair = /^(\S+)\s+(\S+)$/u.exec(text);
  if (pair !== null && isTwoPeople(pair[1] ?? '', pair[2] ?? '')) return [pair[1] ?? '', pair[2] ?? ''];
  return [text];
}

/** Takes titles and additions off both ends; what is taken goes to `notes`. */
function peel(text: string, notes: string[]): string {
  const front = PREFIX.exec(text)?.[0] ?? '';
  if (front !== '') notes.push(front.replace(/[:：]$/u, ''));
  let name = text
    .slice(front.length)
    .replace(/^[:：]/u, '')
    .trim();
  for (
    let end = SUFFIX.exec(name)?.[0];
    end !== undefined && name.length - end.length >= 2;
    end = SUFFIX.exec(name)?.[0]
  ) {
    notes.push(end);
    name = name.slice(0, -end.length);
  }
  return name;
}

function unifyDots(text: string): string {
  return text.replace(DOTS, '·').replace(/·+/gu, '·').replace(/^·|·$/gu, '');
}

/**
 * What a name cell says, ready for comparison and display (linkage §4.5 L1): NFKC, no blanks inside Han names, one kind
 * of middle dot, notes and titles apart, several people apart. Characters that a file has lost (?, □, 〓, *) stay: they
 * are wildcards for `compareNames`.
 */
export function cleanName(text: string | null): CleanName {
  if (text === null || isBlank(text)) return { name: '', note: null, more: [] };
  const notes: string[] = [];
  const bare = plainText(text).replace(BRACKETS, (_, note: string) => {
    if (note.trim() !== '') notes.push(note.trim());
    return '';
  });
  const people = splitPeople(bare.trim()).map((part) => unifyDots(joinBlanks(peel(part, notes))));
  const [name = '', ...more] = people.filter((part) => part !== '');
  return { name, note: notes.length === 0 ? null : notes.join('；'), more };
}

/** True for a stand-in of a character the file could not hold: ?, □, 〓, *, ■, and the private-use area. */
export function isWildcard(char: string): boolean {
  return /^[?*□■〓◇○●�\p{Co}]$/u.test(char);
}
