import { expect, it } from 'vitest';
import { cleanName, surnameOf } from './name.ts';
import { nameForms } from './name-forms.ts';

it.each([
  ['张 三', '张三', null],
  ['张　三', '张三', null],
  ['\u200b张三\ufeff', '张三', null],
  ['李四（已故）', '李四', '已故'],
  ['王五(女)', '王五', '女'],
  ['户主：赵六', '赵六', '户主'],
  ['户主赵六', '赵六', '户主'],
  ['张三等3人', '张三', '等3人'],
  ['张三之妻', '张三', '之妻'],
  ['买买提.吐尔逊', '买买提·吐尔逊', null],
  ['买买提•吐尔逊', '买买提·吐尔逊', null],
  ['欧阳 娜娜', '欧阳娜娜', null],
  ['阿依 古丽', '阿依古丽', null],
  ['WANG  WEI', 'WANG WEI', null],
  ['王?', '王?', null],
  ['张伟2', '张伟', '2'],
  ['张 伟 2', '张伟', '2'],
  ['李强Ａ', '李强', 'A'],
  ['王芳（大）', '王芳', '大'],
  ['王芳-1号', '王芳', '-1号'],
  ['王建X', '王建X', null],
  ['张三老师', '张三', '老师'],
  ['王会计', '王会计', null],
  ['李四曾用名李斯', '李四', '曾用名李斯'],
  ['买买提ㆍ吐尔逊', '买买提·吐尔逊', null],
  ['买买提˙吐尔逊', '买买提·吐尔逊', null],
  ['买买提-吐尔逊', '买买提·吐尔逊', null],
  ['买买提  吐尔逊', '买买提吐尔逊', null],
  ['欧阳  娜娜', '欧阳娜娜', null],
  ['ＷＡＮＧ ＷＥＩ', 'WANG WEI', null],
  ['WANG, WEI', 'WANG WEI', null],
  ['王生', '王生', null],
  ['不详', '', null],
  ['无', '', null],
  [null, '', null],
])('cleans %j to %s', (text, name, note) => {
  expect(cleanName(text)).toEqual({ name, note, more: [] });
});

it('separates several people', () => {
  expect(cleanName('张三、李四')).toEqual({ name: '张三', note: null, more: ['李四'] });
  expect(cleanName('张三/李四/王五').more).toEqual(['李四', '王五']);
  expect(cleanName('张三 李四').more).toEqual(['李四']);
  expect(cleanName('张三  李四').more).toEqual(['李四']);
});

it('knows compound surnames', () => {
  expect(surnameOf('欧阳娜娜')).toBe('欧阳');
  expect(surnameOf('王建国')).toBe('王');
  expect(surnameOf('司马')).toBe('司');
});

it('gives the layers of a name', () => {
  const forms = nameForms('張 小燕（女）');
  expect(forms.plain).toBe('張小燕');
  expect(forms.simplified).toBe('张小燕');
  expect(forms.pinyin).toBe('zhang xiao yan');
  expect(forms.hasWildcard).toBe(false);
  expect(nameForms('王□').hasWildcard).toBe(true);
  expect(nameForms('单小仇').pinyin).toBe('shan xiao chou');
});

it('takes a plain Han name as it stands, whatever its characters, as the long way does', () => {
  const parts = [...'·王李张单欧阳某无不户主等人之妻子女同志先生已故名口家属老师村长医〇建国伟'];
  for (const a of parts)
    for (const b of parts)
      for (const c of parts) {
        const name = a + b + c;
        // A blank in front sends the same text the long way round.
        expect(cleanName(name)).toEqual(cleanName(` ${name}`));
      }
});
