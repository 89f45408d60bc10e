import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { loadPack } from './load-pack.ts';
import { type LocalValue, withLocalValues, writeLocalOverlay } from './local-values.ts';
import { findParameterValue, type Parameter } from './parameter-file.ts';

const builtIn = fileURLToPath(new URL('../../../../policy', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'local-values-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parameter: Parameter = {
  name: 'standard.dibao.rural',
  zh: '农村低保标准',
  en: 'Rural dibao standard',
  unit: 'yuanPerMonth',
  kind: 'local',
  file: 'x.yml',
  values: [
    { region: '37', from: '2020-01-01', value: 500, basis: { source: '省' }, sure: 'V2' },
    {
      region: '370612',
      from: '2021-01-01',
      to: '2024-01-01',
      value: 700,
      basis: { source: '旧' },
      sure: 'V2',
    },
  ],
};

const local = (
  from: string,
  to: string | null,
  value: LocalValue['value'],
  region = '370612',
): LocalValue => ({
  ...{ parameter: parameter.name, region, from, to, value },
  basis: '民发〔2026〕1号',
  published: null,
});

const at = (locals: readonly LocalValue[], on: string, region = '370612'): unknown =>
  findParameterValue(withLocalValues(parameter, locals), region, on)?.value;

it('takes the place of what stood there for its own time, and of nothing else', () => {
  const locals = [local('2022-01-01', '2023-01-01', 800)];
  expect(
    ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01', '2024-01-01'].map((on) => at(locals, on)),
  ).toEqual([700, 800, 800, 700, 500]);
  expect(at(locals, '2022-06-01', '370613')).toBe(500);
});

it('lets the later agreed one win, over an earlier one that runs on as well', () => {
  const locals = [local('2022-01-01', null, 800), local('2023-06-01', null, 900)];
  expect(
    ['2021-06-01', '2022-06-01', '2023-05-31', '2023-06-01', '2030-01-01'].map((on) => at(locals, on)),
  ).toEqual([700, 800, 800, 900, 900]);
  expect(at([...locals, local('2020-01-01', null, 1)], '2021-06-01')).toBe(1);
  expect(at([...locals, local('2020-01-01', null, 1)], '2029-06-01')).toBe(1);
});

it('leaves a parameter alone that nothing was set for', () => {
  expect(withLocalValues(parameter, [{ ...local('2022-01-01', null, 1), parameter: 'house.max' }])).toBe(
    parameter,
  );
});

it('is the same overlay for a check as in memory, with the other regions of the pack', () => {
  const pack = loadPack([builtIn]);
  const locals: LocalValue[] = [
    { ...local('2022-03-01', '2022-09-15', 612.5, '50'), published: '2022-02-01' },
    { ...local('2022-01-01', null, 6, '500151'), parameter: 'death.seriousMonths' },
    { ...local('2022-01-01', null, ['甲', '乙'], '500151'), parameter: 'fiscal.categories' },
  ];
  writeLocalOverlay(folder, pack.parameters, locals);
  const laidOver = loadPack([builtIn, folder]);
  for (const name of ['standard.dibao.rural', 'death.seriousMonths', 'fiscal.categories', 'house.max']) {
    const own = (one: Parameter): boolean => one.name === name;
    const below = pack.parameters.find(own);
    const read = laidOver.parameters.find(own);
    if (below === undefined || read === undefined) throw new Error(name);
    const wanted = withLocalValues(below, locals);
    for (const region of ['500151', '370303', '231025'])
      for (const on of ['2022-02-28', '2022-03-01', '2022-09-14', '2022-09-15', '2026-05-01'])
        expect(findParameterValue(read, region, on)).toEqual(findParameterValue(wanted, region, on));
  }
  const rural = laidOver.parameters.find((p) => p.name === 'standard.dibao.rural');
  expect(rural && findParameterValue(rural, '500151', '2022-09-01')?.value).toBe(612.5);
  expect(rural && findParameterValue(rural, '500151', '2022-09-15')?.value).toBe(581);
});
