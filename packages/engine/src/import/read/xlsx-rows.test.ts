import { expect, it } from 'vitest';
import { numberLook } from './cell-text.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import { seededNumbers } from './testing-files.ts';
import { XlsxRows } from './xlsx-rows.ts';
import { type XmlListener, XmlScanner } from './xml-scanner.ts';

const strings = new SharedStrings();
for (const text of ['姓名', '', 'a\u0000b', '村'.repeat(40)]) strings.add(text);
const looks = [0, 14, 0].map((id, i) => numberLook(id, i === 2 ? '000000' : undefined));
const book = { sheets: [], strings, looks, date1904: false };

/** The cells and alarms of a sheet, or what is wrong with it. */
function readRows(xml: string, cut: () => number, skims: boolean): unknown {
  const cells: unknown[] = [];
  let row: [number, boolean] = [0, false];
  const rows = new XlsxRows(book, {
    startRow: (rowNo, hidden) => {
      row = [rowNo, hidden];
    },
    putText: (column, text) => {
      const clean = text.replaceAll('\0', '');
      if (clean !== '') cells.push([...row, column, clean]);
    },
    putBytes: (column, source, from, to) => {
      cells.push([...row, column, source.toString('utf8', from, to)]);
    },
  });
  const events: XmlListener = {
    open: (name, attributes) => rows.open(name, attributes),
    close: (name) => rows.close(name),
    text: (text) => rows.text(text),
  };
  const scanner = new XmlScanner(skims ? rows : events);
  const bytes = Buffer.from(xml);
  try {
    for (let at = 0; at < bytes.length; ) {
      const length = cut();
      scanner.write(bytes.subarray(at, at + length));
      at += length;
    }
    scanner.end();
  } catch (error) {
    return String(error);
  }
  return { cells, alarms: rows.alarms() };
}

const texts = ['文', 'a_b', '1', '0', '2', '45000', '-1.5', '1E5', '1234567890123456', 'TRUE', '', ' x '];
const oddTexts = ['&amp;', '&x;', '_x000D_', 'a_', '\r', '\0', '<b/>', '<!-- -->', '7', '99'];
const ordinary = [' r="#"', ' s="1"', ' s="2"', ' t="s"', ' t="n"', ' t="str"', ' t="inlineStr"'];
const odd = [
  " r='#'",
  ' r="1"',
  ' r="a1"',
  ' r="XFE1"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' s="x"',
  '  s="0"',
  ' x="y"',
];

function makeSheet(random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string;
  let column = 0;
  const cell = (): string => {
    const isOdd = random() < 0.06;
    column += random() < 0.99 ? 1 : -1;
    const attributes = [
      ' r="#"',
      random() < 0.6 ? pick(ordinary.slice(1)) : '',
      isOdd ? pick([...odd, ...ordinary]) : '',
    ];
    const head = `<c${attributes.join('').replaceAll('#', `${String.fromCharCode(65 + (column % 26))}1`)}`;
    const text = isOdd ? pick(oddTexts) + pick(texts) : pick(texts);
    const value = `<v>${text}</v>`;
    const inline = pick([`<is><t>${text}</t></is>`, `<is><t xml:space="preserve">${text}</t></is>`]);
    const content = head.includes('inlineStr') === random() < 0.95 ? inline : value;
    return pick([
      `${head}>${content}</c>`,
      `${head}>${content}</c>`,
      `${head}/>`,
      isOdd ? `${head}><f>1</f>${content}</c>` : '',
    ]);
  };
  const row = (): string => {
    column = 0;
    return `<row${pick(['', ' hidden="1"'])}>${Array.from({ length: 5 }, cell).join(pick(['', '\n']))}</row>`;
  };
  return `<worksheet><sheetData>${Array.from({ length: 3 }, row).join('')}</sheetData></worksheet>`;
}

it('takes plain cells from their bytes as it takes them from events, however the input is cut', () => {
  const random = seededNumbers(11);
  let readable = 0;
  for (let i = 0; i < 3000; i += 1) {
    const xml = makeSheet(random);
    const byEvents = readRows(xml, () => 1_000_000, false);
    if (typeof byEvents !== 'string') readable += 1;
    expect(readRows(xml, () => 1_000_000, true)).toEqual(byEvents);
    expect(readRows(xml, () => 1 + Math.floor(random() * 60), true)).toEqual(byEvents);
  }
  // Neither side of the comparison is all refusals.
  expect(readable).toBeGreaterThan(400);
  expect(readable).toBeLessThan(2600);
});

it('keeps shared strings, plain and rich, long and empty, through pages', async () => {
  const plain = Array.from({ length: 70_000 }, (_, i) => `串${i}${'长'.repeat(i % 50)}`);
  const long = '页'.repeat(3_000_000);
  const items = [...plain.map((text) => `<si><t>${text}</t></si>`), `<si><t>${long}</t></si>`];
  const tail =
    '<si/><si><t xml:space="preserve"> a&lt; </t></si><si><r><t>b</t></r><rPh><t>x</t></rPh><r><t>c</t></r></si>';
  const bytes = Buffer.from(`<sst>${items.join('')}${tail}</sst>`);
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += 65_537) yield bytes.subarray(at, at + 65_537);
  }
  const read = await readSharedStrings(pieces());
  const at = (index: number): string | null =>
    read.locate(index) ? read.page.toString('utf8', read.from, read.to) : null;
  expect(read.count).toBe(plain.length + 4);
  expect(plain.every((text, i) => at(i) === text)).toBe(true);
  expect(at(plain.length) === long).toBe(true);
  expect([1, 2, 3, 4].map((i) => at(plain.length + i))).toEqual(['', ' a< ', 'bc', null]);
  expect([at(-1), at(0.5), at(Number.NaN)]).toEqual([null, null, null]);
});
