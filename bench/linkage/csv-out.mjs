import { closeSync, openSync, writeSync } from 'node:fs';

const chunkCharacters = 1 << 18;

/** Writes a CSV file row by row, in chunks: memory stays small whatever its length. UTF-8, \n, quotes where needed. */
export class CsvOut {
  #file;
  #rows = [];
  #characters = 0;

  constructor(path, headings) {
    this.#file = openSync(path, 'w');
    this.row(headings);
  }

  row(cells) {
    this.line(csvLine(cells));
  }

  /** A line made by `csvLine`, for rows that wait elsewhere before they are written. */
  line(line) {
    this.#rows.push(line);
    this.#characters += line.length;
    if (this.#characters > chunkCharacters) this.#flush();
  }

  close() {
    this.#flush();
    closeSync(this.#file);
  }

  #flush() {
    if (this.#rows.length > 0) writeSync(this.#file, `${this.#rows.join('\n')}\n`);
    this.#rows = [];
    this.#characters = 0;
  }
}

/** One row as CSV, without the line break at its end. */
export function csvLine(cells) {
  return cells.map(quoted).join(',');
}

function quoted(cell) {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows in an order that says nothing of the order they came in: a pool of `size` lines of which a random one
 * leaves whenever a new one comes.
 */
export class Mixed {
  #out;
  #chance;
  #pool = [];
  #size;

  constructor(out, chance, size) {
    this.#out = out;
    this.#chance = chance;
    this.#size = size;
  }

  row(cells) {
    const line = csvLine(cells);
    if (this.#pool.length < this.#size) {
      this.#pool.push(line);
      return;
    }
    const at = this.#chance.below(this.#size);
    this.#out.line(this.#pool[at]);
    this.#pool[at] = line;
  }

  close() {
    for (const line of this.#chance.shuffle(this.#pool)) this.#out.line(line);
    this.#out.close();
  }
}

/** A one-to-one mapping of 0 … n-1 onto itself without a table: numbers of rows that do not tell their order. */
export function scrambledNumbers(n, chance) {
  let factor = chance.between(Math.floor(n * 0.38), Math.floor(n * 0.62)) | 1;
  while (divisor(factor, n) !== 1) factor += 1;
  const shift = chance.below(n);
  return (i) => (i * factor + shift) % n;
}

function divisor(a, b) {
  return b === 0 ? a : divisor(b, a % b);
}
