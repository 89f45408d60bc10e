import { expect, it } from 'vitest';
import { nameReadings, pinyinJoined, pinyinKey, readingsOf } from './pinyin.ts';

it.each([
  ['单', 'shan'],
  ['仇', 'qiu'],
  ['解', 'xie'],
  ['曾', 'zeng'],
  ['区', 'ou'],
  ['查', 'zha'],
  ['朴', 'piao'],
  ['任', 'ren'],
  ['尉迟', 'yu chi'],
  ['万俟', 'mo qi'],
  ['长孙', 'zhang sun'],
])('reads the surname %s as %s', (surname, reading) => {
  expect(pinyinKey(`${surname}建国`)).toBe(`${reading} jian guo`);
});

it('reads the same characters otherwise inside a given name', () => {
  expect(pinyinKey('王单')).toBe('wang dan');
  expect(pinyinKey('李小曾')).toBe('li xiao ceng');
});

it('knows all readings of a given name, and both families of a surname', () => {
  expect(readingsOf('乐')).toEqual(expect.arrayContaining(['le', 'yue']));
  expect(nameReadings('张乐')).toEqual([['zhang'], readingsOf('乐')]);
  expect(nameReadings('覃强')[0]).toEqual(['qin', 'tan']);
});

it('reads every character of a name by sound in all its ways', () => {
  expect(nameReadings('阿卜杜热合曼')[0]).toEqual(readingsOf('阿'));
  expect(nameReadings('单·吐尔逊', true)[0]).toEqual(readingsOf('单'));
});

it('leaves what is not Han as it stands', () => {
  expect(pinyinKey('WANG WEI')).toBe('wang wei');
  expect(pinyinKey('王yu国')).toBe('wang yu guo');
  expect(pinyinKey('王?国')).toBe('wang ? guo');
  expect(pinyinKey('')).toBe('');
  expect(readingsOf('?')).toEqual(['?']);
});

it('joins without blanks, ü as v', () => {
  expect(pinyinJoined('吕女')).toBe('lvnv');
  expect(pinyinJoined('欧阳娜娜')).toBe('ouyangnana');
});
