import { PLANTED_RULES } from '@yangguang/county/truth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkInto, demoCounty, type Scratch, scratchFolder } from './checked-county.ts';
import { scoreRun } from './score-run.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = scratchFolder();
});
afterAll(() => scratch.clean());

it.each([
  { seed: 1, households: 300 },
  { seed: 2, households: 300 },
  { seed: 3, households: 300 },
  { seed: 4, households: 1000 },
])(
  'finds every planted case and leaves every decoy alone: seed $seed, $households households',
  async ({ seed, households }) => {
    const folder = scratch.path(`county-${seed}`);
    const out = scratch.path(`result-${seed}`);
    const truth = await demoCounty(folder, seed, households);
    expect([...new Set(truth.planted.map(({ rule }) => rule))].sort()).toEqual([...PLANTED_RULES].sort());
    expect(truth.decoys.length).toBeGreaterThan(200);

    const { printed } = await checkInto(out, folder, '--id-numbers', 'full');
    expect(printed).toContain(`截至 ${truth.asOf}`);
    expect(printed).toContain(`地区 ${truth.region} ${truth.regionName}`);
    expect(printed).not.toContain('未运行');
    const { missed, fooled, leads } = scoreRun(out, truth);
    expect(missed, 'planted cases that were not found').toEqual([]);
    expect(fooled, 'decoys that were taken for cases').toEqual([]);
    // A clerk can look at no more than so many for each true one.
    expect(leads).toBeLessThanOrEqual(10 * truth.planted.length);
  },
  240_000,
);
