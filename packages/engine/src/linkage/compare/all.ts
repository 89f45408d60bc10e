import type { LookAlikes } from '@yangguang/domain/words/name-compare';
import type { ComparisonSpec, Plan } from '../plan/plan.ts';
import type { Comparison } from './comparison.ts';
import { compareDate, compareDays } from './date.ts';
import { agreeingIdLevels, compareIdNumber } from './id-number.ts';
import { compareNamePair } from './names.ts';
import { comparePersonName } from './person-name.ts';
import { comparePlace } from './place.ts';
import { compareExact, compareList, compareNumber, compareSql } from './plain.ts';
import { compareText } from './text.ts';
import { compareTokens, type WordBits } from './tokens.ts';

/** What comparisons need beside the plan. */
export interface Knowledge {
  readonly looks: LookAlikes;
  /** How rare a word of a field is. */
  readonly wordBits: (field: string) => WordBits;
}

/** The plan's comparisons, ready to run, in its order. */
export function comparisonsOf(plan: Plan, knowledge: Knowledge): Comparison[] {
  return plan.compare.map((spec) => {
    const make = makers[spec.by] as (spec: ComparisonSpec, plan: Plan, knowledge: Knowledge) => Comparison;
    return make(spec, plan, knowledge);
  });
}

type Makers = {
  readonly [By in ComparisonSpec['by']]: (
    spec: Extract<ComparisonSpec, { by: By }>,
    plan: Plan,
    knowledge: Knowledge,
  ) => Comparison;
};

const makers: Makers = {
  exact: (spec) => compareExact(spec.field, spec.frequency),
  text: (spec) => compareText(spec.field, spec.frequency),
  tokens: (spec, _, { wordBits }) => compareTokens(spec.field, spec.frequency, wordBits(spec.field)),
  names: (spec) => compareNamePair(spec.fields.join('_'), spec.fields, spec.frequency),
  person_name: (spec, _, { looks }) => comparePersonName(spec.field, spec.frequency, looks),
  id_number: (spec) => compareIdNumber(spec.field),
  date: (spec, plan) =>
    spec.within_days === undefined
      ? compareDate(spec.field, numbersAgree(spec.field, plan))
      : compareDays(spec.field, spec.within_days),
  number: (spec) => compareNumber(spec.field, spec.within),
  list: (spec) => compareList(spec.field, spec.shared),
  place: (spec, plan) =>
    comparePlace(
      spec.fields.join('_'),
      spec.fields,
      plan.compare.some(({ by }) => by === 'person_name'),
    ),
  sql: (spec) => compareSql(spec.name, spec.levels),
};

/** Where a date may come from an identity number, it says nothing once the numbers themselves agree. */
function numbersAgree(date: string, plan: Plan): string | null {
  const id = plan.fields[date]?.else;
  if (id === undefined || !plan.compare.some((spec) => spec.by === 'id_number' && spec.field === id))
    return null;
  return `(${compareIdNumber(id).level}) between 1 and ${agreeingIdLevels}`;
}
