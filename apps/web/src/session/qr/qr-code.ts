import { codewordsOf, versionFor } from './qr-codewords.ts';
import { QrGrid } from './qr-grid.ts';

/**
 * A QR code (ISO/IEC 18004) of a text: bytes of UTF-8, error level M. Drawn here, so that a secret goes to no other program.
 * @param mask a mask to use; the one that reads best when left out
 * @returns rows of modules, true is dark, without the quiet zone; null when the text is longer than 213 bytes
 */
export function qrCode(text: string, mask?: number): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  if (version === null) return null;
  const grid = new QrGrid(version);
  grid.drawWords(codewordsOf(bytes, version));
  const best = mask ?? bestMask(grid);
  grid.turn(best);
  grid.drawFormat(best);
  return grid.rows();
}

function bestMask(grid: QrGrid): number {
  const scores = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => {
    grid.turn(mask);
    grid.drawFormat(mask);
    const score = penaltyOf(grid.rows());
    grid.turn(mask);
    return score;
  });
  return scores.indexOf(Math.min(...scores));
}

/** How hard a picture is to read: long runs, blocks of one colour, what looks like a finder, too much of one colour. */
export function penaltyOf(rows: readonly (readonly boolean[])[]): number {
  const columns = rows.map((_, x) => rows.map((row) => row[x] ?? false));
  const lines = [...rows, ...columns];
  return (
    lines.reduce((sum, line) => sum + runsOf(line) + 40 * findersIn(line), 0) +
    3 * blocksIn(rows) +
    balanceOf(rows)
  );
}

function runsOf(line: readonly boolean[]): number {
  let penalty = 0;
  let run = 0;
  for (const [i, isDark] of line.entries()) {
    run = i > 0 && isDark === line[i - 1] ? run + 1 : 1;
    if (run === 5) penalty += 3;
    else if (run > 5) penalty += 1;
  }
  return penalty;
}

const finders = ['10111010000', '00001011101'];

function findersIn(line: readonly boolean[]): number {
  const text = line.map((isDark) => (isDark ? '1' : '0')).join('');
  let count = 0;
  for (let at = 0; at + 11 <= text.length; at += 1) if (finders.includes(text.slice(at, at + 11))) count += 1;
  return count;
}

function blocksIn(rows: readonly (readonly boolean[])[]): number {
  let count = 0;
  for (let y = 1; y < rows.length; y += 1)
    for (let x = 1; x < rows.length; x += 1) {
      const here = rows[y]?.[x];
      if (here === rows[y]?.[x - 1] && here === rows[y - 1]?.[x] && here === rows[y - 1]?.[x - 1]) count += 1;
    }
  return count;
}

function balanceOf(rows: readonly (readonly boolean[])[]): number {
  const dark = rows.flat().filter(Boolean).length;
  const share = (dark * 100) / (rows.length * rows.length);
  return 10 * Math.floor(Math.abs(share - 50) / 5);
}
