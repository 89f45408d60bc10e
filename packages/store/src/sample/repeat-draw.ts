import { createHash } from 'node:crypto';
import { type Draw, drawSample } from '@yangguang/domain/sampling/draw-sample';
import type { FrameHousehold } from '@yangguang/domain/sampling/frame';
import { type ReplacedDraw, replaceAbsent } from '@yangguang/domain/sampling/replace-absent';
import type { ItemRow, NewItem } from './sample-item.ts';
import { sampleRefusal } from './sample-refusals.ts';
import type { SamplePlan } from './sample-row.ts';

/** SHA-256 of a text, hex: a draw can be repeated with any tool. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The draw that a seed, a plan and a frozen list give. */
export function drawFrom(frame: readonly FrameHousehold[], seed: string, plan: SamplePlan): Draw {
  const { share, weights, leastHouseholds } = plan;
  return drawSample(frame, { seed, share, weights, leastHouseholds }, sha256);
}

/** Hash over the households drawn, a line each: 'must' or 'draw', a tab, the id. */
export function hashDraw(draw: Draw): string {
  const lines = draw.strata.flatMap((s) => [
    ...s.must.map((id) => `must\t${id}\n`),
    ...s.drawn.map((id) => `draw\t${id}\n`),
  ]);
  return sha256(lines.join(''));
}

/** The households of a draw as the list keeps them, numbered in its order. */
export function itemsFrom(draw: Draw, frame: readonly FrameHousehold[]): NewItem[] {
  const persons = personsOf(frame);
  const taken = draw.strata.flatMap(({ stratum, must, drawn }) => [
    ...must.map((id) => ({ id, stratum, is_must: true })),
    ...drawn.map((id) => ({ id, stratum, is_must: false })),
  ]);
  return taken.map(({ id, stratum, is_must }, i) => ({
    household_id: id,
    ...{ stratum, is_must, draw_no: i + 1, persons: persons.get(id) ?? 0, replaces: null },
  }));
}

export function personsOf(frame: readonly FrameHousehold[]): ReadonlyMap<string, number> {
  return new Map(frame.map((h) => [h.id, h.persons]));
}

/** The draw as it stands after the replacements on the list, in the order in which they were made. */
export function withReplacements(
  draw: Draw,
  items: readonly ItemRow[],
  persons: ReadonlyMap<string, number>,
): Draw | ReplacedDraw {
  return items
    .filter((item) => item.replaced_at !== null)
    .sort((a, b) => Number(a.replaced_at) - Number(b.replaced_at) || a.draw_no - b.draw_no)
    .reduce<Draw | ReplacedDraw>(
      (now, item) => replaceAbsent(now, { id: item.household_id, reason: item.reason ?? '—' }, persons),
      draw,
    );
}

/** Seed and plan of an open sample. @throws UserError SMP-112 when it was not drawn here */
export function recipeOf(row: { readonly seed: string | null; readonly plan: object }): {
  seed: string;
  plan: SamplePlan;
} {
  if (row.seed === null || !('share' in row.plan)) throw sampleRefusal('SMP-112');
  return { seed: row.seed, plan: row.plan as SamplePlan };
}
