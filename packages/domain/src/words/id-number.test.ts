import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, daysInMonth } from './date.ts';
import {
  ageOn,
  birthOn,
  checkDigit,
  isValidId,
  maskedPattern,
  maskId,
  normaliseId,
  sexOf,
  solveCandidates,
  splitIds,
  truncatedPrefix,
} from './id-number.ts';

const STANDARD = '11010519491231002X';
const withCheck = (first17: string): string => first17 + checkDigit(first17);
const WOMAN = withCheck('37132319500101002');

/** Made-up valid numbers, built from parts. */
const validIds = fc
  .record({
    area: fc.integer({ min: 110000, max: 659999 }),
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    dayShare: fc.double({ min: 0, max: 0.999, noNaN: true }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ area, year, month, dayShare, sequence }) => {
    const day = 1 + Math.floor(dayShare * daysInMonth(year, month));
    const birth = dateOf(year, month, day).replaceAll('-', '');
    return withCheck(`${String(area)}${birth}${String(sequence).padStart(3, '0')}`);
  });

describe('the check digit', () => {
  it('agrees with the examples of the standard', () => {
    for (const id of [STANDARD, '440524188001010014', '810000199408230021', '830000199201300022']) {
      expect(checkDigit(id.slice(0, 17))).toBe(id[17]);
      expect(isValidId(id)).toBe(true);
    }
  });

  it('needs a real birth date beside it', () => {
    expect(isValidId(withCheck('37132319500230001'))).toBe(false);
    expect(isValidId(withCheck('37132319991301001'))).toBe(false);
    expect(isValidId(withCheck('37132320000229001'))).toBe(true);
    expect(isValidId(withCheck('37132319000229001'))).toBe(false);
  });
});

describe('normaliseId', () => {
  it.each([
    ['lower-case x', STANDARD.toLowerCase()],
    ['full width', '１１０１０５１９４９１２３１００２Ｘ'],
    ['blanks inside', ' 110105 19491231 002X '],
    ['text mark', `'${STANDARD}`],
    ['dashes', '110105-19491231-002X'],
    ['BOM and zero width', `\ufeff${STANDARD}\u200b`],
    ['multiplication sign', '11010519491231002×'],
    ['Cyrillic letter', '11010519491231002х'],
    ['full-width star where X fits', '11010519491231002＊'],
    ['note in brackets', `${STANDARD}（户主）`],
    ['label in front', `身份证号：${STANDARD}`],
  ])('reads %s', (_, raw) => {
    expect(normaliseId(raw)).toEqual({ state: 'valid', id: STANDARD });
  });

  it('drops a trailing .0', () => {
    expect(normaliseId(`${WOMAN}.0`)).toEqual({ state: 'valid', id: WOMAN });
  });

  it('converts 15 digits only with a real date', () => {
    expect(normaliseId('110105491231002')).toEqual({ state: 'converted', id: STANDARD });
    expect(normaliseId('110105491331002')).toEqual({ state: 'bad_length', id: '110105491331002' });
    expect(normaliseId('1.10105491231002E+14').id).toBe(STANDARD);
  });

  it('names damage done by spreadsheets', () => {
    expect(normaliseId('3.71323E+17')).toEqual({ state: 'scientific', id: '371323' });
    expect(normaliseId('3.7132319500101E+17')).toEqual({ state: 'truncated', id: '371323195001010000' });
    const cut = normaliseId(`${WOMAN.slice(0, 15)}000`);
    expect(cut.state).toBe('truncated');
    expect(truncatedPrefix(cut.id ?? '')).toBe(WOMAN.slice(0, 15));
  });

  it('takes a numeric cell ending in 000 as cut even where the check digit fits by chance', () => {
    const cells = Array.from({ length: 400 }, (_, n) => `${String(110101 + n)}19600101${String(n % 10)}000`);
    const fitting = cells.find((cell) => isValidId(cell)) ?? '';
    expect(fitting).not.toBe('');
    expect(normaliseId(fitting).state).toBe('valid');
    expect(normaliseId(fitting, { wasNumber: true }).state).toBe('truncated');
  });

  it.each([
    ['371323********0021', 'masked'],
    ['371323XXXXXXXX0021', 'masked'],
    ['11010519491231001*', 'masked'],
    ['810000199408230021', 'foreign'],
    ['ABC123456789012', 'foreign'],
    ['91350100M000100Y43', 'other'],
    ['E12345678', 'other'],
    ['张三', 'other'],
    ['000000000000000000', 'placeholder'],
    ['371323000000000000', 'placeholder'],
    ['111111111111111', 'placeholder'],
    ['123456789012345678', 'placeholder'],
    ['110105194912310021', 'bad_check'],
    ['11010519491231002', 'bad_length'],
    ['无', 'missing'],
    [' - ', 'missing'],
    ['0', 'missing'],
    ['未上户', 'missing'],
    ['', 'missing'],
    [null, 'missing'],
  ])('gives %s the state %s', (raw, state) => {
    expect(normaliseId(raw).state).toBe(state);
  });

  it('routes a disability certificate and two numbers in a cell, guessing neither', () => {
    expect(normaliseId(`${WOMAN}42`).state).toBe('other');
    expect(normaliseId(`${WOMAN}、${STANDARD}`).state).toBe('other');
    expect(splitIds(`${WOMAN}、${STANDARD.toLowerCase()}`)).toEqual([WOMAN, STANDARD.toLowerCase()]);
    expect(splitIds(`父${WOMAN}母${STANDARD}`)).toEqual([WOMAN, STANDARD]);
    expect(splitIds(STANDARD)).toEqual([STANDARD]);
    expect(splitIds('无')).toEqual([]);
  });

  it('is stable: a normal form is its own normal form, whatever was around it', () => {
    fc.assert(
      fc.property(validIds, fc.constantFrom('', ' ', "'", '\u200b', '\ufeff'), (id, junk) => {
        const once = normaliseId(`${junk}${id.slice(0, 6)}${junk}${id.slice(6)}${junk}`);
        expect(once).toEqual({ state: 'valid', id });
        expect(normaliseId(once.id)).toEqual(once);
      }),
    );
  });

  it('never throws and never calls valid what is not', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789Xx*.E+ 、') })),
        (text) => {
          const { state, id } = normaliseId(text);
          const claimsValid = state === 'valid' || state === 'converted';
          expect(claimsValid && !isValidId(id ?? '')).toBe(false);
          expect(id === null).toBe(state === 'missing');
        },
      ),
    );
  });
});

describe('solveCandidates', () => {
  it('finds the true number behind every single wrong digit', () => {
    fc.assert(
      fc.property(validIds, fc.nat(17), fc.integer({ min: 1, max: 9 }), (id, position, shift) => {
        const old = id[position] === 'X' ? 10 : Number(id[position]);
        const wrong = `${id.slice(0, position)}${String((old + shift) % 10)}${id.slice(position + 1)}`;
        fc.pre(wrong !== id);
        expect(isValidId(wrong)).toBe(false);
        const candidates = solveCandidates(wrong);
        expect(candidates).toContain(id);
        expect(candidates.every(isValidId)).toBe(true);
        expect(new Set(candidates).size).toBe(candidates.length);
      }),
    );
  });

  it('finds the true number behind every swap, loss and doubling', () => {
    fc.assert(
      fc.property(validIds, fc.nat(15), fc.constantFrom(...'0123456789'), (id, position, extra) => {
        const swapped =
          id.slice(0, position) + (id[position + 1] ?? '') + (id[position] ?? '') + id.slice(position + 2);
        expect(swapped === id ? [id] : solveCandidates(swapped)).toContain(id);
        expect(solveCandidates(id.slice(0, position) + id.slice(position + 1))).toContain(id);
        expect(solveCandidates(id.slice(0, position) + extra + id.slice(position))).toContain(id);
      }),
    );
  });

  it('offers nothing for a valid number or a text, and drops the unborn', () => {
    expect(solveCandidates(STANDARD)).toEqual([]);
    expect(solveCandidates('张三')).toEqual([]);
    const wrong = '110105194912310021';
    const all = solveCandidates(wrong);
    const alive = solveCandidates(wrong, { bornUntilOn: '1945-01-01' });
    expect(all).toContain(STANDARD);
    expect(alive).not.toContain(STANDARD);
    expect(alive.every((id) => (birthOn(id) ?? '') <= '1945-01-01')).toBe(true);
  });
});

describe('what a number says', () => {
  it('birth, sex and age in full years', () => {
    expect(birthOn(STANDARD)).toBe('1949-12-31');
    expect(birthOn('371323')).toBeNull();
    expect(sexOf(STANDARD)).toBe('female');
    expect(sexOf(withCheck('37132319500101003'))).toBe('male');
    expect(sexOf('不详')).toBeNull();
    expect(ageOn('1960-06-01', '2020-05-31')).toBe(59);
    expect(ageOn('1960-06-01', '2020-06-01')).toBe(60);
    expect(ageOn('1960-02-29', '2021-02-28')).toBe(60);
    expect(ageOn('1960-02-29', '2021-03-01')).toBe(61);
  });

  it('masks all but the ends', () => {
    expect(maskId(STANDARD)).toBe('110105********002X');
    expect(maskId('12345')).toBe('*****');
    expect(maskedPattern('371323********0021')).toEqual({ prefix: '371323', suffix: '0021' });
    expect(maskedPattern('3713**19500101****')).toEqual({ prefix: '3713', suffix: '' });
    expect(maskedPattern(STANDARD)).toBeNull();
    expect(maskedPattern('张**')).toBeNull();
  });
});
