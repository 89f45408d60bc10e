import { cleanName, isWildcard } from './name.ts';
import { isPlainHanName } from './name-marks.ts';
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

/** The layers of a name for matching (linkage §4.5), from a raw or a clean name. */
export function nameForms(text: string): NameForms {
  const plain = isPlainHanName(text) ? text : cleanName(text).name.replaceAll('·', '');
  const simple = simplified(plain);
  return {
    plain,
    simplified: simple,
    hasWildcard: hasWildcard(plain),
    get pinyin() {
      return pinyinKey(simple);
    },
  };
}

function hasWildcard(text: string): boolean {
  for (const char of text) if (isWildcard(char)) return true;
  return false;
}
