import { describe, expect, it } from 'vitest';
import { compareNames, isCompatible } from './name-compare.ts';

const LOOKALIKES = new Set(['未末', '禇褚', '己已']);

describe('compareNames', () => {
  it.each([
    ['张 三', '张三', 'equal'],
    ['李四（已故）', '李四', 'equal'],
    ['买买提·吐尔逊', '买买提.吐尔逊', 'equal'],
    ['張三豐', '张三丰', 'variant'],
    ['閆伟', '闫伟', 'variant'],
    ['刘小燕', '刘晓燕', 'homophone'],
    ['张伟', '章伟', 'homophone'],
    ['付强', '傅强', 'homophone'],
    ['邱明', '丘明', 'homophone'],
    ['张乐', '张月', 'homophone'],
    ['李未', '李末', 'look_alike'],
    ['禇红', '褚红', 'homophone'],
    ['王?', '王宇', 'wildcard'],
    ['王□国', '王建国', 'wildcard'],
    ['王\ue123', '王宇', 'wildcard'],
    ['王yǔ', '王宇', 'pinyin'],
    ['WANG WEI', '王伟', 'pinyin'],
    ['Wei Wang', '王伟', 'pinyin'],
    ['LYU NAN', '吕楠', 'pinyin'],
    ['shan xiong', '单雄', 'pinyin'],
    ['买买提·吐尔', '买买提·吐尔逊', 'truncated'],
    ['古丽巴哈尔阿卜', '古丽巴哈尔·阿卜杜热合曼', 'truncated'],
    ['王建国', '王建军', 'one_differs'],
    ['刘小燕', '刘燕', 'one_differs'],
    ['王伟', '王芳', 'surname_only'],
    ['张三', '李四', 'different'],
    ['WANG WEI', '王芳', 'different'],
    ['欧阳', '欧阳娜娜', 'different'],
    ['??', '张三', 'different'],
    ['', '张三', 'missing'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(compareNames(a, b, LOOKALIKES).level).toBe(level);
    expect(compareNames(b, a, LOOKALIKES).level).toBe(level);
  });

  it('reads the surname as a surname: 单 is shan, not dan', () => {
    expect(compareNames('单红', '丹红').level).not.toBe('homophone');
    expect(compareNames('单红', '善红').level).toBe('homophone');
  });

  it('takes look-alikes as a test too, in either order', () => {
    expect(compareNames('李未', '李末', (x, y) => x === '末' && y === '未').level).toBe('look_alike');
    expect(compareNames('李未', '李末').level).toBe('surname_only');
  });

  it('says in one sentence why, in both languages', () => {
    const result = compareNames('刘小燕', '刘晓燕');
    expect(result.zh).toBe('姓名“刘小燕”与“刘晓燕”读音相同、字不同。');
    expect(result.en).toContain('sound the same');
    expect(compareNames('张三', '张三').zh).toBe('姓名“张三”一致。');
  });

  it('parts what may be one person from what may not', () => {
    const compatible = [
      'equal',
      'variant',
      'homophone',
      'look_alike',
      'wildcard',
      'pinyin',
      'truncated',
    ] as const;
    expect(compatible.every(isCompatible)).toBe(true);
    expect((['one_differs', 'surname_only', 'different', 'missing'] as const).some(isCompatible)).toBe(false);
  });
});
