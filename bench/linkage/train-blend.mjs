/** From counts of levels to the text of a model: pure functions. */
import { stringify } from 'yaml';

/**
 * Part that the comparisons' own chances have in m: what made-up damage never does may still happen. Larger, and levels
 * that true pairs hardly ever reach would speak for a pair.
 */
const plainPart = 0.002;

/** Pairs of strangers at a level from which their count is believed rather than theory. */
const leastCounted = 5;

/** Under which key of the model file a comparison stands: those that say only "equal" go by what they compare. */
const keyOf = (spec) => (spec.by === 'exact' ? `exact(${spec.field})` : spec.by);

/**
 * Chances by comparison and level from the counts of several registers, each register counting by its pairs.
 * @param guardOrder the product's: levels that came out in the wrong order share their weight
 * @param {{ spec, comparison, same: number[], strangers: number[], equal: number | null, share: number }[]} counted `share`: true pairs among all pairs
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
  const u = toOne(hasFixedU ? beyondTheory(rows, levels, counted) : chancesOfStrangers(rows, counted));
  const inOrder = guardOrder(
    levels.map((_, at) => ({ m: m[at], u: u[at] })),
    isOrdered,
  ).levels;
  return Object.fromEntries(
    levels.map(({ key }, at) => [key, [rounded(inOrder[at].m), rounded(inOrder[at].u)]]),
  );
}

/** Shares of the levels among random pairs, less the true pairs that were drawn with them. */
function chancesOfStrangers(rows, m) {
  const strangers = added(rows.map((row) => row.strangers));
  const seen = strangers.reduce((sum, count) => sum + count, 0);
  const share = shareOfTrue(rows);
  // An equal value is counted exactly over all pairs of a register, not on a sample.
  const exact = rows.flatMap(({ equal }) => (equal === null ? [] : [equal]));
  const equal = exact.length === 0 ? null : exact.reduce((sum, one) => sum + one, 0) / exact.length;
  return strangers.map((count, at) => {
    const all = at === 0 && equal !== null ? equal : count / seen;
    // A level that no random pair showed is rarer than half a pair in all of them.
    return Math.max((all - share * m[at]) / (1 - share), 0.5 / seen);
  });
}

/**
 * Theory says how often strangers agree in a number drawn from the whole country. People of one county share the first
 * six digits and their birth years: where that shows often enough to be counted, what was counted stands.
 */
function beyondTheory(rows, levels, m) {
  const strangers = added(rows.map((row) => row.strangers));
  const seen = strangers.reduce((sum, count) => sum + count, 0);
  const drawnTrue = seen * shareOfTrue(rows);
  return levels.map((level, at) => {
    const others = strangers[at] - drawnTrue * m[at];
    return others >= leastCounted && !level.isEqual ? Math.max(level.u, others / seen) : level.u;
  });
}

const shareOfTrue = (rows) => rows.reduce((sum, { share }) => sum + share, 0) / rows.length;

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
# Written by the command under recipe; the chances of identity numbers among strangers are theory
# where made-up people of one county do not agree more often.
${stringify(head)}comparisons:
${Object.entries(comparisons)
  .map(([key, levels]) => comparisonText(key, levels))
  .join('')}`;
}

const comparisonText = (key, levels) =>
  `  ${key}:\n${Object.entries(levels)
    .map(([level, [m, u]]) => `    ${level}: [${m}, ${u}]\n`)
    .join('')}`;
