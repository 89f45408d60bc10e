import { versions } from './qr-codewords.ts';

/** A square of modules: dark or not, and whether the place belongs to a pattern and carries no data. */
export class QrGrid {
  readonly size: number;
  readonly #version: number;
  readonly #dark: boolean[][];
  readonly #isPattern: boolean[][];

  constructor(version: number) {
    this.#version = version;
    this.size = 17 + 4 * version;
    const blank = (): boolean[][] =>
      Array.from({ length: this.size }, () => Array<boolean>(this.size).fill(false));
    this.#dark = blank();
    this.#isPattern = blank();
    this.#drawTiming();
    for (const [x, y] of [
      [3, 3],
      [this.size - 4, 3],
      [3, this.size - 4],
    ] as const)
      this.#drawRings(x, y, 4, [0, 1, 3]);
    this.#drawAlignment();
    this.drawFormat(0);
    this.#drawVersion();
  }

  isDark(x: number, y: number): boolean {
    return this.#dark[y]?.[x] ?? false;
  }

  /** Rows from the top, as they are shown. */
  rows(): boolean[][] {
    return this.#dark.map((row) => [...row]);
  }

  #set(x: number, y: number, isDark: boolean): void {
    const [row, patterns] = [this.#dark[y], this.#isPattern[y]];
    if (row === undefined || patterns === undefined || x < 0 || x >= this.size) return;
    row[x] = isDark;
    patterns[x] = true;
  }

  #drawTiming(): void {
    for (let i = 0; i < this.size; i += 1) {
      this.#set(6, i, i % 2 === 0);
      this.#set(i, 6, i % 2 === 0);
    }
  }

  /** Squares around a centre; dark at these distances from it. */
  #drawRings(x: number, y: number, reach: number, dark: readonly number[]): void {
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1)
        this.#set(x + dx, y + dy, dark.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }

  #drawAlignment(): void {
    const centres = versions[this.#version - 1]?.alignment ?? [];
    const [first, last] = [centres[0], centres.at(-1)];
    const finders = [`${first} ${first}`, `${first} ${last}`, `${last} ${first}`];
    for (const x of centres)
      for (const y of centres) if (!finders.includes(`${x} ${y}`)) this.#drawRings(x, y, 2, [0, 2]);
  }

  /** Error level M and the mask, twice, protected by a code of their own. */
  drawFormat(mask: number): void {
    const bits = ((mask << 10) | rest(mask, 10, 0x537)) ^ 0x5412;
    const bit = (i: number): boolean => ((bits >>> i) & 1) === 1;
    const { size } = this;
    for (let i = 0; i <= 5; i += 1) this.#set(8, i, bit(i));
    this.#set(8, 7, bit(6));
    this.#set(8, 8, bit(7));
    this.#set(7, 8, bit(8));
    for (let i = 9; i < 15; i += 1) this.#set(14 - i, 8, bit(i));
    for (let i = 0; i < 8; i += 1) this.#set(size - 1 - i, 8, bit(i));
    for (let i = 8; i < 15; i += 1) this.#set(8, size - 15 + i, bit(i));
    this.#set(8, size - 8, true);
  }

  #drawVersion(): void {
    if (this.#version < 7) return;
    const bits = (this.#version << 12) | rest(this.#version, 12, 0x1f25);
    for (let i = 0; i < 18; i += 1) {
      const isDark = ((bits >>> i) & 1) === 1;
      const [a, b] = [this.size - 11 + (i % 3), Math.floor(i / 3)];
      this.#set(a, b, isDark);
      this.#set(b, a, isDark);
    }
  }

  /** Lays the words along the double columns, from the right, up and down in turn. */
  drawWords(words: readonly number[]): void {
    let i = 0;
    for (const [x, y] of this.#path()) {
      const word = words[i >>> 3] ?? 0;
      const row = this.#dark[y];
      if (row !== undefined) row[x] = ((word >>> (7 - (i & 7))) & 1) === 1;
      i += 1;
    }
  }

  /** Turns the data over where the mask says so; the same again undoes it. */
  turn(mask: number): void {
    const at = masks[mask];
    for (const [x, y] of this.#path()) {
      const row = this.#dark[y];
      if (row !== undefined && at?.(x, y) === true) row[x] = !row[x];
    }
  }

  *#path(): Iterable<readonly [x: number, y: number]> {
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      const isUpward = ((right + 1) & 2) === 0;
      for (let step = 0; step < this.size; step += 1) {
        const y = isUpward ? this.size - 1 - step : step;
        for (const x of [right, right - 1]) if (this.#isPattern[y]?.[x] === false) yield [x, y];
      }
    }
  }
}

/** What is left of a value when its code is divided by the polynomial. */
function rest(value: number, degree: number, polynomial: number): number {
  let left = value;
  for (let i = 0; i < degree; i += 1) left = (left << 1) ^ ((left >>> (degree - 1)) * polynomial);
  return left;
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
