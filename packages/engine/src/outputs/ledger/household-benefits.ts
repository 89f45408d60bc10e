import {
  type Benefit,
  bestLawfulCombination,
  type CombinationRule,
  type CombinedProgramme,
} from '@yangguang/domain/arithmetic/combination';
import { formatYuan } from '@yangguang/domain/words/money';
import { codeWord, type Say } from '../lead-words.ts';

/** One benefit a member of a household draws now; `amountFen` a month, null when the roster does not say. */
export interface DrawnBenefit {
  readonly person: string;
  readonly name: string;
  readonly programme: string;
  readonly amountFen: number | null;
  /** 'YYYY-MM'. */
  readonly from: string;
}

const COMBINED: Readonly<Record<string, CombinedProgramme>> = {
  dibao: 'dibao',
  tekun: 'tekun',
  edge: 'edge',
  orphan: 'orphan',
  unattended: 'unattended',
  disability_living: 'disability_living',
  disability_care: 'disability_care',
  elder: 'old_age',
};

/** `elder` of our tables is `old_age` of the law's matrix; every other name is the same. */
function programmeOf(combined: CombinedProgramme): string {
  return combined === 'old_age' ? 'elder' : combined;
}

/**
 * The lawful best combination of what each member draws now (domain §2.8), a sentence a person with more than
 * one benefit; where nothing collides, one sentence that says so. A proposal to whoever decides.
 */
export function combinationText(
  rules: readonly CombinationRule[],
  benefits: readonly DrawnBenefit[],
  say: Say,
): string {
  const people = new Map<string, DrawnBenefit[]>();
  for (const benefit of benefits)
    people.set(benefit.person, [...(people.get(benefit.person) ?? []), benefit]);
  const sentences = [...people.values()].flatMap((drawn) => personSentence(rules, drawn, say) ?? []);
  if (sentences.length > 0) return sentences.join('\n');
  if (benefits.length === 0) return say('名册上没有现享待遇。', 'No present benefit on the rosters.');
  return say(
    '现享各项待遇依法可以并存，无须取舍。',
    'The benefits drawn now may lawfully stand side by side.',
  );
}

function personSentence(
  rules: readonly CombinationRule[],
  drawn: readonly DrawnBenefit[],
  say: Say,
): string | undefined {
  const combined = drawn.flatMap(({ programme, amountFen }): Benefit[] => {
    const known = COMBINED[programme];
    return known ? [{ programme: known, amountFen: amountFen ?? 0 }] : [];
  });
  const best = bestLawfulCombination(rules, combined);
  if (best.stop.length === 0 && best.choices.length === 0) return undefined;
  const name = drawn[0]?.name ?? '';
  const list = (items: readonly Benefit[]): string =>
    items
      .map(
        ({ programme, amountFen }) =>
          `${codeWord('programme', programmeOf(programme), say)} ${formatYuan(amountFen)}`,
      )
      .join(say(' + ', ' + '));
  const why = best.why.map((reason) => say(reason.zh, reason.en)).join(say('', ' '));
  const choices = best.choices.map(({ without, keep, totalFen }) => {
    const left = codeWord('programme', programmeOf(without), say);
    return say(
      `可选：不享受${left}时 ${list(keep)}，合计 ${formatYuan(totalFen)} 元/月。`,
      `Choice: without ${left}, ${list(keep)}, together ${formatYuan(totalFen)} yuan a month.`,
    );
  });
  return [
    say(
      `${name}：依法可并存的最高组合为 ${list(best.keep)}，合计 ${formatYuan(best.totalFen)} 元/月；不能并存：${list(best.stop) || '无'}。`,
      `${name}: the highest lawful combination is ${list(best.keep)}, together ${formatYuan(best.totalFen)} yuan a month; cannot stand beside it: ${list(best.stop) || 'none'}.`,
    ),
    why,
    ...choices,
  ].join(say('', ' '));
}
