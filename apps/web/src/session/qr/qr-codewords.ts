/** One version of a QR code at error level M (ISO/IEC 18004, tables 7 and 9). */
interface Version {
  /** Error-correction codewords of a block. */
  readonly ecc: number;
  /** Data codewords of each block. */
  readonly blocks: readonly number[];
  /** Centres of the alignment patterns, on both axes. */
  readonly alignment: readonly number[];
}

const times = (count: number, words: number): number[] => Array.from({ length: count }, () => words);

/** Versions 1 to 10: up to 213 bytes, enough for the link of an authenticator. */
export const versions: readonly Version[] = [
  { ecc: 10, blocks: [16], alignment: [] },
  { ecc: 16, blocks: [28], alignment: [6, 18] },
  { ecc: 26, blocks: [44], alignment: [6, 22] },
  { ecc: 18, blocks: times(2, 32), alignment: [6, 26] },
  { ecc: 24, blocks: times(2, 43), alignment: [6, 30] },
  { ecc: 16, blocks: times(4, 27), alignment: [6, 34] },
  { ecc: 18, blocks: times(4, 31), alignment: [6, 22, 38] },
  { ecc: 22, blocks: [...times(2, 38), ...times(2, 39)], alignment: [6, 24, 42] },
  { ecc: 22, blocks: [...times(3, 36), ...times(2, 37)], alignment: [6, 26, 46] },
  { ecc: 26, blocks: [...times(4, 43), 44], alignment: [6, 28, 50] },
];

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Bits that say how many bytes follow. */
const countBits = (version: number): number => (version < 10 ? 8 : 16);

/** The smallest version that holds so many bytes, from 1; null when none does. */
export function versionFor(bytes: number): number | null {
  const index = versions.findIndex(({ blocks }, i) => 4 + countBits(i + 1) + bytes * 8 <= sum(blocks) * 8);
  return index < 0 ? null : index + 1;
}

/** Data and error-correction codewords in the order in which they are drawn. */
export function codewordsOf(bytes: Uint8Array, version: number): number[] {
  const { ecc, blocks } = versions[version - 1] ?? { ecc: 0, blocks: [] };
  const data = padded(bytes, version, sum(blocks));
  const divisor = divisorOf(ecc);
  let at = 0;
  const parts = blocks.map((length) => {
    const words = data.slice(at, at + length);
    at += length;
    return { words, correction: remainderOf(words, divisor) };
  });
  const longest = Math.max(...blocks);
  return [
    ...woven(
      parts.map(({ words }) => words),
      longest,
    ),
    ...woven(
      parts.map(({ correction }) => correction),
      ecc,
    ),
  ];
}

/** Mode, count, bytes, terminator, and what fills the rest. */
function padded(bytes: Uint8Array, version: number, length: number): number[] {
  const bits: number[] = [];
  const push = (value: number, count: number): void => {
    for (let i = count - 1; i >= 0; i -= 1) bits.push((value >>> i) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, countBits(version));
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, length * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < length * 8; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Array.from({ length }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((word, bit) => word * 2 + bit, 0),
  );
}

/** The first word of every block, then the second, and so on. */
function woven(blocks: readonly (readonly number[])[], longest: number): number[] {
  const words: number[] = [];
  for (let i = 0; i < longest; i += 1)
    for (const block of blocks) {
      const word = block[i];
      if (word !== undefined) words.push(word);
    }
  return words;
}

/** Product in the field of 256 elements over x⁸+x⁴+x³+x²+1. */
function product(a: number, b: number): number {
  let result = 0;
  for (let i = 7; i >= 0; i -= 1) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    result ^= ((b >>> i) & 1) * a;
  }
  return result;
}

/** Coefficients of the generator polynomial, without the leading one. */
function divisorOf(degree: number): number[] {
  const result = Array.from({ length: degree }, (_, i) => Number(i === degree - 1));
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    for (let j = 0; j < degree; j += 1) result[j] = product(result[j] ?? 0, root) ^ (result[j + 1] ?? 0);
    root = product(root, 2);
  }
  return result;
}

function remainderOf(words: readonly number[], divisor: readonly number[]): number[] {
  const result = divisor.map(() => 0);
  for (const word of words) {
    const factor = word ^ (result.shift() ?? 0);
    result.push(0);
    divisor.forEach((coefficient, i) => {
      result[i] = (result[i] ?? 0) ^ product(coefficient, factor);
    });
  }
  return result;
}
