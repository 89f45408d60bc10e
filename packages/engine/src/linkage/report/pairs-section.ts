import { differingPositions } from '@yangguang/domain/comparison/differing-positions';
import { visibleMarks } from '@yangguang/domain/comparison/visible-marks';
import { dataTable } from '../../outputs/report/data-table.ts';
import { both, bothOf, type Html, html } from '../../outputs/report/html.ts';
import type { LinkReport, PairInWords, Weight } from './link-report.ts';
import { percentOf, shownValue, signed, tierWords } from './show-value.ts';

/** Pairs from all heights of the score, both sides next to each other, with the differing characters marked. */
export function pairsSection({ samples }: LinkReport): Html {
  return html`<section id="pairs" class="pairs" aria-labelledby="pairs-title"><h2 id="pairs-title">${both('抽看的记录对', 'Sampled pairs')}</h2>
<p class="note">${both(
    '从高分到低分各抽几对。不同的字加了底色和下划线；支持和反对都列出，加起来就是得分。',
    'A few pairs from every height of the score. Differing characters are highlighted and underlined; everything for and against is shown and adds up to the score.',
  )}</p>
${samples.length === 0 ? html`<p class="empty">${both('没有比较过的记录对。', 'No pairs were compared.')}</p>` : samples.map(pairDetails)}</section>`;
}

function pairDetails(pair: PairInWords, place: number): Html {
  const title = `${shownValue(pair.idLeft)} ↔ ${shownValue(pair.idRight)}`;
  return html`<details${place === 0 ? html` open` : ''}><summary><strong>${title}</strong><span>${bothOf(tierWords[pair.tier])}</span><span>${both(
    `得分 ${signed(pair.score)}，概率 ${percentOf(pair.probability)}`,
    `score ${signed(pair.score)}, probability ${percentOf(pair.probability)}`,
  )}</span></summary>
${dataTable({
  id: `pair-${place}`,
  caption: { zh: title, en: title },
  columns: [
    { heading: { zh: '比较', en: 'Comparison' } },
    { heading: { zh: '左', en: 'Left' } },
    { heading: { zh: '右', en: 'Right' } },
    { heading: { zh: '说明', en: 'In words' } },
    { heading: { zh: '位', en: 'Bits' }, numeric: true },
  ],
  rows: pair.weights.map(weightRow),
  total: [both('合计', 'Sum'), '', '', bothOf(tierWords[pair.tier]), signed(pair.score)],
})}</details>`;
}

function weightRow({ comparison, words, bits, left, right }: Weight): (Html | string)[] {
  const name = comparison === 'prior' ? both('起点', 'Start') : comparison;
  const [one, other] = comparison === 'prior' ? ['', ''] : markedPair(left, right);
  const sum = bits < 0 ? html`<span class="minus">${signed(bits)}</span>` : signed(bits);
  return [name, one, other, bothOf(words), sum];
}

function markedPair(left: string | null, right: string | null): [Html, Html] {
  const none = both('（无）', '(none)');
  if (left === null || right === null)
    return [
      left === null ? none : html`${shownValue(left)}`,
      right === null ? none : html`${shownValue(right)}`,
    ];
  const differing = differingPositions(left, right);
  return [marked(left, differing.left), marked(right, differing.right)];
}

/** A value with its differing characters marked; what a mask covers is never marked, but it is said that it differs. */
function marked(whole: string, positions: readonly number[]): Html {
  const shown = shownValue(whole);
  const chars = [...shown];
  const { marks, isCovered } = visibleMarks(whole, shown, positions);
  const parts: Html[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    parts.push(html`${chars.slice(done, from).join('')}<mark>${chars.slice(from, to).join('')}</mark>`);
    done = to;
  }
  parts.push(html`${chars.slice(done).join('')}`);
  return html`${parts}${isCovered ? html` <small>${both('（遮盖处也不同）', '(differs under the mask too)')}</small>` : ''}`;
}
