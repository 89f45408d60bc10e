import { sample } from '@yangguang/contract/sample';
import { drawFrom, hashDraw, recipeOf } from '@yangguang/store/sample/repeat-draw';
import { itemsOf } from '@yangguang/store/sample/sample-item';
import { assertOpen, openFrame } from '@yangguang/store/sample/sample-row';
import { handle } from '../../http/call.ts';
import { sampleInReach } from './sample-line.ts';

export const repeat = handle(sample.repeat, async ({ id }, call) => {
  call.note({ sample: id });
  const { row, items } = await call.db.within(call.reach, async (tx) => ({
    row: await sampleInReach(tx, call, id),
    items: await itemsOf(tx, id),
  }));
  assertOpen(row);
  const { seed, plan } = recipeOf(row);
  const draw = drawFrom(openFrame(call.vault, row), seed, plan);
  const again = draw.strata.flatMap((s) => [...s.must, ...s.drawn]);
  const listed = items.filter((item) => item.replaces === null).map((item) => item.household_id);
  return {
    isSame:
      draw.frameHash === row.frame_hash.toString('hex') &&
      hashDraw(draw) === row.draw_hash?.toString('hex') &&
      again.length === listed.length &&
      again.every((household, i) => household === listed[i]),
    seed,
    frameHash: draw.frameHash,
    drawHash: hashDraw(draw),
    households: draw.drawnHouseholds,
    persons: draw.drawnPersons,
    share: draw.share,
  };
});
