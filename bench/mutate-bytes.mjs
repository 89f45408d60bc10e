/** A seeded stream of numbers, and what is chosen by them: the same damage on every run. */
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
    for (let i = 0; i < 4; i += 1) this.next();
  }

  /** In [0, 1). */
  next() {
    // mulberry32: neighbouring seeds give unrelated streams.
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(n) {
    return Math.floor(this.next() * n);
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}

const words = {
  xml: [
    ...['<row r="5">', '</row>', '<c r="B2">', '</c>', '<v>', '</v>', '<sheetData>', '</sheetData>', '<x/>'],
    ...['<row r="1048577">', '<c r="XFE1">', '<c r="A0" t="s">', '<c t="inlineStr"><is><t>合计</t></is></c>'],
    ...['<v>1E400</v>', '<v>-1</v>', '<v>99999999</v>', '<v>1.10105199001011E+17</v>', ' t="s"', ' t="d"'],
    ...[
      '<mergeCell ref="A1:XFD1048576"/>',
      '<mergeCell ref="B2:A1"/>',
      '<mergeCells><mergeCell ref="A2:A9"/>',
    ],
    ...[
      '&#0;',
      '&amp',
      '&#x110000;',
      '&lol;',
      '<!DOCTYPE a [<!ENTITY lol "x">]>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
    ],
    ...[
      '<?xml version="1.0" encoding="UTF-16"?>',
      'xmlns="urn:x"',
      'x:',
      ' hidden="1"',
      ' s="9999"',
      ' r=""',
    ],
  ],
  text: [
    ...[
      '"',
      '""',
      ',',
      '\t',
      ';',
      '\r',
      '\n',
      '\r\n',
      '\0',
      '\ufeff',
      '\u3000',
      '合计',
      '姓名',
      '身份证号码',
      '=1+1',
    ],
    ...[
      '1.10105E+17',
      "'",
      '|',
      '\x1a',
      '\x0b',
      '乡镇,村,姓名\r\n',
      ',,,,,,,,,,,,,,,,',
      '9'.repeat(400),
      '\ud83d\ude00',
    ],
  ],
  zip: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', '../', '\xff\xff\xff\xff', '\0\0', '\x08\0'],
  ole: [
    '\xd0\xcf\x11\xe0',
    '\xfe\xff\xff\xff',
    '\xff\xff\xff\xff',
    '\x09\x08',
    '\x0a\0\0\0',
    '\xfc\0',
    '\x85\0',
  ],
};

/**
 * One to six damages at chance places: bits, bytes, cuts, copies, swaps, words of the format, other numbers.
 * @param {Buffer} bytes left as it is
 * @param {keyof typeof words} kind whose words are strewn in
 */
export function mutateBytes(bytes, chance, kind) {
  let damaged = Buffer.from(bytes);
  const times = 1 + chance.below(6);
  for (let i = 0; i < times; i += 1) damaged = damageOnce(damaged, chance, kind);
  return damaged;
}

function damageOnce(bytes, chance, kind) {
  if (bytes.length === 0) return Buffer.from(chance.pick(words[kind]), 'latin1');
  const from = chance.below(bytes.length);
  const to = Math.min(bytes.length, from + 1 + chance.below(chance.pick([2, 8, 64, 1000])));
  const part = bytes.subarray(from, to);
  const around = (middle) => Buffer.concat([bytes.subarray(0, from), ...middle, bytes.subarray(to)]);
  switch (chance.below(10)) {
    case 0:
    case 1:
      return around([flipped(part, chance)]);
    case 2:
      return around([]);
    case 3:
      return around([part, part]);
    case 4:
      return chance.below(4) === 0 ? bytes.subarray(0, from) : around([randomBytes(part.length, chance)]);
    case 5:
      return swapped(bytes, from, chance);
    case 6:
      return around([Buffer.from(otherNumbers(part.toString('latin1'), chance), 'latin1')]);
    default:
      return around([wordOf(kind, chance), part]);
  }
}

const wordOf = (kind, chance) =>
  Buffer.from(chance.pick(words[kind]), kind === 'zip' || kind === 'ole' ? 'latin1' : 'utf8');

function flipped(part, chance) {
  const copy = Buffer.from(part);
  const at = chance.below(copy.length);
  copy[at] ^= 1 << chance.below(8);
  return copy;
}

const randomBytes = (length, chance) => Buffer.from(Array.from({ length }, () => chance.below(256)));

function swapped(bytes, from, chance) {
  const copy = Buffer.from(bytes);
  const other = chance.below(bytes.length);
  [copy[from], copy[other]] = [copy[other], copy[from]];
  return copy;
}

const otherNumbers = (text, chance) =>
  text.replace(/\d+/g, (n) =>
    chance.below(2) === 0 ? n : chance.pick(['0', '-1', '65536', '4294967295', '1e308', `${n}0`, '']),
  );
