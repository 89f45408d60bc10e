import fc from 'fast-check';
import { Converter } from 'opencc-js/t2cn';
import * as preset from 'opencc-js/preset/t2cn';
import { expect, it } from 'vitest';
import { simplified } from './simplified.ts';

const wholeTable = Converter({ from: 't', to: 'cn' });
const phrases = (preset.to['cn'] ?? []).flat().flatMap((table) =>
  String(table)
    .split('|')
    .map((line) => line.split(' ')[0] ?? ''),
);

it('knows the phrases that decide about a character', () => {
  expect(simplified('乾隆')).toBe('乾隆');
  expect(simplified('乾淨')).toBe('干净');
  expect(simplified('李乾坤')).toBe('李乾坤');
  expect(simplified('張瞭解')).toBe('张了解');
  expect(simplified('張三豐')).toBe('张三丰');
  expect(simplified('𨦫')).toBe(wholeTable('𨦫'));
});

it('gives every phrase and every character of the tables as the tables give it', () => {
  expect(phrases.length).toBeGreaterThan(3000);
  for (const phrase of phrases) {
    expect(simplified(phrase)).toBe(wholeTable(phrase));
    expect(simplified(`王${phrase}華`)).toBe(wholeTable(`王${phrase}華`));
  }
});

it('gives any text as the whole table gives it', () => {
  const char = fc.oneof(
    fc.constantFrom(...new Set(phrases.join(''))),
    fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom(...'·Aa1 ?□〇\ue815豈𠮷⿰亻\u0000'),
  );
  fc.assert(
    fc.property(fc.array(char, { maxLength: 8 }), (chars) => {
      expect(simplified(chars.join(''))).toBe(wholeTable(chars.join('')));
    }),
    { numRuns: 20_000 },
  );
});
