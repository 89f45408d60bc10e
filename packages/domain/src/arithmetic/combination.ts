/** Programmes of the mutual-exclusion matrix, for one person in one month. */
export const combinedProgrammes = [
  ...['dibao', 'tekun', 'edge', 'orphan', 'unattended', 'disability_living', 'disability_care', 'old_age'],
  ...['temporary_relief', 'work_injury_nursing', 'veteran'],
] as const;
export type CombinedProgramme = (typeof combinedProgrammes)[number];

export interface Benefit {
  programme: CombinedProgramme;
  amountFen: number;
}

/**
 * allowed: both in full · conditional: both, under a local condition · difference: the second tops the first up to its
 * own standard · higher: the higher of the two · forbidden: only one.
 */
export const compatibilities = ['allowed', 'conditional', 'difference', 'higher', 'forbidden'] as const;
export type Compatibility = (typeof compatibilities)[number];

/** How two programmes stand to each other: a line of the policy pack's table (policy/tables/combinations.yml). */
export interface CombinationRule {
  readonly pair: readonly [CombinedProgramme, CombinedProgramme];
  readonly is: Compatibility;
  readonly zh: string;
  readonly en: string;
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

/** What the programmes of the matrix are called. */
export const combinedWords: Readonly<
  Record<CombinedProgramme, { readonly zh: string; readonly en: string }>
> = {
  dibao: { zh: '低保', en: 'dibao' },
  tekun: { zh: '特困供养', en: 'tekun support' },
  edge: { zh: '低保边缘', en: 'edge household' },
  orphan: { zh: '孤儿基本生活费', en: 'orphan allowance' },
  unattended: { zh: '事实无人抚养儿童补贴', en: 'unattended-child allowance' },
  disability_living: { zh: '困难残疾人生活补贴', en: 'disability living subsidy' },
  disability_care: { zh: '重度残疾人护理补贴', en: 'disability care subsidy' },
  old_age: { zh: '高龄津贴', en: 'old-age allowance' },
  temporary_relief: { zh: '临时救助', en: 'temporary relief' },
  work_injury_nursing: { zh: '工伤生活护理费', en: 'work-injury nursing benefit' },
  veteran: { zh: '优抚、离休待遇', en: 'veterans’ benefit' },
};

/** Not social assistance and never to be stopped by it: other benefits give way to these. */
const FIXED: ReadonlySet<CombinedProgramme> = new Set<CombinedProgramme>(['work_injury_nursing', 'veteran']);

function pairRule(
  rules: readonly CombinationRule[],
  a: CombinedProgramme,
  b: CombinedProgramme,
): CombinationRule | undefined {
  return rules.find(({ pair: [x, y] }) => (x === a && y === b) || (x === b && y === a));
}

/** How two programmes stand to each other for the same person in the same month; what no rule names may be combined. */
export function compatibilityOf(
  rules: readonly CombinationRule[],
  a: CombinedProgramme,
  b: CombinedProgramme,
): Compatibility {
  return a === b ? 'forbidden' : (pairRule(rules, a, b)?.is ?? 'allowed');
}

function excludes(rules: readonly CombinationRule[], a: CombinedProgramme, b: CombinedProgramme): boolean {
  const is = compatibilityOf(rules, a, b);
  return is === 'forbidden' || is === 'higher';
}

function isLawful(rules: readonly CombinationRule[], benefits: readonly Benefit[]): boolean {
  return benefits.every((a, index) =>
    benefits.slice(index + 1).every((b) => !excludes(rules, a.programme, b.programme)),
  );
}

/** The amounts as payable side by side: the unattended-child allowance shrinks to the difference. */
function payable(rules: readonly CombinationRule[], benefits: readonly Benefit[]): Benefit[] {
  return benefits.map((benefit) => {
    if (benefit.programme !== 'unattended') return benefit;
    const counted = benefits.filter(
      (other) => compatibilityOf(rules, other.programme, 'unattended') === 'difference',
    );
    const drawn = counted.reduce((sum, other) => sum + other.amountFen, 0);
    return { programme: benefit.programme, amountFen: Math.max(0, benefit.amountFen - drawn) };
  });
}

function totalOf(benefits: readonly Benefit[]): number {
  return benefits.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** The lawful subset with the highest total; of equal ones that with the most benefits, then the first in order. */
function best(rules: readonly CombinationRule[], benefits: readonly Benefit[]): Benefit[] {
  let found: Benefit[] | null = null;
  for (let subset = 0; subset < 2 ** benefits.length; subset += 1) {
    const chosen = benefits.filter((benefit, bit) => (subset >> bit) % 2 === 1);
    const dropsFixed = benefits.some((benefit) => FIXED.has(benefit.programme) && !chosen.includes(benefit));
    if (dropsFixed || !isLawful(rules, chosen)) continue;
    const paid = payable(rules, chosen);
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

function reasons(
  rules: readonly CombinationRule[],
  benefits: readonly Benefit[],
): { zh: string; en: string }[] {
  return rules
    .filter(
      ({ pair, is }) =>
        is !== 'allowed' &&
        pair.every((programme) => benefits.some((benefit) => benefit.programme === programme)),
    )
    .map(({ pair: [a, b], zh, en }) => ({
      zh: `${combinedWords[a].zh}与${combinedWords[b].zh}：${zh}。`,
      en: `${combinedWords[a].en} and ${combinedWords[b].en}: ${en}.`,
    }));
}

function choicesOf(rules: readonly CombinationRule[], benefits: readonly Benefit[]): Combination['choices'] {
  const programmes = new Set(benefits.map(({ programme }) => programme));
  if (!programmes.has('tekun') || !(programmes.has('orphan') || programmes.has('unattended'))) return [];
  return (['tekun', 'orphan', 'unattended'] as const)
    .filter((without) => programmes.has(without))
    .map((without) => {
      const keep = best(
        rules,
        benefits.filter(({ programme }) => programme !== without),
      );
      return { without, keep, totalFen: totalOf(keep) };
    });
}

/**
 * The lawful combination of one person's monthly benefits with the highest total (domain §2.8, §11.1; the notice asks to
 * correct duplicates "in the greatest interest of people in need"). A proposal for a decision, never a stop by itself.
 * @param rules the table of the policy pack
 */
export function bestLawfulCombination(
  rules: readonly CombinationRule[],
  benefits: readonly Benefit[],
): Combination {
  const all = merged(benefits);
  const keep = best(rules, all);
  const kept = new Set(keep.map(({ programme }) => programme));
  return {
    keep,
    stop: all.filter(({ programme }) => !kept.has(programme)),
    totalFen: totalOf(keep),
    why: reasons(rules, all),
    choices: choicesOf(rules, all),
  };
}
