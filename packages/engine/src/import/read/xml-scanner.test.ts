import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { seededNumbers } from './testing-files.ts';
import { XmlScanner } from './xml-scanner.ts';

type Event = string;

/** `pieces` are lengths in bytes, so that characters are cut too. */
function scan(xml: string, pieces: number[]): Event[] {
  const bytes = Buffer.from(xml);
  const events: Event[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') events.push(`"${text}"`);
    text = '';
  };
  const scanner = new XmlScanner({
    open(name, attributes) {
      flush();
      const list = Object.entries(attributes).filter(([, value]) => value !== undefined);
      events.push(`<${name} ${JSON.stringify(list.sort())}`);
    },
    close(name) {
      flush();
      events.push(`>${name}`);
    },
    text(piece) {
      text += piece;
    },
  });
  let at = 0;
  for (const size of pieces) {
    scanner.write(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.write(bytes.subarray(at));
  scanner.end();
  return events;
}

/** The same events from a general, validating parser. */
function reference(xml: string): Event[] {
  const events: Event[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') events.push(`"${text}"`);
    text = '';
  };
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    flush();
    depth += 1;
    events.push(`<${tag.name.replace(/^.*:/, '')} ${JSON.stringify(Object.entries(tag.attributes).sort())}`);
  });
  parser.on('closetag', (tag) => {
    flush();
    depth -= 1;
    events.push(`>${tag.name.replace(/^.*:/, '')}`);
  });
  parser.on('text', (piece) => {
    if (depth > 0) text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.write(xml).close();
  return events;
}

const leaves = [
  '文',
  ' ',
  '&amp;',
  '&#x4E2D;',
  '&#20013;',
  '<!-- a > b -->',
  '<![CDATA[<x>&]]>',
  '<?pi a>b?>',
  '12',
  '\r\n',
  '>',
  '&lt;',
];
const attributeValues = ['A1', '', 'a>b', "it's", '&quot;', '中文', '  ', '&#65;'];

function makeElement(random: () => number, depth: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const name = pick(['c', 'v', 'row', 'x:c', 'is', 'a-b', '_n']);
  const names = ['r', 's', 't', 'spans', 'xml:space'].filter(() => random() < 0.4);
  const attributes = names.map(
    (key) => `${pick([' ', '\n ', '  '])}${key}${pick(['=', ' = '])}"${pick(attributeValues)}"`,
  );
  if (random() < 0.2) return `<${name}${attributes.join('')}${pick(['', ' '])}/>`;
  let inner = '';
  while (random() < 0.7) inner += depth < 5 && random() < 0.4 ? makeElement(random, depth + 1) : pick(leaves);
  return `<${name}${attributes.join('')}>${inner}</${name}${pick(['', ' '])}>`;
}

it('hears what a validating parser hears, however the input is cut', () => {
  const random = seededNumbers(7);
  for (let i = 0; i < 400; i += 1) {
    const prolog = i % 3 === 0 ? '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x "y">]>\n' : '';
    const xml = `${prolog}<root>${makeElement(random, 0)}</root>\n`;
    const pieces = Array.from({ length: 30 }, () => Math.floor(random() * 8));
    expect(scan(xml, pieces)).toEqual(reference(xml));
    expect(scan(xml, [])).toEqual(reference(xml));
  }
});

it('refuses what is not well-formed', () => {
  const wrong = [
    '',
    'x',
    '<a>',
    '<a></b>',
    '<a></a><b/>',
    '<a></a>x',
    '</a>',
    '<a b></a>',
    '<a b=c></a>',
    '<a b="1" b="2"/>',
    '<a r="1" r="2"/>',
    '<a b="<"/>',
    '<a>&x;</a>',
    '<a>&#0;</a>',
    '<a>&amp</a>',
    '<a><!-- </a>',
    '<a><![CDATA[</a>',
    '<1/>',
    '<a b="1"c="2"/>',
    '<a><!x></a>',
    '<a',
    '<a b="1',
    '< a/>',
    '<a>&#x110000;</a>',
    `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`,
  ];
  for (const xml of wrong) expect(() => scan(xml, [])).toThrow(/./);
});

it('refuses bytes that are no UTF-8, wherever a piece ends', () => {
  const wrong = [
    '<a>\xe4\xb8</a>',
    '<a>\xe4</a>',
    '<a>\xff</a>',
    '<a b="\xb8"/>',
    '<a/>\xe4',
    '<a>\xed\xa0\x80</a>',
  ];
  for (const text of wrong) {
    const bytes = Buffer.from(text, 'latin1');
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const scanner = new XmlScanner({ open() {}, close() {}, text() {} });
      const feed = (): void => {
        scanner.write(bytes.subarray(0, cut));
        scanner.write(bytes.subarray(cut));
        scanner.end();
      };
      expect(feed).toThrow('UTF-8');
    }
  }
});
