/** From counts of levels to the text of a model: pure functions. */
import { stringify } from 'yaml';

/**
 * Part that the comparisons' own chances have in m: what made-up damage never does may still happen. Larger, and levels
 * that true pairs hardly ever reach would speak for a pair.
 */
const plainPart = 0.002;

/** Under which key of the model file a comparison stands: those that say only "equal" go by what they compare. */
const keyOf = (spec) => (spec.by === 'exact' ? `exact(${spec.field})` : spec.by);

/**
 * Chances by comparison and level from the counts of several registers, each register counting by its pairs.
 * @param guardOrder the product's: levels that came out in the wrong order share their weight
 * @param {{ spec, comparison, same: number[], strangers: number[], equal: number | null }[]} counted
 */
export function blend(counted, guardOrder) {
  const groups = new Map();
  for (const row of counted) groups.set(keyOf(row.spec), [...(groups.get(keyOf(row.spec)) ?? []), row]);
  return Object.fromEntries([...groups].map(([key, rows]) => [key, levelsOf(rows, guardOrder)]));
}

function levelsOf(rows, guardOrder) {
  const { levels, hasFixedU, isOrdered } = rows[0].comparison;
  const counted = shares(added(rows.map(({ same }) => same)));
  const m = toOne(levels.map((level, at) => (1 - plainPart) * counted[at] + plainPart * level.m));
  const strangers = added(rows.map((row) => row.strangers));
  // A level that no random pair showed is rarer than half a pair in all of them.
  const u = shares(strangers.map((count) => Math.max(count, 0.5)));
  // An equal value among strangers is counted exactly over all pairs of a register, not on a sample.
  const exact = rows.flatMap(({ equal }) => (equal === null ? [] : [equal]));
  if (exact.length > 0) u[0] = exact.reduce((sum, one) => sum + one, 0) / exact.length;
  const known = hasFixedU ? levels.map((level) => level.u) : toOne(u);
  const inOrder = guardOrder(
    levels.map((_, at) => ({ m: m[at], u: known[at] })),
    isOrdered,
  ).levels;
  return Object.fromEntries(
    levels.map(({ key }, at) => [key, [rounded(inOrder[at].m), rounded(inOrder[at].u)]]),
  );
}

const added = (rows) => rows.reduce((sum, row) => sum.map((value, at) => value + row[at]));

function shares(counts) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** The commonest level takes what is left over, so that all chances add up to one. */
function toOne(chances) {
  const most = chances.indexOf(Math.max(...chances));
  const rest = chances.reduce((sum, chance, at) => (at === most ? sum : sum + chance), 0);
  return chances.map((chance, at) => (at === most ? 1 - rest : chance));
}

const rounded = (chance) => Number(chance.toPrecision(6));

/** The file: who is compared with whom how, and how that was learnt. */
export function modelText(comparisons, mix, { left, right }) {
  const kinds = mix.map(({ kind, times }) => (times === 1 ? kind : `${kind} × ${times}`)).join(', ');
  const head = {
    name: 'registers',
    zh: '中国登记名册：身份证号、姓名、出生日期、地方、电话、性别',
    en: 'Chinese registers: identity number, name, birth date, place, telephone, sex',
    recipe: 'node bench/linkage/train.mjs',
  };
  return `# Learnt on made-up registers, ${left.toLocaleString('en')} × ${right.toLocaleString('en')} rows each, seeds from 1000: ${kinds}.
# By comparison and level: how often it is seen in two records of one person, and of two people.
# Written by the command under recipe; the chances of identity numbers among strangers are theory, not counts.
${stringify(head)}comparisons:
${Object.entries(comparisons)
  .map(([key, levels]) => comparisonText(key, levels))
  .join('')}`;
}

const comparisonText = (key, levels) =>
  `  ${key}:\n${Object.entries(levels)
    .map(([level, [m, u]]) => `    ${level}: [${m}, ${u}]\n`)
    .join('')}`;
