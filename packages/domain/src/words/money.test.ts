import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords, formatYuan, parseMoney } from './money.ts';

describe('parseMoney', () => {
  it.each([
    ['1,234.00', 123_400],
    ['￥300元', 30_000],
    ['三百', 30_000],
    ['叁佰贰拾元伍角整', 32_050],
    ['三百五', 35_000],
    ['三百零五', 30_500],
    ['一万二千三百四十五', 1_234_500],
    ['150×2', 30_000],
    ['150元*2人', 30_000],
    ['150×2=300', 30_000],
    ['300+50.5', 35_050],
    ['1.2万', 1_200_000],
    ['3万5千', 3_500_000],
    ['１２３', 12_300],
    ['(300)', -30_000],
    ['（300）', -30_000],
    ['-300.10', -30_010],
    ['300.00元整', 30_000],
    ['12元5角', 1_250],
    ['0', 0],
    ['0.1', 10],
    ['1.005', 101],
    ['0.30000000000000004', 30],
    ['1.2E+3', 120_000],
    ['人民币 壹仟元整', 100_000],
  ])('reads %s as %d fen', (text, fen) => {
    expect(parseMoney(text)).toMatchObject({ fen, fault: null });
  });

  it.each([
    ['300/月', 30_000, 'month'],
    ['每月300元', 30_000, 'month'],
    ['3600元/年', 360_000, 'year'],
    ['900元/季度', 90_000, 'quarter'],
    ['10元/天', 1_000, 'day'],
    ['300元', 30_000, null],
  ] as const)('reads %s as %d fen per %s', (text, fen, per) => {
    expect(parseMoney(text)).toMatchObject({ fen, per, fault: null });
  });

  it('marks an estimate and an amount per person', () => {
    expect(parseMoney('约300')).toMatchObject({ fen: 30_000, approximate: true });
    expect(parseMoney('300元/人')).toMatchObject({ fen: 30_000, perPerson: true, approximate: false });
    expect(parseMoney('150元/人/月')).toMatchObject({ fen: 15_000, perPerson: true, per: 'month' });
  });

  it.each(['-', '无', '', ' / ', '—', null])('takes %j as empty, not as zero and not as a fault', (text) => {
    expect(parseMoney(text)).toMatchObject({ fen: null, fault: null });
  });

  it.each([
    ['300-400', 'range'],
    ['100、200', 'several'],
    ['150×2=310', 'does_not_add_up'],
    ['99999999999999999', 'too_large'],
    ['低保', 'unreadable'],
    ['12.34.56', 'unreadable'],
    ['50%', 'unreadable'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseMoney(text)).toMatchObject({ fen: null, fault });
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
        expect(parseMoney(formatYuan(fen)).fen).toBe(fen === 0 ? 0 : fen);
        expect(parseMoney(`￥${formatYuan(Math.abs(fen))}元/月`).fen).toBe(Math.abs(fen));
      }),
    );
  });

  it('reads back its own capitals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), (fen) => {
        expect(parseMoney(amountInWords(fen)).fen).toBe(fen);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,元万千百十零一二×*+-=()/年月人E ') }),
        (text) => {
          const { fen, fault } = parseMoney(text);
          expect(Number.isSafeInteger(fen ?? 0)).toBe(true);
          expect(fault !== null && fen !== null).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

it('formatYuan separates thousands', () => {
  expect(formatYuan(123_400)).toBe('1,234.00');
  expect(formatYuan(5)).toBe('0.05');
  expect(formatYuan(-100_000_000)).toBe('-1,000,000.00');
  expect(formatYuan(0)).toBe('0.00');
});

it.each([
  [123_456, '人民币壹仟贰佰叁拾肆元伍角陆分'],
  [100_100, '人民币壹仟零壹元整'],
  [10_000, '人民币壹佰元整'],
  [105, '人民币壹元零伍分'],
  [50, '人民币伍角整'],
  [5, '人民币伍分'],
  [0, '人民币零元整'],
  [1_000_100_00, '人民币壹佰万零壹佰元整'],
  [10_000_000_000, '人民币壹亿元整'],
  [10_001_000_000, '人民币壹亿零壹万元整'],
  [1_000_010_00, '人民币壹佰万零壹拾元整'],
  [-30_000, '人民币负叁佰元整'],
])('writes %d fen as %s', (fen, words) => {
  expect(amountInWords(fen)).toBe(words);
});
