import { cleanName } from './name.ts';
import { isPlainHanName, isWildcardCode } from './name-marks.ts';
import { pinyinKey } from './pinyin.ts';
import { simplified } from './simplified.ts';

export interface NameForms {
  /** Clean and without middle dots: what is compared (L1). */
  plain: string;
  /** In simplified characters (L2); a good key for exact joins. */
  simplified: string;
  /** True if a character was lost on the way (?, □, 〓, *, 某, private use). */
  hasWildcard: boolean;
  /** Toneless pinyin, one syllable a character (L3). Computed when asked for. */
  readonly pinyin: string;
}

/** A class, because a getter in a literal is made anew for every name. */
class Forms implements NameForms {
  readonly plain: string;
  readonly simplified: string;
  readonly hasWildcard: boolean;

  constructor(plain: string) {
    this.plain = plain;
    this.simplified = simplified(plain);
    this.hasWildcard = hasWildcard(plain);
  }

  get pinyin(): string {
    return pinyinKey(this.simplified);
  }
}

/** The layers of a name for matching (linkage §4.5), from a raw or a clean name. */
export function nameForms(text: string): NameForms {
  return new Forms(isPlainHanName(text) ? text : cleanName(text).name.replaceAll('·', ''));
}

function hasWildcard(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i) ?? 0;
    if (isWildcardCode(code)) return true;
    if (code > 0xffff) i += 1;
  }
  return false;
}
