import { sample } from '@yangguang/contract/sample';
import { compareResults } from '@yangguang/domain/sampling/compare-results';
import { drawFrom, personsOf, recipeOf, withReplacements } from '@yangguang/store/sample/repeat-draw';
import { itemsOf } from '@yangguang/store/sample/sample-item';
import { assertOpen, openFrame } from '@yangguang/store/sample/sample-row';
import { handle } from '../../http/call.ts';
import { sampleInReach } from './sample-line.ts';

export const differences = handle(sample.differences, async ({ id }, call) => {
  call.note({ sample: id });
  const { row, items } = await call.db.within(call.reach, async (tx) => ({
    row: await sampleInReach(tx, call, id),
    items: await itemsOf(tx, id),
  }));
  assertOpen(row);
  const { seed, plan } = recipeOf(row);
  const frame = openFrame(call.vault, row);
  const draw = withReplacements(drawFrom(frame, seed, plan), items, personsOf(frame));
  const rechecks = items.flatMap(({ household_id, first_result: first, second_result: second }) =>
    first === null || second === null ? [] : [{ id: household_id, first, second }],
  );
  const report = compareResults(draw, frame, rechecks);
  call.note({ checked: report.checked, differing: report.differing });
  return {
    ...report,
    strata: [...report.strata],
    towns: [...report.towns],
    kinds: [...report.kinds],
    differences: report.differences.map(({ id: householdId, investigators: _, ...one }) => ({
      householdId,
      ...one,
    })),
    unchecked: report.unchecked.length,
  };
});
