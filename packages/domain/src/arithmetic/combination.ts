/** Programmes of the mutual-exclusion matrix, for one person in one month. */
export type CombinedProgramme =
  | 'dibao'
  | 'tekun'
  | 'edge'
  | 'orphan'
  | 'unattended'
  | 'disability_living'
  | 'disability_care'
  | 'old_age'
  | 'temporary_relief'
  | 'work_injury_nursing'
  | 'veteran';

export interface Benefit {
  programme: CombinedProgramme;
  amountFen: number;
}

/**
 * allowed: both in full · conditional: both, under a local condition · difference: the second tops the first up to its
 * own standard · higher: the higher of the two · forbidden: only one.
 */
export type Compatibility = 'allowed' | 'conditional' | 'difference' | 'higher' | 'forbidden';

interface PairRule {
  pair: readonly [CombinedProgramme, CombinedProgramme];
  is: Compatibility;
  zh: string;
  en: string;
}

export interface Combination {
  /** What to keep, with the amount payable beside the others. */
  keep: Benefit[];
  /** What cannot be kept beside it. */
  stop: Benefit[];
  totalFen: number;
  why: { zh: string; en: string }[];
  /** Where the person or guardian has the choice between two regimes, the best total of each. */
  choices: { without: CombinedProgramme; keep: Benefit[]; totalFen: number }[];
}

const NAMES: Readonly<Record<CombinedProgramme, readonly [zh: string, en: string]>> = {
  dibao: ['低保', 'dibao'],
  tekun: ['特困供养', 'tekun support'],
  edge: ['低保边缘', 'edge household'],
  orphan: ['孤儿基本生活费', 'orphan allowance'],
  unattended: ['事实无人抚养儿童补贴', 'unattended-child allowance'],
  disability_living: ['困难残疾人生活补贴', 'disability living subsidy'],
  disability_care: ['重度残疾人护理补贴', 'disability care subsidy'],
  old_age: ['高龄津贴', 'old-age allowance'],
  temporary_relief: ['临时救助', 'temporary relief'],
  work_injury_nursing: ['工伤生活护理费', 'work-injury nursing benefit'],
  veteran: ['优抚、离休待遇', 'veterans’ benefit'],
};

/** Not social assistance and never to be stopped by it: other benefits give way to these. */
const FIXED: ReadonlySet<CombinedProgramme> = new Set<CombinedProgramme>(['work_injury_nursing', 'veteran']);

function rule(
  a: CombinedProgramme,
  b: CombinedProgramme,
  is: Compatibility,
  zh: string,
  en: string,
): PairRule {
  return { pair: [a, b], is, zh, en };
}

const ONE_REGIME = ['同一人同月只能享受其一', 'one person may draw only one of them in a month'] as const;
const TOP_UP = [
  '按差额补足，不互相排斥',
  'the child allowance pays the difference and excludes nothing',
] as const;
const LOCAL = ['能否同享依当地规定', 'whether both may be drawn is for local rules'] as const;

const PAIRS: readonly PairRule[] = [
  rule('dibao', 'tekun', 'forbidden', ...ONE_REGIME),
  rule('dibao', 'edge', 'forbidden', ...ONE_REGIME),
  rule('tekun', 'edge', 'forbidden', ...ONE_REGIME),
  rule(
    'dibao',
    'orphan',
    'forbidden',
    '儿童本人只能享受其一，家庭其他成员可继续享受低保',
    'the child draws one; the family may stay on dibao',
  ),
  rule(
    'tekun',
    'orphan',
    'forbidden',
    '未成年特困人员可选择孤儿保障并退出特困供养',
    'a minor may choose child support and leave tekun',
  ),
  rule('orphan', 'unattended', 'forbidden', ...ONE_REGIME),
  rule('dibao', 'unattended', 'difference', ...TOP_UP),
  rule('tekun', 'unattended', 'difference', ...TOP_UP),
  rule('disability_living', 'unattended', 'difference', ...TOP_UP),
  rule('tekun', 'disability_living', 'forbidden', ...ONE_REGIME),
  rule('tekun', 'disability_care', 'forbidden', ...ONE_REGIME),
  rule('orphan', 'disability_living', 'forbidden', ...ONE_REGIME),
  rule('work_injury_nursing', 'disability_living', 'forbidden', ...ONE_REGIME),
  rule('work_injury_nursing', 'disability_care', 'forbidden', ...ONE_REGIME),
  rule('veteran', 'disability_living', 'higher', '同类待遇就高享受', 'of the same kind, the higher one'),
  rule(
    'veteran',
    'disability_care',
    'conditional',
    '同类护理待遇就高享受',
    'of the same kind of care, the higher one',
  ),
  rule('veteran', 'old_age', 'conditional', ...LOCAL),
  rule('dibao', 'old_age', 'conditional', ...LOCAL),
  rule('tekun', 'old_age', 'conditional', ...LOCAL),
  rule('tekun', 'temporary_relief', 'conditional', ...LOCAL),
];

function pairRule(a: CombinedProgramme, b: CombinedProgramme): PairRule | undefined {
  return PAIRS.find(({ pair: [x, y] }) => (x === a && y === b) || (x === b && y === a));
}

/** How two programmes stand to each other for the same person in the same month (domain §2.8 with §11.1). */
export function compatibilityOf(a: CombinedProgramme, b: CombinedProgramme): Compatibility {
  return a === b ? 'forbidden' : (pairRule(a, b)?.is ?? 'allowed');
}

function excludes(a: CombinedProgramme, b: CombinedProgramme): boolean {
  const is = compatibilityOf(a, b);
  return is === 'forbidden' || is === 'higher';
}

function isLawful(benefits: readonly Benefit[]): boolean {
  return benefits.every((a, index) =>
    benefits.slice(index + 1).every((b) => !excludes(a.programme, b.programme)),
  );
}

/** The amounts as payable side by side: the unattended-child allowance shrinks to the difference. */
function payable(benefits: readonly Benefit[]): Benefit[] {
  return benefits.map((benefit) => {
    if (benefit.programme !== 'unattended') return benefit;
    const counted = benefits.filter(
      (other) => compatibilityOf(other.programme, 'unattended') === 'difference',
    );
    const drawn = counted.reduce((sum, other) => sum + other.amountFen, 0);
    return { programme: benefit.programme, amountFen: Math.max(0, benefit.amountFen - drawn) };
  });
}

function totalOf(benefits: readonly Benefit[]): number {
  return benefits.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** The lawful subset with the highest total; of equal ones that with the most benefits, then the first in order. */
function best(benefits: readonly Benefit[]): Benefit[] {
  let found: Benefit[] | null = null;
  for (let subset = 0; subset < 2 ** benefits.length; subset += 1) {
    const chosen = benefits.filter((benefit, bit) => (subset >> bit) % 2 === 1);
    const dropsFixed = benefits.some((benefit) => FIXED.has(benefit.programme) && !chosen.includes(benefit));
    if (dropsFixed || !isLawful(chosen)) continue;
    const paid = payable(chosen);
    const better = found === null || totalOf(paid) > totalOf(found);
    const fuller = found !== null && totalOf(paid) === totalOf(found) && paid.length > found.length;
    if (better || fuller) found = paid;
  }
  return found ?? [];
}

/** One entry a programme: the same programme drawn twice is one benefit of the higher amount. */
function merged(benefits: readonly Benefit[]): Benefit[] {
  const byProgramme = new Map<CombinedProgramme, Benefit>();
  for (const benefit of benefits) {
    const known = byProgramme.get(benefit.programme);
    if (known === undefined || known.amountFen < benefit.amountFen)
      byProgramme.set(benefit.programme, benefit);
  }
  return [...byProgramme.values()].sort((a, b) => (a.programme < b.programme ? -1 : 1));
}

function reasons(benefits: readonly Benefit[]): { zh: string; en: string }[] {
  return PAIRS.filter(({ pair }) =>
    pair.every((programme) => benefits.some((benefit) => benefit.programme === programme)),
  ).map(({ pair: [a, b], zh, en }) => ({
    zh: `${NAMES[a][0]}与${NAMES[b][0]}：${zh}。`,
    en: `${NAMES[a][1]} and ${NAMES[b][1]}: ${en}.`,
  }));
}

function choicesOf(benefits: readonly Benefit[]): Combination['choices'] {
  const programmes = new Set(benefits.map(({ programme }) => programme));
  if (!programmes.has('tekun') || !(programmes.has('orphan') || programmes.has('unattended'))) return [];
  return (['tekun', 'orphan', 'unattended'] as const)
    .filter((without) => programmes.has(without))
    .map((without) => {
      const keep = best(benefits.filter(({ programme }) => programme !== without));
      return { without, keep, totalFen: totalOf(keep) };
    });
}

/**
 * The lawful combination of one person's monthly benefits with the highest total (domain §2.8, §11.1; the notice asks to
 * correct duplicates "in the greatest interest of people in need"). A proposal for a decision, never a stop by itself.
 */
export function bestLawfulCombination(benefits: readonly Benefit[]): Combination {
  const all = merged(benefits);
  const keep = best(all);
  const kept = new Set(keep.map(({ programme }) => programme));
  return {
    keep,
    stop: all.filter(({ programme }) => !kept.has(programme)),
    totalFen: totalOf(keep),
    why: reasons(all),
    choices: choicesOf(all),
  };
}
