/** First and last of the Han blocks in everyday use (Extension A, unified ideographs). */
const HAN_FROM = 0x3400;
export const HAN_TO = 0x9fff;
const MIDDLE_DOT = 0xb7;
const PRIVATE_FROM = 0xe000;
const PRIVATE_TO = 0xf8ff;
const PRIVATE_PLANES_FROM = 0xf_0000;

/** Characters with which a word for "nothing here" begins (无, 不详), or a title (户主). */
const MAY_OPEN = '无没暂不未略空户';
/** Characters with which a title or an addition ends (之妻, 等三人, 家属, 同志, 已故, 老师, 村长). */
const MAY_CLOSE = '等人户名口位个妻夫子女父母孙属志生士故亡世出师记任长计医';
/** A character that stands in an addition of any length (曾用名王五). */
const MAY_STAND_ANYWHERE = '名';

const OPENS = 1;
const CLOSES = 2;
const ANYWHERE = 4;
const marks = new Uint8Array(HAN_TO - HAN_FROM + 1);
for (const [chars, bit] of [
  [MAY_OPEN, OPENS],
  [MAY_CLOSE, CLOSES],
  [MAY_STAND_ANYWHERE, ANYWHERE],
] as const)
  for (const char of chars) {
    const place = char.charCodeAt(0) - HAN_FROM;
    marks[place] = (marks[place] ?? 0) | bit;
  }

/** True for a code unit of a Han character in everyday use. */
export function isHanUnit(unit: number): boolean {
  return unit >= HAN_FROM && unit <= HAN_TO;
}

/**
 * True if the text is Han characters only and nothing in it could be a title, a note or a word for an empty cell: such
 * a text is a clean name already. False says only that it has to be looked at more closely.
 */
export function isPlainHanName(text: string): boolean {
  return isUnmarked(text, false);
}

/** The same, single middle dots between the characters allowed: 买买提·吐尔逊. */
export function isCleanHanName(text: string): boolean {
  return isUnmarked(text, true);
}

function isUnmarked(text: string, dotsAllowed: boolean): boolean {
  const last = text.length - 1;
  for (let i = 0; i <= last; i += 1) {
    const unit = text.charCodeAt(i);
    const mark = marks[unit - HAN_FROM];
    if (mark === 0) continue;
    if (mark === undefined ? !(dotsAllowed && isInnerDot(text, i)) : isTelling(mark, i, last)) return false;
  }
  return last >= 0;
}

function isTelling(mark: number, position: number, last: number): boolean {
  if ((mark & ANYWHERE) !== 0) return true;
  return ((mark & OPENS) !== 0 && position === 0) || ((mark & CLOSES) !== 0 && position === last);
}

function isInnerDot(text: string, position: number): boolean {
  if (text.charCodeAt(position) !== MIDDLE_DOT || position === 0 || position === text.length - 1)
    return false;
  return text.charCodeAt(position - 1) !== MIDDLE_DOT;
}

const STAND_INS: ReadonlySet<number> = new Set(
  [...'?*□■〓◇◆○●×_\ufffd'].map((char) => char.codePointAt(0) ?? 0),
);
/** 王某: the name is withheld. */
const WITHHELD = '某'.charCodeAt(0);

/** True for the code point of a stand-in for a character that was lost or withheld: ?, □, 〓, *, ×, 某, private use. */
export function isWildcardCode(code: number): boolean {
  if (isHanUnit(code)) return code === WITHHELD;
  if (code >= PRIVATE_FROM && code <= PRIVATE_TO) return true;
  return code >= PRIVATE_PLANES_FROM || STAND_INS.has(code);
}
