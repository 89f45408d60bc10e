import { expect, it } from 'vitest';
import { checkCharacter, citizenNumber, fifteenDigits, oneWrongDigit } from './citizen-number.ts';
import { Random } from './prng.ts';

it('computes the check character of the standard’s own examples', () => {
  expect(checkCharacter('11010519491231002')).toBe('X');
  expect(checkCharacter('44052418800101001')).toBe('4');
});

it('drops century and check character for the old form', () => {
  const id = citizenNumber('371399', '1971-05-06', 123);
  expect(fifteenDigits(id)).toBe('371399710506123');
});

it('never leaves a mistyped number valid', () => {
  const random = new Random(5);
  const id = citizenNumber('371399', '1971-05-06', 123);
  for (let i = 0; i < 500; i += 1) {
    const wrong = oneWrongDigit(random, id);
    expect(wrong).toHaveLength(18);
    expect(checkCharacter(wrong.slice(0, 17))).not.toBe(wrong[17]);
  }
});
