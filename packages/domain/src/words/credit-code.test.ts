import { expect, it } from 'vitest';
import { creditCheckDigit, hasOrganisationCheck, isCreditCode, normaliseCreditCode } from './credit-code.ts';

const SAMPLE = '91350100M000100Y43';

it('accepts the sample of the standard, in any dress', () => {
  expect(isCreditCode(SAMPLE)).toBe(true);
  expect(hasOrganisationCheck(SAMPLE)).toBe(true);
  expect(normaliseCreditCode(' ９１350100-m000100y43 ')).toEqual({
    state: 'valid',
    code: SAMPLE,
    kind: 'enterprise',
  });
});

it('notices each single wrong character', () => {
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  for (let position = 0; position < 18; position += 1) {
    for (const char of alphabet) {
      const changed = `${SAMPLE.slice(0, position)}${char}${SAMPLE.slice(position + 1)}`;
      expect(isCreditCode(changed)).toBe(changed === SAMPLE);
    }
  }
});

it('notices a wrong organisation code', () => {
  const first17 = '91350100M000100Y5';
  expect(hasOrganisationCheck(first17 + creditCheckDigit(first17))).toBe(false);
});

it('says what is wrong and what kind of body it is', () => {
  expect(normaliseCreditCode('91350100M000100Y44').state).toBe('bad_check');
  expect(normaliseCreditCode('9135010OM000100Y43').state).toBe('bad_shape');
  expect(normaliseCreditCode(null).state).toBe('missing');
  const home = `12350100M000100Y4`;
  expect(normaliseCreditCode(home + creditCheckDigit(home))).toMatchObject({
    state: 'valid',
    kind: 'public_institution',
  });
});
