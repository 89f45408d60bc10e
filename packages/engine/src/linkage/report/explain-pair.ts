import type { PairInWords, Weight } from './link-report.ts';
import { percentOf, shownValue, signed, tierWords } from './show-value.ts';

type Lang = 'zh' | 'en';

/**
 * A pair as lines for the terminal: where every pair starts, what each comparison adds with the two values, the running
 * total, then the evidence for and against, strongest first. What speaks against is never left out.
 * @param pair null when the two records were never compared
 */
export function explainPairLines(
  pair: PairInWords | null,
  asked: readonly [left: string, right: string],
  lang: Lang,
): string[] {
  const words = lang === 'zh' ? chinese : english;
  const title = `${shownValue(asked[0])} ↔ ${shownValue(asked[1])}`;
  if (pair === null) return [title, words.never];
  const tier = tierWords[pair.tier][lang];
  return [
    title,
    '',
    words.steps,
    ...waterfall(pair.weights, lang),
    words.sum(signed(pair.score), percentOf(pair.probability), tier),
    '',
    ...sided(
      words.for,
      pair.weights.filter(({ bits }) => bits > 0),
      lang,
    ),
    ...sided(
      words.against,
      pair.weights.filter(({ bits }) => bits < 0),
      lang,
    ),
  ];
}

interface Words {
  readonly never: string;
  readonly steps: string;
  readonly start: string;
  readonly total: string;
  readonly none: string;
  readonly nobody: string;
  readonly for: string;
  readonly against: string;
  readonly sum: (score: string, probability: string, tier: string) => string;
}

const chinese: Words = {
  never: '这两条记录没有比较过：没有一条分组规则把它们放在一起，所以不算同一人。',
  steps: '逐项相加（每加 1 位，可能性翻一倍）：',
  start: '起点',
  total: '累计',
  none: '（无）',
  nobody: '没有',
  for: '支持是同一人（从强到弱）：',
  against: '反对是同一人（从强到弱）：',
  sum: (score, probability, tier) => `得分 ${score} 位，概率 ${probability}。结论：${tier}。`,
};

const english: Words = {
  never: 'These two records were never compared: no blocking rule brings them together, so they are no link.',
  steps: 'Added up item by item (each bit doubles the odds):',
  start: 'start',
  total: 'total',
  none: '(none)',
  nobody: 'nothing',
  for: 'For one person, strongest first:',
  against: 'Against, strongest first:',
  sum: (score, probability, tier) => `Score ${score} bits, probability ${probability}. Conclusion: ${tier}.`,
};

function waterfall(weights: readonly Weight[], lang: Lang): string[] {
  const words = lang === 'zh' ? chinese : english;
  let total = 0;
  return weights.map((weight) => {
    total += weight.bits;
    const name = weight.comparison === 'prior' ? words.start : weight.comparison;
    return `  ${signed(weight.bits).padStart(8)}  ${words.total} ${signed(total).padStart(8)}  ${name}: ${sentence(weight, lang)}`;
  });
}

/** '“刘小燕” ↔ “刘晓燕” 读音相同' */
function sentence({ words, left, right, comparison }: Weight, lang: Lang): string {
  if (comparison === 'prior') return words[lang];
  const none = (lang === 'zh' ? chinese : english).none;
  const shown = (value: string | null): string =>
    value === null ? none : lang === 'zh' ? `“${shownValue(value)}”` : `"${shownValue(value)}"`;
  return `${shown(left)} ↔ ${shown(right)}  ${words[lang]}`;
}

function sided(heading: string, weights: readonly Weight[], lang: Lang): string[] {
  const told = weights.filter(({ comparison }) => comparison !== 'prior');
  if (told.length === 0) return [heading, `  ${(lang === 'zh' ? chinese : english).nobody}`];
  return [
    heading,
    ...[...told]
      .sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
      .map(
        (weight) => `  ${signed(weight.bits).padStart(8)}  ${weight.comparison}: ${sentence(weight, lang)}`,
      ),
  ];
}
