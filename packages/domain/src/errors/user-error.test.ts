import { expect, it } from 'vitest';
import { UserError } from './user-error.ts';

const error = new UserError('IMP-103', {
  what: {
    zh: '第3行身份证号11010519491231002X无法识别',
    en: 'Row 3: the number 11010519491231002X cannot be read',
  },
  why: { zh: '校验位不对', en: 'the check digit is wrong' },
  remedy: { zh: '请核对原件', en: 'compare it with the original' },
});

it('says what, why and what to do, in both languages, under its code', () => {
  expect(error).toBeInstanceOf(Error);
  expect(error.describe('zh')).toBe(
    'IMP-103 第3行身份证号110105********002X无法识别\n原因：校验位不对\n怎么办：请核对原件',
  );
  expect(error.describe('en').split('\n')).toHaveLength(3);
  expect(error.message.startsWith('IMP-103 ')).toBe(true);
});

it('carries no whole identity number', () => {
  expect(JSON.stringify([error.message, error.zh, error.en, error.describe('en')])).not.toContain('19491231');
});
