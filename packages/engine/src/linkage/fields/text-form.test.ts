import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, soundKey } from './text-form.ts';

it('leaves letters and digits, in one case, one width and without accents', () => {
  const told: readonly (readonly [string, string])[] = [
    ['O’Brien-Smith', 'o brien smith'],
    ['  Ängström,\tKRÄHE ', 'angstrom krahe'],
    ['ＡＢＣ　１２３', 'abc 123'],
    ['城关镇（东街）１２号', '城关镇 东街 12号'],
    ['ﬁne', 'fine'],
    ['Łódź', 'łodz'],
    ['—…', ''],
  ];
  expect(told.map(([raw]) => [raw, cleanText(raw)])).toEqual(told);
});

it('changes nothing the second time, and not by case, width or what stands between', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
      const clean = cleanText(raw);
      expect(cleanText(clean)).toBe(clean);
      expect(clean).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      expect(cleanText(` «${raw}»`)).toBe(clean);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.string(), (raw) => {
      expect(cleanText(raw.toUpperCase())).toBe(cleanText(raw.toLowerCase()));
    }),
  );
});

it('gives one key to what sounds alike, and another to what does not', () => {
  const alike = [
    ['schmidt', 'schmitt', 'smitt'],
    ['philip', 'filip', 'phillip'],
    ['catherine', 'kathrine', 'katerine'],
    ['macdonald', 'mcdonald'],
    ['knoll', 'noll'],
    ['thompson john', 'tompson jon'],
  ];
  for (const names of alike) expect(new Set(names.map(soundKey)).size, names.join()).toBe(1);
  const keys = ['smith', 'jones', 'philip', 'catherine', 'mcdonald', 'anderson'].map(soundKey);
  expect(new Set(keys).size).toBe(keys.length);
  // Other scripts are their own sound.
  expect(soundKey('刘小燕')).toBe('刘小燕');
  expect(soundKey('12 main')).toMatch(/^12 /);
});
