import { expect, it } from 'vitest';
import { findPasswordFaults } from './password-fault.ts';

const rules = { minLength: 10, minClasses: 3 };
const owner = { userName: 'lixiulan', fullName: '欧阳秀兰' };
const faults = (password: string) => findPasswordFaults(password, owner, rules);

it.each(['Kite7-river-Bowl', '春风又绿江南岸Aa1', 'tQ9#vLm2xZ', 'correct Horse battery 9'])(
  'takes %s',
  (password) => {
    expect(faults(password)).toEqual([]);
  },
);

it('says what is missing, on both sides of the limits', () => {
  expect(faults('tQ9#vLm2x')).toEqual(['short']);
  expect(faults('tqkdvlmwxzbn')).toEqual(['classes']);
  expect(faults('tqkdvlmwxz9n')).toEqual(['classes']);
  expect(faults(`Aq9-${'xk'.repeat(62)}`)).toEqual([]);
  expect(faults(`Aq9-${'xk'.repeat(62)}z`)).toEqual(['long']);
});

it.each([
  'Password123!',
  'Admin@123456',
  'P@ssw0rd2024',
  'Passw0rd!!!!',
  'Qwer1234!@#$',
  '1qaz@WSX3edc',
  'Abcd1234!!!!',
  'Aa123456789!',
  'Woaini5201314!',
  'Minzheng@2026',
  'Yangguang#2026',
  'AAAaaa111!!!',
])('refuses %s, which guessing tries early', (password) => {
  expect(faults(password)).toContain('common');
});

it.each([
  'Lixiulan#2026x',
  'x7#OuyangXiulan',
  'x7#Xiulan-kite',
  'Xiulan.Ouyang7',
  'Q7#欧阳秀兰kite',
  'x7#Ou-Yang-Xiu-Lan',
])('refuses %s, which holds the name', (password) => {
  expect(faults(password)).toContain('name');
});

it('compares full-width and half-width alike', () => {
  expect(faults('Ｐａｓｓｗｏｒｄ１２３！')).toContain('common');
});
