import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeSources } from './describe-sources.ts';

const sources = describeSources([join(import.meta.dirname, '../../../../policy')]);

it('says what a data set, its columns and its codes are called in both languages', () => {
  const members = sources.get('dibao_member');
  expect(members).toMatchObject({
    kind: 'roster',
    title: { zh: '低保家庭成员', en: 'Dibao household members' },
  });
  expect(members?.slots.map(({ slot }) => slot)).toEqual(['person', 'head']);
  expect(members?.columns.get('birth_on')).toEqual({
    ...{ label: { zh: '出生日期', en: 'Born on' }, type: 'date' },
  });
  expect(members?.wordOf('relation', 'spouse')).toEqual({ zh: '配偶', en: 'spouse' });
  expect(members?.wordOf('sex', 'female')?.zh).toBe('女');
  expect(members?.wordOf('aid_mode', 'by_person')?.en).toBe('by person');
  expect(members?.wordOf('sex', 'unheard of')).toBeNull();
  expect(members?.wordOf('name', 'spouse')).toBeNull();
});

it('knows every column that holds the name of a person, whatever it is called', () => {
  const names = [...(sources.get('poverty_register')?.columns ?? [])].filter(
    ([, { type }]) => type === 'name',
  );
  expect(names.map(([column]) => column)).toContain('helper');
});
