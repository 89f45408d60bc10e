import { expect, it } from 'vitest';
import { defineWords } from './define-words.ts';
import { spoken } from './language.tsx';

it('speaks the language that is asked for', () => {
  const words = defineWords({
    title: { zh: '抽查', en: 'Samples' },
    found: { zh: (n: number) => `共 ${n} 户`, en: (n: number) => `${n} households` },
  });
  expect(spoken(words, 'zh').found(3)).toBe('共 3 户');
  expect(spoken(words, 'en').title).toBe('Samples');
});
