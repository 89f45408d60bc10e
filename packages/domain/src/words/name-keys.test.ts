import { expect, it } from 'vitest';
import { nameKeys } from './name-keys.ts';

it('gives the keys of a Han name', () => {
  expect(nameKeys('單 小燕（女）')).toEqual({
    plain: '單小燕',
    simple: '单小燕',
    pinyin: 'shanxiaoyan',
    surname: '单',
    given: '小燕',
    more: [],
  });
});

it('knows compound surnames, in traditional characters too', () => {
  expect(nameKeys('歐陽娜娜')).toMatchObject({ surname: '欧阳', given: '娜娜', pinyin: 'ouyangnana' });
  expect(nameKeys('𠮷田')).toMatchObject({ surname: '𠮷', given: '田' });
});

it.each([
  '买买提·吐尔逊',
  '买买提.吐尔逊',
  '买买提•吐尔逊',
  '买买提 吐尔逊',
  '买买提ㆍ吐尔逊',
  '买买提-吐尔逊',
])('gives %s one key and no surname', (name) => {
  expect(nameKeys(name)).toEqual({
    plain: '买买提吐尔逊',
    simple: '买买提吐尔逊',
    pinyin: 'maimaitituerxun',
    surname: '',
    given: '买买提吐尔逊',
    more: [],
  });
});

it.each([
  ['王伟', 'WANG WEI'],
  ['王伟', 'Wáng Wěi'],
  ['王伟', 'wang2 wei3'],
  ['王伟', 'WangWei'],
  ['王伟', '王wěi'],
  ['王伟', '王玮'],
  ['王伟', '汪瑋'],
  ['单红', 'Shàn Hóng'],
  ['吕楠', 'LYU NAN'],
  ['吕楠', 'Lǚ Nán'],
  ['徐女', 'XU NYU'],
])('gives %s and %s one key by sound', (a, b) => {
  expect(nameKeys(b)?.pinyin).toBe(nameKeys(a)?.pinyin);
});

it('keeps the words of a Latin name, and no surname: which word it is is not said', () => {
  expect(nameKeys('  Wáng   WĚI ')).toEqual({
    plain: 'Wáng WĚI',
    simple: 'wang wei',
    pinyin: 'wangwei',
    surname: '',
    given: 'wang wei',
    more: [],
  });
});

it('names further people, and nobody where nobody is named', () => {
  expect(nameKeys('张三、李四')).toMatchObject({ simple: '张三', more: ['李四'] });
  expect([nameKeys(null), nameKeys(''), nameKeys('无'), nameKeys(' - ')]).toEqual([null, null, null, null]);
});
