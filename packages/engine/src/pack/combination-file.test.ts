import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Benefit,
  bestLawfulCombination as bestOf,
  type CombinedProgramme,
  compatibilityOf as standingOf,
} from '@yangguang/domain/arithmetic/combination';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCombinations } from './combination-file.ts';

const file = join(import.meta.dirname, '../../../../policy/tables/combinations.yml');
const rules = readCombinations(readFileSync(file, 'utf8'), file);
const bestLawfulCombination = (benefits: readonly Benefit[]) => bestOf(rules, benefits);
const compatibilityOf = (a: CombinedProgramme, b: CombinedProgramme) => standingOf(rules, a, b);

describe('bestLawfulCombination', () => {
  it('keeps the higher of dibao and tekun, and what goes with it', () => {
    const result = bestLawfulCombination([
      { programme: 'dibao', amountFen: 60_000 },
      { programme: 'tekun', amountFen: 90_000 },
    ]);
    expect(result.keep).toEqual([{ programme: 'tekun', amountFen: 90_000 }]);
    expect(result.stop).toEqual([{ programme: 'dibao', amountFen: 60_000 }]);
    expect(result.totalFen).toBe(90_000);
    expect(result.why[0]?.zh).toContain('低保与特困供养');
  });

  it('may find the lower single benefit better together with others', () => {
    const result = bestLawfulCombination([
      { programme: 'tekun', amountFen: 90_000 },
      { programme: 'dibao', amountFen: 80_000 },
      { programme: 'disability_living', amountFen: 12_000 },
      { programme: 'disability_care', amountFen: 12_000 },
    ]);
    expect(result.stop.map(({ programme }) => programme)).toEqual(['tekun']);
    expect(result.totalFen).toBe(104_000);
  });

  it('pays an unattended child the difference and leaves dibao and the living subsidy alone', () => {
    const result = bestLawfulCombination([
      { programme: 'unattended', amountFen: 140_000 },
      { programme: 'dibao', amountFen: 60_000 },
      { programme: 'disability_living', amountFen: 12_000 },
    ]);
    expect(result.stop).toEqual([]);
    expect(result.totalFen).toBe(140_000);
    expect(result.keep).toContainEqual({ programme: 'unattended', amountFen: 68_000 });
  });

  it('shows both totals where a minor may choose between tekun and child support', () => {
    const result = bestLawfulCombination([
      { programme: 'tekun', amountFen: 100_000 },
      { programme: 'orphan', amountFen: 140_000 },
      { programme: 'disability_care', amountFen: 10_000 },
    ]);
    expect(result.totalFen).toBe(150_000);
    expect(result.choices.map(({ without, totalFen }) => [without, totalFen])).toEqual([
      ['tekun', 150_000],
      ['orphan', 100_000],
    ]);
  });

  it('never stops what is no assistance: work-injury nursing excludes the subsidies, whatever the sums', () => {
    const result = bestLawfulCombination([
      { programme: 'work_injury_nursing', amountFen: 1_000 },
      { programme: 'disability_care', amountFen: 12_000 },
    ]);
    expect(result.stop.map(({ programme }) => programme)).toEqual(['disability_care']);
  });

  it('counts the same programme drawn twice once', () => {
    const result = bestLawfulCombination([
      { programme: 'dibao', amountFen: 60_000 },
      { programme: 'dibao', amountFen: 50_000 },
    ]);
    expect(result.totalFen).toBe(60_000);
  });

  it('is lawful, complete and never below any single benefit', () => {
    const programmes = [
      'dibao',
      'tekun',
      'edge',
      'orphan',
      'unattended',
      'disability_living',
      'disability_care',
    ] as const;
    const benefit = fc.record({
      programme: fc.constantFrom(...programmes),
      amountFen: fc.integer({ min: 1, max: 200_000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(benefit, { selector: (one) => one.programme }), (benefits) => {
        const { keep, stop, totalFen } = bestLawfulCombination(benefits);
        expect(keep.length + stop.length).toBe(benefits.length);
        for (const a of keep) {
          for (const b of keep.filter((other) => other !== a)) {
            expect(compatibilityOf(a.programme, b.programme)).not.toBe('forbidden');
          }
        }
        expect(totalFen).toBeGreaterThanOrEqual(Math.max(0, ...benefits.map(({ amountFen }) => amountFen)));
        expect(bestLawfulCombination([...benefits].reverse())).toEqual(bestLawfulCombination(benefits));
      }),
    );
  });
});

it('refuses a pair that is named twice, and a programme it does not know', () => {
  const line = (a: string, b: string) =>
    `  - { pair: [${a}, ${b}], is: allowed, zh: 可, en: may, basis: { source: 某 }, sure: BK }`;
  const read = (...lines: string[]) => readCombinations(`pairs:\n${lines.join('\n')}`, 'combinations.yml');
  expect(read(line('dibao', 'tekun'))).toHaveLength(1);
  expect(() => read(line('dibao', 'tekun'), line('tekun', 'dibao'))).toThrow(/dibao \+ tekun/);
  expect(() => read(line('dibao', 'dibao'))).toThrow(/dibao \+ dibao/);
  expect(() => read(line('dibao', 'lottery'))).toThrow(/combinations.yml/);
});

it('knows the matrix, in either order', () => {
  expect(compatibilityOf('tekun', 'disability_care')).toBe('forbidden');
  expect(compatibilityOf('disability_care', 'tekun')).toBe('forbidden');
  expect(compatibilityOf('dibao', 'disability_living')).toBe('allowed');
  expect(compatibilityOf('orphan', 'disability_care')).toBe('allowed');
  expect(compatibilityOf('dibao', 'old_age')).toBe('conditional');
  expect(compatibilityOf('veteran', 'disability_living')).toBe('higher');
});
