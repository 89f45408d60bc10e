import { isCleanHanName } from './name-marks.ts';
import { isCommonSurname, isCompoundSurname } from './name-surname.ts';
import { isBlank, plainText } from './plain-text.ts';

export { surnameOf } from './name-surname.ts';

export interface CleanName {
  /** The first person's name without blanks, notes and titles; '' if the cell names nobody. */
  name: string;
  /** What stood beside the name: 已故, 女, 户主, 等3人, 之妻; null if nothing. */
  note: string | null;
  /** Further names in the same cell. */
  more: string[];
}

/** Middle dots in use; the last four are what the Korean, the modifier and the raised dot become in NFKC. */
const DOTS = /[·•・‧∙⋅●․﹒｡。．.ꞏ⸱\u119e]|\s?\u0307/gu;
const HYPHENS = /(?<=[\p{Script=Han}])[-–—‐‑−~](?=[\p{Script=Han}])/gu;
const BRACKETS = /[([{<《〈【〔「『]([^)\]}>》〉】〕」』]*)[)\]}>》〉】〕」』]?/gu;
const PREFIX =
  /^(?:户主(?:姓名)?|姓名|申请人|受益人|持卡人|代领人|配偶|父亲|母亲|本人|法定代表人|联系人)[:：]|^户主(?=[\p{Script=Han}]{2})/u;
const SUFFIX =
  /(?:等(?:\d+|[一二两三四五六七八九十]+)?[人户名口位个]?|之(?:妻|夫|子|女|父|母|孙)|[\p{Script=Han}]?(?:家属)|同志|先生|女士|老师|书记|主任|村长|组长|会计|医生|已故|已死亡|已去世|已迁出|[,;]?(?:曾用名|又名|别名|原名)[:]?.*)$/u;
/** What tells namesakes apart: 张伟2, 李强A, 王芳-1号. An X stands for a lost character and stays. */
const NAMESAKE = /(?<=[\p{Script=Han}〇]{2})[-_#]?(?:\d{1,2}号?|[A-WYZa-wyz]|I{2,3})$/u;
/** Fewer characters between hyphens than this are two people or a slip, not a name with a middle dot. */
const DOTTED_FROM = 5;

function isHan(text: string): boolean {
  return /^[\p{Script=Han}〇]+$/u.test(text);
}

/** 张 三 and 欧阳 娜娜 are one person; 张三 李四 are two. A wide blank parts people where one surname is rare, too. */
function isTwoPeople(left: string, blank: string, right: string): boolean {
  const isName = (part: string): boolean => isHan(part) && part.length >= 2 && part.length <= 4;
  if (!isName(left) || !isName(right) || isCompoundSurname(left)) return false;
  const common = [left, right].filter((part) => isCommonSurname(part[0] ?? '')).length;
  return common === 2 || (common === 1 && blank.length > 1);
}

function joinBlanks(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<![a-zA-Z]) | (?![a-zA-Z])/gu, '')
    .replace(/^[,;、:\s]+|[,;、:\s]+$/gu, '');
}

function splitPeople(text: string): string[] {
  const parts = text.split(/[、,;/|&\n]+/u).map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => joinBlanks(part).length >= 2)) return parts;
  const [, left = '', blank = '', right = ''] = /^(\S+)(\s+)(\S+)$/u.exec(text) ?? [];
  if (isTwoPeople(left, blank, right)) return [left, right];
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
  const dotted = text.length < DOTTED_FROM ? text : text.replace(HYPHENS, '·');
  return dotted.replace(DOTS, '·').replace(/·+/gu, '·').replace(/^·|·$/gu, '');
}

/** One person's part of a cell, clean; what tells her from a namesake goes to `notes`. */
function personOf(part: string, notes: string[]): string {
  const name = joinBlanks(peel(part, notes));
  const mark = NAMESAKE.exec(name)?.[0] ?? '';
  if (mark !== '') notes.push(mark);
  return unifyDots(name.slice(0, name.length - mark.length));
}

/**
 * What a name cell says, ready for comparison and display (linkage §4.5 L1): NFKC, no blanks inside Han names, one kind
 * of middle dot, notes and titles apart, several people apart. Characters that a file has lost (?, □, 〓, *) stay: they
 * are wildcards for `compareNames`.
 */
export function cleanName(text: string | null): CleanName {
  if (text !== null && isCleanHanName(text)) return { name: text, note: null, more: [] };
  if (text === null || isBlank(text)) return { name: '', note: null, more: [] };
  const notes: string[] = [];
  const bare = plainText(text).replace(BRACKETS, (_, note: string) => {
    if (note.trim() !== '') notes.push(note.trim());
    return '';
  });
  const people = splitPeople(surnameFirst(bare.trim())).map((part) => personOf(part, notes));
  const [name = '', ...more] = people.filter((part) => part !== '');
  return { name, note: notes.length === 0 ? null : notes.join('；'), more };
}

/** WANG, WEI is one person in Latin letters; a comma between Han names parts two. */
function surnameFirst(text: string): string {
  return text.replace(/^(\p{Script=Latin}+)\s*,\s*(\p{Script=Latin}+(?:[ -]\p{Script=Latin}+)*)$/u, '$1 $2');
}
