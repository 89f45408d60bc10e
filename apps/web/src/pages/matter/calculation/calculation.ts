import { compare, type Fraction, findRate, fraction, multiply } from '@yangguang/domain/arithmetic/fraction';
import {
  type AmountRule,
  benefitAmount,
  gap,
  type HouseholdGap,
  incomePerHead,
  isBelowStandard,
  monthlyIncome,
  roundAmount,
  type Rounding,
} from '@yangguang/domain/arithmetic/gap';
import { type Overpayment, overpayment } from '@yangguang/domain/arithmetic/overpayment';
import { addMonths } from '@yangguang/domain/words/month';
import { fenOf } from '../../../ui/field.tsx';
import { yuan } from '../../../words/format.ts';
import { type Lang, spoken } from '../../../words/language.tsx';
import { words } from './words.ts';

export const roundings = [
  'ceilYuan',
  'halfUpYuan',
  'ceilJiao',
  'halfUpFen',
] as const satisfies readonly Rounding[];

/** The sheet as typed. Amounts in yuan. */
export interface SheetDraft {
  readonly standard: string;
  readonly members: string;
  readonly insured: string;
  readonly income: string;
  readonly deducted: string;
  readonly uplift: string;
  readonly minShare: string;
  readonly rounding: Rounding;
  readonly current: string;
  readonly from: string;
  readonly note: string;
  readonly paidFrom: string;
  readonly paidTo: string;
  readonly paidEach: string;
}

export type SheetFault = 'badAmount' | 'badCount' | 'badShare' | 'tooMany';

interface Numbers {
  readonly home: HouseholdGap;
  readonly incomeFen: number;
  readonly deductedFen: number;
  readonly upliftFen: number;
  readonly rule: AmountRule;
  readonly currentFen: number;
}

/** One line of the sum. */
export interface SumLine {
  readonly key: string;
  readonly label: string;
  readonly formula: string;
  readonly value: string;
  readonly source: string;
}

/** What came out. */
export interface Sheet {
  readonly lines: readonly SumLine[];
  readonly dueFen: number;
  readonly currentFen: number;
  readonly differenceFen: number;
}

const countOf = (typed: string): number | null => (/^[1-9]\d?$/.test(typed.trim()) ? Number(typed) : null);
const optionalFen = (typed: string): number | null => (typed.trim() === '' ? 0 : fenOf(typed));

const amounts = ['standard', 'income', 'deducted', 'uplift', 'current', 'paidEach'] as const;
const counts = ['members', 'insured'] as const;
type Faults = Partial<Record<keyof SheetDraft, SheetFault>>;

/** What is typed and is no such number. What is still empty is no fault. */
export function sheetFaults(draft: SheetDraft): Readonly<Faults> {
  const faults: Faults = {};
  const wrong = (name: keyof SheetDraft, isRead: boolean, fault: SheetFault): void => {
    if (draft[name].trim() !== '' && !isRead) faults[name] = fault;
  };
  for (const name of amounts) wrong(name, fenOf(draft[name]) !== null, 'badAmount');
  for (const name of counts) wrong(name, countOf(draft[name]) !== null, 'badCount');
  wrong('minShare', findRate(draft.minShare) !== undefined, 'badShare');
  if ((countOf(draft.insured) ?? 0) > (countOf(draft.members) ?? 99)) faults.insured = 'tooMany';
  return faults;
}

function numbersOf(draft: SheetDraft): Numbers | null {
  if (Object.keys(sheetFaults(draft)).length > 0) return null;
  const standardFen = fenOf(draft.standard);
  const members = countOf(draft.members);
  const incomeFen = fenOf(draft.income);
  const currentFen = fenOf(draft.current);
  if (standardFen === null || members === null || incomeFen === null || currentFen === null) return null;
  const insured = countOf(draft.insured);
  const deductedFen = optionalFen(draft.deducted) ?? 0;
  const minShare = findRate(draft.minShare);
  return {
    home: {
      ...{ standardFen, members, incomeFen: monthlyIncome(incomeFen, deductedFen) },
      ...(insured === null ? {} : { insured }),
    },
    rule: { rounding: draft.rounding, ...(minShare === undefined ? {} : { minShare }) },
    ...{ incomeFen, deductedFen, currentFen, upliftFen: optionalFen(draft.uplift) ?? 0 },
  };
}

/**
 * The sum line by line, in fractions of a fen and rounded once (domain §2.4); null while something is missing.
 * @param sources where standard and present amount come from, in words
 */
export function computeSheet(
  draft: SheetDraft,
  sources: { readonly standard: string; readonly current: string },
  lang: Lang,
): Sheet | null {
  const numbers = numbersOf(draft);
  if (numbers === null) return null;
  const { home, rule, upliftFen, currentFen } = numbers;
  const isBelow = isBelowStandard(home);
  const gapFen = benefitAmount(home, rule);
  const dueFen = isBelow ? gapFen + upliftFen : 0;
  const differenceFen = dueFen - currentFen;
  const say = spoken(words, lang);
  const line = (
    key: string,
    label: string,
    formula: string,
    value: string,
    source: string = say.computed,
  ): SumLine => ({
    ...{ key, label, formula, value, source },
  });
  return {
    ...{ dueFen, currentFen, differenceFen },
    lines: [
      ...incomeLines(numbers, sources.standard, lang),
      ...(isBelow ? gapLines(numbers, lang) : [line('gap', say.lineGap, say.noGap, yuan(0))]),
      ...(upliftFen === 0 || !isBelow
        ? []
        : [line('uplift', say.lineUplift, '', yuan(upliftFen), say.typed)]),
      line('due', say.lineDue, isBelow ? sumText(gapFen, upliftFen) : '', yuan(dueFen)),
      line('current', say.lineCurrent, '', yuan(currentFen), sources.current),
      line('difference', say.lineDifference, `${yuan(dueFen)} − ${yuan(currentFen)}`, yuan(differenceFen)),
    ],
  };
}

const sumText = (gapFen: number, upliftFen: number): string =>
  upliftFen === 0 ? yuan(gapFen) : `${yuan(gapFen)} + ${yuan(upliftFen)}`;

function incomeLines({ home, incomeFen, deductedFen }: Numbers, standard: string, lang: Lang): SumLine[] {
  const say = spoken(words, lang);
  const head = incomePerHead(home.incomeFen, home.members);
  const [income, perHead] = [exact(asFraction(home.incomeFen), lang), exact(head, lang)];
  return [
    {
      ...{ key: 'income', label: say.lineIncome, value: income, source: say.typed },
      formula: `(A − D) ÷ 12 = (${yuan(incomeFen)} − ${yuan(deductedFen)}) ÷ 12`,
    },
    {
      ...{ key: 'head', label: say.lineHead, value: perHead, source: say.computed },
      formula: `Y ÷ N = ${income} ÷ ${home.members}`,
    },
    {
      ...{ key: 'below', label: say.lineBelow, source: standard },
      formula: `y < S：${perHead} ${compare(head, home.standardFen) < 0 ? '<' : '≥'} ${yuan(home.standardFen)}`,
      value: isBelowStandard(home) ? say.below : say.notBelow,
    },
  ];
}

function gapLines({ home, rule }: Numbers, lang: Lang): SumLine[] {
  const say = spoken(words, lang);
  const insured = home.insured ?? home.members;
  const g = gap(home);
  const least =
    rule.minShare === undefined ? null : multiply(multiply(rule.minShare, home.standardFen), insured);
  const share = insured === home.members ? '' : ` × ${insured} ÷ ${home.members}`;
  return [
    {
      ...{ key: 'gap', label: say.lineGap, value: exact(g, lang), source: say.computed },
      formula: `S × ${insured} − Y${share} = ${yuan(home.standardFen)} × ${insured} − ${exact(asFraction(home.incomeFen), lang)}${share}`,
    },
    ...(least === null || compare(g, least) >= 0
      ? []
      : [
          {
            ...{ key: 'least', label: say.lineLeast, value: exact(least, lang), source: say.typed },
            formula: `S × ${insured} × ${rateText(rule.minShare)}`,
          },
        ]),
    {
      ...{ key: 'rounded', label: say.lineRounded, formula: say[rule.rounding], source: say.computed },
      value: yuan(
        Math.max(0, roundAmount(least !== null && compare(g, least) < 0 ? least : g, rule.rounding)),
      ),
    },
  ];
}

const asFraction = (value: Fraction | bigint | number): Fraction =>
  typeof value === 'object' ? value : fraction(value);

/** Yuan with two decimals; what does not come out even says so and stands as a fraction of whole fen. */
function exact(fen: Fraction, lang: Lang): string {
  if (fen.denominator === 1n) return yuan(Number(fen.numerator));
  return spoken(words, lang).about(yuan(roundAmount(fen, 'halfUpFen')));
}

function rateText(rate: Fraction | undefined): string {
  if (rate === undefined) return '';
  const percent = multiply(rate, 100n);
  return percent.denominator === 1n ? `${percent.numerator}%` : `${rate.numerator}/${rate.denominator}`;
}

/** Months of a period, both ends among them; none when it ends before it begins or is longer than thirty years. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to && months.length < 360; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** What was paid too much in a period, month by month; null while the period is not told. */
export function overpaidOf(draft: SheetDraft, dueFen: number): Overpayment | null {
  const paidFen = fenOf(draft.paidEach);
  const months = draft.paidFrom === '' || draft.paidTo === '' ? [] : monthsOf(draft.paidFrom, draft.paidTo);
  if (paidFen === null || months.length === 0) return null;
  return overpayment(
    months.map((month) => ({ month, paidFen })),
    () => dueFen,
  );
}
