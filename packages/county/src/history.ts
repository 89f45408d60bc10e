import type { County } from './county.ts';
import { addMonths } from './months.ts';
import { oldDecembers, onRosterIn } from './payments.ts';
import type { Village } from './places.ts';
import { makeFormer } from './plan/structure.ts';

/**
 * Former households so that no ordinary village has the same number of households in neighbouring years:
 * only the planted villages may look as if places were allotted.
 */
export function varyYears(county: County): void {
  const planned = new Set(
    county.planted.filter(({ rule }) => rule === 'HHS-05').map(({ village }) => village),
  );
  for (const { rule, village } of county.decoys) if (rule === 'HHS-05') planned.add(village);
  const months = oldDecembers(county);
  const recent = addMonths(`${Number(county.asOf.slice(0, 4)) - 1}-12`, 0);
  const counts = countByVillage(county, [...months, recent]);
  for (const village of [...county.places.villages, ...county.places.reserved]) {
    if (planned.has(village.name)) continue;
    const years = counts.get(village.name) ?? [0, 0, 0, 0];
    varyVillage(county, village, months, years);
  }
}

function countByVillage(county: County, months: readonly string[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  months.forEach((month, i) => {
    for (const { head } of onRosterIn(county, month)) {
      const years = counts.get(head.village.name) ?? months.map(() => 0);
      years[i] = (years[i] ?? 0) + 1;
      counts.set(head.village.name, years);
    }
  });
  return counts;
}

/** From the newest old year back: one more former household wherever two neighbouring years are equal. */
function varyVillage(
  county: County,
  village: Village,
  months: readonly string[],
  years: readonly number[],
): void {
  const now = [...years];
  for (let i = months.length - 1; i >= 0; i -= 1) {
    const month = months[i];
    if (month === undefined || now[i] !== now[i + 1] || now[i] === 0) continue;
    makeFormer(
      county,
      village,
      addMonths(month, -county.random.int(3, 10)),
      addMonths(month, county.random.int(2, 7)),
    );
    now[i] = (now[i] ?? 0) + 1;
  }
}
