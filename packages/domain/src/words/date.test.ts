import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, parseDate } from './date.ts';

describe('parseDate', () => {
  it.each([
    '2018.6.1',
    '2018-06-01',
    '2018/6/1',
    '20180601',
    '43252',
    '43252.5',
    '18年6月1日',
    '18.6.1',
    '180601',
    '二〇一八年六月一日',
    '二零一八年六月一日',
    '2018-06-01 00:00:00',
    '2018/6/1 8:30',
    '2018-06-01T00:00:00.000Z',
    '2018年6月1日上午',
    '2018年06月01日 10时30分',
    '2018年6月1日 星期五',
    '２０１８．６．１',
    '2018、6、1',
    '6/1/2018',
    '1-Jun-2018',
    ' 2018 年 6 月 1 号 ',
  ])('reads %s as a day', (text) => {
    expect(parseDate(text)).toEqual({ on: '2018-06-01', precision: 'day', fault: null, open: false });
  });

  it.each(['2018-6', '2018.06', '18年6月', '201806', '2018年6月份', '2018年6月底', 'Jun-18', '18.6'])(
    'reads %s as a month',
    (text) => {
      expect(parseDate(text)).toEqual({ on: '2018-06-01', precision: 'month', fault: null, open: false });
    },
  );

  it('reads a year, and a date that can only be day first', () => {
    expect(parseDate('2018年')).toMatchObject({ on: '2018-01-01', precision: 'year' });
    expect(parseDate('2018')).toMatchObject({ on: '2018-01-01', precision: 'year' });
    expect(parseDate('13/6/2018').on).toBe('2018-06-13');
    expect(parseDate('二〇一九年十二月三十一日').on).toBe('2019-12-31');
  });

  it('puts two-digit years on the right side of the pivot', () => {
    expect(parseDate('65.3.1').on).toBe('1965-03-01');
    expect(parseDate('30.3.1').on).toBe('2030-03-01');
    expect(parseDate('31.3.1').on).toBe('1931-03-01');
    expect(parseDate('18.3.1', { centuryPivot: 10 }).on).toBe('1918-03-01');
  });

  it.each(['长期', '至今', '永久', '9999-12-31'])('knows that %s has no end', (text) => {
    expect(parseDate(text)).toEqual({ on: null, precision: null, fault: null, open: true });
  });

  it.each(['', '无', '-', '0', '0000-00-00', '1900-01-00', null])('takes %j as empty', (text) => {
    expect(parseDate(text)).toEqual({ on: null, precision: null, fault: null, open: false });
  });

  it.each([
    ['2018/13/01', 'impossible'],
    ['20181301', 'impossible'],
    ['2018-02-29', 'impossible'],
    ['2018年6月31日', 'impossible'],
    ['6月1日', 'no_year'],
    ['6.1', 'ambiguous'],
    ['2018-06-01至2019-05-31', 'range'],
    ['2018.6-2019.5', 'range'],
    ['去年冬天', 'unreadable'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseDate(text)).toEqual({ on: null, precision: null, fault, open: false });
  });

  it('reads every day back from every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 72_000 }), (offset) => {
        const on = addDays('1928-01-01', offset % 62_000);
        const [year = '', month = '', day = ''] = on.split('-');
        const serial = String(daysBetween('1899-12-30', on));
        const forms = [
          on,
          `${year}${month}${day}`,
          `${year}.${String(Number(month))}.${String(Number(day))}`,
          serial,
        ];
        forms.push(`${year}年${String(Number(month))}月${String(Number(day))}日`, `${on} 00:00:00`);
        for (const form of forms) expect(parseDate(form).on).toBe(on);
      }),
    );
  });

  it('never throws, and gives a real date or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-./年月日 至长期一二十:') }), (text) => {
        const { on, fault } = parseDate(text);
        expect(on === null ? null : addDays(on, 0)).toBe(on);
        expect(fault !== null && on !== null).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
