import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openPolicy } from '../../policy/open-policy.ts';
import { lawfulCombinations } from './lawful-combinations.ts';

const { combinations } = openPolicy([fileURLToPath(new URL('../../../../../policy', import.meta.url))]);
const beside = (...programmes: string[]) => lawfulCombinations(combinations, programmes);

it('says what excludes what among what is received first, with its basis and how sure that is', () => {
  const [first, ...others] = beside('disability_care', 'tekun', 'tekun');
  expect(first).toEqual({
    ...{ programme: 'tekun', other: 'disability_care', is: 'forbidden', sure: 'V2', isReceived: true },
    title: { zh: '特困供养', en: 'tekun support' },
    otherTitle: { zh: '重度残疾人护理补贴', en: 'disability care subsidy' },
    says: expect.objectContaining({ zh: '同一人同月只能享受其一' }),
    basis: {
      zh: expect.stringMatching(/^《国务院关于全面建立.*》（国发〔2015〕52号）政策衔接$/),
      en: 'State Council Opinions on the Two Disability Subsidies, 国发〔2015〕52号, 政策衔接',
    },
  });
  expect(others.every(({ isReceived }) => !isReceived)).toBe(true);
});

it('knows urban and rural dibao as dibao, and says nothing of what is not received', () => {
  const lines = beside('dibao_rural');
  expect(lines.find(({ other }) => other === 'disability_living')).toMatchObject({
    programme: 'dibao',
    is: 'allowed',
  });
  expect(lines.every(({ programme }) => programme === 'dibao')).toBe(true);
  expect(beside('dibao_urban')).toEqual(lines);
  expect(beside()).toEqual([]);
  expect(beside('lottery')).toEqual([]);
});
