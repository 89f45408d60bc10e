import type { DuckDBConnection } from '@duckdb/node-api';
import { isCompatible, nameLevel, type NameLevel } from '@yangguang/domain/words/name-compare';
import { beforeAll, expect, it } from 'vitest';
import { levelsOfValues, madeUpPlan, openForLinkage } from '../made-up-sides.ts';
import {
  agreeingNameLevels,
  comparePersonName,
  compatibleNameLevels,
  oneLostLevel,
  personNameLevels,
} from './person-name.ts';

let db: DuckDBConnection;
beforeAll(async () => {
  db = await openForLinkage();
});
const plan = madeUpPlan({ name: 'person_name' }, [{ by: 'person_name', field: 'name' }]);

const told: readonly (readonly [string | null, string | null, string])[] = [
  ['王建国', '王建国', 'equal'],
  ['王 建国', '王建国（已故）', 'equal'],
  ['阿依古丽·买买提', '阿依古丽买买提', 'equal'],
  ['劉曉燕', '刘晓燕', 'variant'],
  ['刘小燕', '刘晓燕', 'homophone'],
  ['王己文', '王已文', 'look_alike'],
  ['王?国', '王建国', 'wildcard'],
  ['wang jianguo', '王建国', 'pinyin'],
  ['阿依古丽·买买提', '阿依古丽·买', 'truncated'],
  ['刘燕', '刘小燕', 'one_lost'],
  ['王建国', '王建军', 'one_differs'],
  ['王建国', '王秀英', 'surname_only'],
  ['王建国', '李秀英', 'different'],
  ['张伟', '章伟', 'homophone'],
  ['', '王建国', 'missing'],
  [null, null, 'missing'],
  ['王建国、李秀英', '李秀英', 'equal'],
];

it('judges names by character, sound and shape, the same on either side', async () => {
  const pairs = told.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  const levels = await levelsOfValues(db, plan, pairs);
  const found = told.map(([a, b], at) => [a, b, levels[2 * at], levels[2 * at + 1]]);
  expect(found).toEqual(told.map(([a, b, level]) => [a, b, level, level]));
});

it('has a level for everything the domain tells of two names, and the same word for what may be one person', () => {
  const keys = personNameLevels.map(({ key }) => key);
  expect(keys.indexOf('one_lost') + 1).toBe(oneLostLevel);
  const compatible = keys.filter((key) => key !== 'one_lost' && isCompatible(key as NameLevel));
  expect(compatible).toEqual(keys.slice(0, compatibleNameLevels));
  expect(keys.slice(agreeingNameLevels)).toEqual(['different']);
});

it('goes by characters wherever the database would go by bytes', async () => {
  // Every pair of names of a few characters: the level is that of the domain, whatever way it went through SQL.
  const parts = ['王', '汪', '张', '建', '國', '国', '燕', '小', '晓'];
  const names = parts
    .slice(0, 3)
    .flatMap((a) => parts.slice(3).flatMap((b) => parts.slice(3).map((c) => a + b + c)));
  const pairs = names.flatMap((a) => names.filter((_, at) => at % 7 === 0).map((b) => [a, b] as const));
  const levels = await levelsOfValues(db, plan, pairs);
  const wrong = pairs.filter(([a, b], at) => nameLevel(a, b) !== levels[at]);
  expect(wrong).toEqual([]);
  expect(new Set(levels).size).toBeGreaterThanOrEqual(5);
});

it('takes a name with a blank in it for one name, and still sees two people in a cell', async () => {
  expect(nameOf('曲比、石作', '曲比石作')).toBe('equal');
  expect(nameOf('张伟、李强', '李强')).toBe('equal');
  expect(nameOf('张伟、李强', '王芳')).toBe('different');
});

function nameOf(a: string, b: string): string | undefined {
  const level = comparePersonName('name', false, () => false).values?.compare(a, b) ?? 0;
  return personNameLevels[level - 1]?.key;
}
