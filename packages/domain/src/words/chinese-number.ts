const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  貳: 2,
  两: 2,
  兩: 2,
  三: 3,
  叁: 3,
  參: 3,
  叄: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  陸: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Readonly<Record<string, bigint>> = {
  十: 10n,
  拾: 10n,
  百: 100n,
  佰: 100n,
  千: 1000n,
  仟: 1000n,
};
const GROUPS: Readonly<Record<string, bigint>> = {
  万: 10_000n,
  萬: 10_000n,
  亿: 100_000_000n,
  億: 100_000_000n,
};
const NUMERAL = '零〇○一壹幺二贰貳两兩三叁參叄四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅';
const RUN = new RegExp(`[${NUMERAL}]+`, 'gu');
const ONLY = new RegExp(`^[${NUMERAL}]+$`, 'u');

/** Digit by digit: 二〇一八 → 2018. */
function digitByDigit(chars: readonly string[]): bigint | null {
  let text = '';
  for (const char of chars) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    text += String(digit);
  }
  return BigInt(text);
}

/** 三百五 is 350: a digit left over at the end takes the place below the last unit, unless 零 stood before it. */
function leftOver(digit: bigint, lastUnit: bigint, afterZero: boolean): bigint {
  return lastUnit >= 100n && !afterZero ? (digit * lastUnit) / 10n : digit;
}

interface Sum {
  total: bigint;
  section: bigint;
  digit: bigint | null;
  lastUnit: bigint;
  afterZero: boolean;
}

function takeUnit(sum: Sum, unit: bigint): void {
  sum.section += (sum.digit ?? 1n) * unit;
  sum.digit = null;
  sum.lastUnit = unit;
  sum.afterZero = false;
}

function takeGroup(sum: Sum, group: bigint): void {
  const section = sum.section + (sum.digit ?? 0n);
  // 一万亿: a group after a bare group multiplies what stands before it.
  sum.total =
    section === 0n
      ? sum.total * group
      : group > 10_000n
        ? (sum.total + section) * group
        : sum.total + section * group;
  sum.section = 0n;
  sum.digit = null;
  sum.lastUnit = group;
  sum.afterZero = false;
}

function takeDigit(sum: Sum, digit: number): boolean {
  if (sum.digit !== null) return false;
  if (digit === 0) sum.afterZero = true;
  else sum.digit = BigInt(digit);
  return true;
}

/**
 * An integer written in Chinese numerals, ordinary (三百二十), financial (叁佰贰拾) or digit by digit (二〇一八).
 * Spoken short forms are understood: 两百, 三百五 = 350, 廿三 = 23. Returns null for anything else.
 */
export function parseChineseInteger(text: string): bigint | null {
  if (!ONLY.test(text)) return null;
  const chars = [...text.replace(/廿/gu, '二十').replace(/卅/gu, '三十')];
  if (chars.length > 1 && chars.every((char) => DIGITS[char] !== undefined)) return digitByDigit(chars);
  const sum: Sum = { total: 0n, section: 0n, digit: null, lastUnit: 1n, afterZero: false };
  for (const char of chars) {
    const digit = DIGITS[char];
    const unit = UNITS[char];
    const group = GROUPS[char];
    if (digit !== undefined) {
      if (!takeDigit(sum, digit)) return null;
    } else if (unit !== undefined) takeUnit(sum, unit);
    else if (group !== undefined) takeGroup(sum, group);
  }
  return (
    sum.total + sum.section + (sum.digit === null ? 0n : leftOver(sum.digit, sum.lastUnit, sum.afterZero))
  );
}

/** The same text with every run of Chinese numerals in figures: 第一季度 → 第1季度, 二〇一八年 → 2018年. */
export function withArabicDigits(text: string): string {
  return text.replace(RUN, (run) => {
    const value = parseChineseInteger(run);
    return value === null ? run : String(value);
  });
}

/** Single figures as Chinese numerals, for place names: 东3村 → 东三村. */
export function chineseDigit(digit: string): string {
  return '零一二三四五六七八九'[Number(digit)] ?? digit;
}
