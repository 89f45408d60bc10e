import { describe, expect, it } from 'vitest';
import { checkDigit } from '../words/id-check.ts';
import { compareValues, isTransposed } from './compare-values.ts';
import { visibleMarks } from './visible-marks.ts';

const number = (birth: string, serial: string): string => {
  const first = ['339901', birth, serial].join('');
  return `${first}${checkDigit(first)}`;
};

describe('compareValues', () => {
  it('says how two names differ, and where', () => {
    expect(compareValues('name', '张玮珍', '张伟珍')).toEqual({
      difference: 'homophone',
      left: [1],
      right: [1],
    });
    expect(compareValues('name', '張國強', '张国强').difference).toBe('traditional');
    expect(compareValues('name', '王壬', '王王', new Set(['壬王'])).difference).toBe('look_alike');
    expect(compareValues('name', '李大山', '赵铁柱').difference).toBe('differs');
    expect(compareValues('name', '李?山', '李大山').difference).toBe('incomplete');
    expect(compareValues('name', '李 大山', '李大山')).toEqual({ difference: 'same', left: [], right: [] });
  });

  it('knows digits that changed places, in numbers and dates', () => {
    expect(compareValues('number', '13800001234', '13800001243')).toEqual({
      difference: 'transposed',
      ...{ left: [9, 10], right: [9, 10] },
    });
    expect(compareValues('date', '1948-06-15', '1948-06-51').difference).toBe('transposed');
    expect(compareValues('date', '1948-06-15', '1948-06-12')).toEqual({
      difference: 'differs',
      left: [9],
      right: [9],
    });
    expect(isTransposed('1221', '2112')).toBe(false);
    expect(isTransposed('12', '12')).toBe(false);
  });

  it('takes an old number for the same as the one made of it', () => {
    const whole = number('19480615', '224');
    const old = `${whole.slice(0, 6)}${whole.slice(8, 17)}`;
    expect(compareValues('id', whole, old).difference).toBe('written_otherwise');
    expect(compareValues('id', whole, number('19480612', '224')).difference).toBe('differs');
  });

  it('compares places by what they say', () => {
    expect(compareValues('place', '庆丰镇3村5组', '庆丰镇三村5组').difference).toBe('written_otherwise');
    expect(compareValues('place', '一村村委会', '一村').difference).toBe('written_otherwise');
    expect(compareValues('place', '庆丰镇三村5组12号', '三村5组')).toMatchObject({
      difference: 'contained',
      ...{ left: [0, 1, 2, 7, 8, 9], right: [] },
    });
    expect(compareValues('place', '庆丰镇三村', '柳河镇三村').difference).toBe('differs');
  });

  it('marks amounts and choices as a whole, and tells an empty side from another value', () => {
    expect(compareValues('whole', '620', '62')).toEqual({
      difference: 'differs',
      left: [0, 1, 2],
      right: [0, 1],
    });
    expect(compareValues('text', null, '男')).toEqual({ difference: 'missing', left: [], right: [] });
    expect(compareValues('text', '', '').difference).toBe('missing');
  });
});

describe('visibleMarks', () => {
  it('marks nothing behind the stars and says that it differs there', () => {
    const [a, b] = [number('19480615', '224'), number('19480612', '224')];
    const masked = (id: string) => `${id.slice(0, 6)}********${id.slice(-4)}`;
    const { left } = compareValues('id', a, b);
    expect(left).toContain(13);
    const { marks, isCovered } = visibleMarks(a, masked(a), left);
    expect(isCovered).toBe(true);
    expect(marks.every(([from, to]) => to <= 6 || from >= 14)).toBe(true);
  });

  it('marks what a shortened name or address still shows', () => {
    expect(visibleMarks('张玮珍', '张*', [1])).toEqual({ marks: [], isCovered: true });
    expect(visibleMarks('张玮珍', '张*', [0])).toEqual({ marks: [[0, 1]], isCovered: false });
    expect(visibleMarks('庆丰镇三村12号', '庆丰镇三村***', [0, 1, 5, 6])).toEqual({
      marks: [[0, 2]],
      isCovered: true,
    });
    expect(visibleMarks('张玮珍', '张玮珍', [0, 1])).toEqual({ marks: [[0, 2]], isCovered: false });
  });
});
