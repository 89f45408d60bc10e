/** Characters that take no room on screen but break comparison: zero width, direction marks, BOM, soft hyphen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
const NEEDS_WORK = /[^\u0021-\u007e\u3400-\u9fff]/u;

/** What offices write into a cell that holds nothing (domain §4.1). '0' is not here: for money it is a value. */
const BLANK_WORDS: ReadonlySet<string> = new Set(
  '|无|没有|暂无|不详|未知|略|空|未填|未提供|/|//|\\|-|--|---|—|——|–|_|.|*|NULL|NONE|NAN|N/A|NA|#N/A|#REF!|#VALUE!|#NAME?'.split(
    '|',
  ),
);

/** The text as a person reads it: NFKC (full width to half width), no invisible characters, no blanks around. */
export function plainText(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  return text.replace(INVISIBLE, '').normalize('NFKC').trim();
}

/** True if the cell says "nothing here": empty, 无, /, -, 不详, NULL … */
export function isBlank(text: string | null | undefined): boolean {
  if (text === null || text === undefined) return true;
  return BLANK_WORDS.has(plainText(text).replace(/\s+/gu, '').toUpperCase());
}
