import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { calendarDaysFrom, workingDaysFrom } from '@yangguang/domain/words/calendar';
import { expect, it } from 'vitest';
import { calendarSets } from './calendar-file.ts';
import { loadPack } from './load-pack.ts';
import { samplePage } from './sample-page.ts';
import { loadPackTables } from './load-tables.ts';
import { isLookalike, loadLookalikes } from './lookalikes.ts';
import { PackError } from './pack-error.ts';
import { findParameterValue, type Parameter } from './parameter-file.ts';
import { readTerms } from './terms-file.ts';

const builtIn = fileURLToPath(new URL('../../../../policy', import.meta.url));
const pack = loadPack([builtIn]);

function overlay(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'overlay-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

function faultOf(files: Record<string, string>): PackError {
  const dir = overlay(files);
  try {
    loadPack([builtIn, dir]);
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('the overlay was accepted');
}

const parameter = (name: string): Parameter => {
  const found = pack.parameters.find((p) => p.name === name);
  if (!found) throw new Error(`no parameter ${name}`);
  return found;
};
const valueOf = (name: string, region: string, on: string): unknown =>
  findParameterValue(parameter(name), region, on)?.value;

const standardFile = (values: string): string =>
  `name: standard.dibao.rural\nzh: 农村低保标准\nen: Rural dibao standard\nunit: yuanPerMonth\nkind: local\nvalues:\n${values}`;

it('names an instrument in force for every dated value of law', () => {
  const faults = pack.parameters.flatMap((p) =>
    p.values.flatMap((v) => {
      if (typeof v.basis === 'string' || !('instrument' in v.basis)) return [];
      const law = pack.law.get(v.basis.instrument);
      const late = law?.to !== undefined && (v.to === undefined || v.to > law.to);
      return law && law.from <= v.from && !late ? [] : [`${p.name} from ${v.from}: ${v.basis.instrument}`];
    }),
  );
  expect(faults).toEqual([]);
});

it('rests no present number of law on a product default', () => {
  const open = (p: Parameter): boolean =>
    p.values.some((v) => v.basis === 'product default' && v.to === undefined);
  expect(pack.parameters.filter((p) => p.kind === 'law' && open(p)).map((p) => p.name)).toEqual([]);
});

it('gives every instrument gists that can be cited, and every successor the day its forerunner ends', () => {
  const laws = [...pack.law.values()];
  expect(laws.length).toBeGreaterThan(40);
  expect(laws.filter((l) => l.articles.length === 0)).toEqual([]);
  const replaced = laws.filter((l) => l.repealedBy !== undefined);
  expect(replaced.map((l) => pack.law.get(l.repealedBy ?? '')?.from)).toEqual(replaced.map((l) => l.to));
  expect(replaced.map((l) => l.id)).toContain('M220');
});

it('keeps the standards known from public figures, and does not stretch them past what is known', () => {
  expect(valueOf('standard.dibao.urban', '500151', '2022-08-31')).toBe(636);
  expect(valueOf('standard.dibao.urban', '500151', '2022-09-01')).toBe(717);
  expect(valueOf('standard.dibao.rural', '500151', '2022-09-01')).toBe(581);
  expect(valueOf('standard.dibao.urban', '500151', '2024-05-01')).toBeUndefined();
  expect(valueOf('standard.dibao.urban', '120116', '2018-11-19')).toBe(920);
  expect(valueOf('standard.dibao.rural', '231025', '2026-11-01')).toBe(632);
  expect(valueOf('standard.dibao.rural', '370303', '2023-06-01')).toBe(801);
  expect(valueOf('standard.dibao.rural', '370612', '2023-06-01')).toBeUndefined();
});

it('dates the numbers that law changed', () => {
  expect(valueOf('pay.startOffset', '500151', '2022-01-01')).toBe(0);
  expect(valueOf('pay.startOffset', '370612', '2022-01-01')).toBe(1);
  expect(valueOf('tekun.disabilityGrade.mental', '370612', '2021-06-30')).toBe(2);
  expect(valueOf('tekun.disabilityGrade.mental', '370612', '2021-07-01')).toBe(3);
  expect(valueOf('fraud.fineMax', '370612', '2026-06-30')).toBe(3);
  expect(valueOf('fraud.fineMax', '370612', '2026-07-01')).toBe(2);
  expect(valueOf('hhs.partialForbidden', '370612', '2022-09-30')).toBeUndefined();
  expect(valueOf('med.self', '370612', '2022-09-30')).toBe(50000);
});

it('knows the holidays: three working days from 28 September 2022, seven days of notice over a holiday', () => {
  const calendar = calendarSets(pack.calendar);
  expect(workingDaysFrom(calendar, '2022-09-28', 3)).toBe('2022-10-08');
  expect(calendarDaysFrom(calendar, '2018-07-02', 7)).toBe('2018-07-09');
  expect(new Set(pack.calendar.map((d) => d.date.slice(0, 4))).size).toBeGreaterThanOrEqual(20);
});

it('finds divisions, their names then and now, and when a code was in use', () => {
  const divisions = pack.divisions();
  expect(divisions.countyName('500151')).toBe('铜梁区');
  expect(divisions.findDivision('370612')?.name).toBe('牟平区');
  expect(divisions.findDivision('110101001005')).toEqual({ code: '110101001', name: '东华门街道' });
  expect(divisions.findDivision('999999')).toBeUndefined();
  expect(divisions.countyName('110103')).toBe('崇文区');
  expect(divisions.codeKnownIn('110103', '2009-05-01')).toBe(true);
  expect(divisions.codeKnownIn('110103', '2011-05-01')).toBe(false);
  expect(divisions.codeKnownIn('500151', '2013-05-01')).toBe(false);
  expect(divisions.codeKnownIn('500151', '2022-05-01')).toBe(true);
  expect(divisions.livesOf('110103').at(-1)?.successors).toEqual(['110101']);
  expect(divisions.townsOf('500151').map((t) => t.name)).toContain('庆隆镇');
});

it('knows look-alikes both ways round and private-use characters', () => {
  const table = loadLookalikes(pack);
  expect(isLookalike(table, '龙', '拢') && isLookalike(table, '拢', '龙')).toBe(true);
  expect(isLookalike(table, '付', '傅') && isLookalike(table, '傅', '付')).toBe(true);
  expect(isLookalike(table, '喆', '哲')).toBe(false);
  expect(table.privateUse.get('\uE816')).toBe('𠂇');
});

it('keeps one word for one idea', () => {
  expect(pack.terms.length).toBeGreaterThan(200);
  expect(pack.terms.find((t) => t.identifier === 'dibao')?.zh).toContain('最低生活保障');
  expect(() =>
    readTerms('section,zh,en,identifier,definition\na,甲,x,one,\na,乙,y,one,\n', 'terms.csv'),
  ).toThrow(/PACK-28 terms.csv:3/);
});

it('lets an overlay replace one region and leaves the others and the built-in pack alone', async () => {
  const dir = overlay({
    'parameters/standard/standard.dibao.rural.yml': standardFile(
      "  - { region: '50', from: '2022-09-01', value: 600, basis: { source: 本地文件 }, sure: V }\n",
    ),
  });
  const local = loadPack([builtIn, dir]);
  const rural = local.parameters.find((p) => p.name === 'standard.dibao.rural');
  if (!rural) throw new Error('lost');
  expect(findParameterValue(rural, '500151', '2022-10-01')?.value).toBe(600);
  expect(findParameterValue(rural, '500151', '2021-10-01')).toBeUndefined();
  expect(findParameterValue(rural, '231025', '2026-10-01')?.value).toBe(632);
  expect(local.version).toBe(`${pack.version}+local`);
  expect(local.hash).not.toBe(pack.hash);
  expect(loadPack([builtIn]).hash).toBe(pack.hash);
  const db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await loadPackTables(db, local, { asOf: '2022-10-31', region: '500151', regionName: '铜梁区' });
  const read =
    await db.runAndReadAll(`select standard_fen('500151', 'dibao', 'rural', as_of()), severe('psychiatric', 3),
    param_fen('death.seriousYuan'), (select region_name from run_context), tekun_disabled('visual', 1, as_of()),
    param('hhs.partialForbidden'), param('uplift.oldAge') is null, list_contains(param_list('fiscal.categories'), 'retired')`);
  expect(read.getRows()[0]).toEqual([60000n, true, 200000n, '铜梁区', true, 1, true, true]);
});

it('lets an overlay add a rule, and refuses one whose law or parameters do not hold', () => {
  const path = 'rules/inc/INC-01-local.md';
  const rule = loadPack([builtIn, overlay({ [path]: samplePage })]).rules.find((r) => r.id === 'INC-01');
  expect(rule?.file).toBe(path);
  expect(faultOf({ [path]: samplePage.replace("from: '2014-05-01'", "from: '2014-04-30'") })).toMatchObject({
    code: 'PACK-32',
    file: path,
  });
  expect(faultOf({ [path]: samplePage.replace('instrument: ORDER649', 'instrument: m220') })).toMatchObject({
    code: 'PACK-32',
  });
  expect(
    faultOf({ [path]: samplePage.replace('instrument: ORDER649', 'instrument: order65') }),
  ).toMatchObject({ code: 'PACK-24' });
  expect(
    faultOf({ [path]: samplePage.replace('  death.tolMonths: 死亡', '  death.other: 死亡') }),
  ).toMatchObject({ code: 'PACK-27' });
  expect(faultOf({ [path]: samplePage, 'rules/inc/INC-01.md': samplePage })).toMatchObject({
    code: 'PACK-26',
  });
});

it('says where and what in a faulty overlay', () => {
  const value = "  - { region: '50', from: '2022-09-01', value: 1, basis: product default, sure: V }\n";
  const path = 'parameters/standard/standard.dibao.rural.yml';
  expect(faultOf({ [path]: standardFile(`${value}${value.replace('09-01', '10-01')}`) })).toMatchObject({
    code: 'PACK-21',
    file: path,
  });
  expect(faultOf({ [path]: standardFile(value.replace("'50'", '50')) })).toMatchObject({
    code: 'PACK-02',
    line: 7,
  });
  expect(
    faultOf({ [path]: standardFile(value.replace('product default', '{ instrument: NOPE }')) }),
  ).toMatchObject({ code: 'PACK-24', file: path });
  expect(faultOf({ 'parameters/x/other.name.yml': standardFile(value) })).toMatchObject({ code: 'PACK-22' });
  expect(
    faultOf({ 'law/x.yml': 'id: X\nzh: 甲\nen: x\nissuer: 乙\nfrom: 2020-13-01\nread: V\n' }),
  ).toMatchObject({ code: 'PACK-02', line: 5 });
  expect(faultOf({ 'calendar/2028.csv': 'date,kind,name\n2028-01-01,holiday,元旦\n' })).toMatchObject({
    code: 'PACK-25',
    line: 2,
  });
  expect(() => loadPack([join(builtIn, 'nowhere')])).toThrow('PACK-30');
  expect(() => loadPack([overlay({ 'a.txt': '' })])).toThrow('PACK-30');
});
