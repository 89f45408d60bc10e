import { readRulePage } from '@yangguang/engine/pack/rule-page';
import { expect, it } from 'vitest';
import { families, isFamily } from './families.ts';
import { ruleTemplate } from './rule-template.ts';

it.each(Object.keys(families).filter(isFamily))(
  'the first page of a rule of %s can be read as it is',
  (family) => {
    const code = `${family}-90`;
    const page = readRulePage(ruleTemplate(code, family), `rules/${family.toLowerCase()}/${code}-name.md`);
    expect(page.id).toBe(code);
    expect(page.family).toBe(family);
    expect(page.status).toBe('draft');
    expect(page.examples.map(({ leads }) => leads.length)).toEqual([1, 0]);
  },
);

it('knows only its own families', () => {
  expect(isFamily('INC')).toBe(true);
  expect(isFamily('toString')).toBe(false);
});
