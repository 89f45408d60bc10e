/**
 * A pair of made-up registers of one county, with the truth:
 *
 *   node bench/linkage/make-registers.mjs OUT --kind damaged --left 200000 --right 1000000 --seed 7 [--drop 出生年月日]
 *
 * OUT/left.csv the office's roster, OUT/right.csv a departmental list, OUT/truth.csv (id_left,id_right), OUT/groups.csv
 * (id of the left row, sex, age_band, minority, town). Kinds and their error rates: kinds.mjs. The same seed gives the
 * same bytes. --drop takes columns (by heading, with commas) from the right list.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Chance } from './chance.mjs';
import { CsvOut, Mixed, scrambledNumbers } from './csv-out.mjs';
import { kinds } from './kinds.mjs';
import { leftHeadings, ListRows } from './list-rows.mjs';
import { ageBand, Population } from './population.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string', default: 'damaged' },
    left: { type: 'string', default: '20000' },
    right: { type: 'string', default: '30000' },
    seed: { type: 'string', default: '1' },
    drop: { type: 'string', default: '' },
  },
});
const [out] = positionals;
if (out === undefined || !(values.kind in kinds)) {
  console.error(`make-registers.mjs OUT --kind ${Object.keys(kinds).join('|')} --left N --right M --seed S`);
  process.exit(2);
}
makeRegisters(out, kinds[values.kind], Number(values.left), Number(values.right), Number(values.seed));

function makeRegisters(folder, kind, leftCount, rightCount, seed) {
  mkdirSync(folder, { recursive: true });
  const both = Math.min(Math.round(leftCount * kind.overlap), rightCount);
  const county = new Population(new Chance(seed), kind, leftCount + rightCount - both);
  const drop = values.drop.split(',').filter(Boolean);
  const others = [];
  const lists = {
    left: new ListRows(new Chance(seed + 101), kind.left, others, county.towns),
    right: new ListRows(new Chance(seed + 202), kind.right, others, county.towns, drop),
  };
  const files = openFiles(folder, lists.right.rightHeadings, seed);
  const ids = {
    left: numbered('A', scrambledNumbers(leftCount, new Chance(seed + 303))),
    right: numbered('B', scrambledNumbers(rightCount, new Chance(seed + 404))),
  };
  for (const { person, inLeft, inRight } of memberships(county, new Chance(seed + 505), leftCount, both)) {
    const left = inLeft ? ids.left() : null;
    const right = inRight ? ids.right() : null;
    if (left !== null) files.left.row(lists.left.left(left, person));
    if (right !== null) files.right.row(lists.right.right(right, person));
    if (left !== null && right !== null) files.truth.row([left, right]);
    if (left !== null) files.groups.row([left, ...groupsOf(person)]);
  }
  for (const file of Object.values(files)) file.close();
  console.log(JSON.stringify({ kind: values.kind, seed, left: leftCount, right: rightCount, common: both }));
}

function openFiles(folder, rightHeadings, seed) {
  const open = (name, headings) => new CsvOut(join(folder, name), headings);
  return {
    left: new Mixed(open('left.csv', leftHeadings), new Chance(seed + 606), 5000),
    right: new Mixed(open('right.csv', rightHeadings), new Chance(seed + 707), 40_000),
    truth: open('truth.csv', ['id_left', 'id_right']),
    groups: open('groups.csv', ['id', 'sex', 'age_band', 'minority', 'town']),
  };
}

/**
 * Who stands in which list: rosters take households, most of their members; exactly `leftCount` people stand on the
 * left, `both` of them also on the right, and everybody else on the right.
 */
function* memberships(county, chance, leftCount, both) {
  const { size } = county;
  let seen = 0;
  let left = 0;
  let common = 0;
  for (const household of county.households()) {
    const share = (leftCount - left) / (size - seen);
    const isPoor = chance.hits(share / 0.85);
    for (const person of household.people) {
      const mustTake = leftCount - left >= size - seen;
      const inLeft = mustTake || (left < leftCount && isPoor && chance.hits(0.85));
      const inBoth = inLeft && chance.hits((both - common) / (leftCount - left));
      yield { person, inLeft, inRight: inBoth || !inLeft };
      seen += 1;
      left += inLeft ? 1 : 0;
      common += inBoth ? 1 : 0;
    }
  }
}

function groupsOf(person) {
  return [
    person.isMale ? 'male' : 'female',
    ageBand(person.day),
    person.style === null ? 0 : 1,
    person.village.town,
  ];
}

/** Row ids in an order that tells nothing. */
function numbered(letter, scramble) {
  let at = 0;
  return () => letter + String(scramble(at++) + 1).padStart(7, '0');
}
