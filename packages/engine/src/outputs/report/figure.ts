import { both, type BothText, bothOf, type Html, html } from './html.ts';

export interface Segment {
  readonly value: number;
  /** Class of the bar's fill: see the style sheet. */
  readonly tone:
    | 'serious'
    | 'suspect'
    | 'info'
    | 'inclusion'
    | 'omission'
    | 'other'
    | 'taken'
    | 'aside'
    | 'structure';
}

export interface BarRow {
  readonly label: Html;
  readonly segments: readonly Segment[];
  /** What the bar says, in words and figures: the bar itself is hidden from screen readers. */
  readonly value: Html;
}

/**
 * Horizontal bars, one small SVG a row under its label and figure, all on one scale. Text stays HTML so that it
 * keeps its size on a phone and can be read aloud. `max` is the value that fills the width.
 */
export function barChart(rows: readonly BarRow[], max: number): Html {
  return html`<ul class="bars">${rows.map(
    (row) =>
      html`<li><span class="bar-label">${row.label}</span><span class="bar-value">${row.value}</span>${bar(row.segments, max)}</li>`,
  )}</ul>`;
}

/** Width of a bar's drawing in its own units; stretched to the space there is. */
const fullWidth = 1000;

function bar(segments: readonly Segment[], max: number): Html {
  let x = 0;
  const rects = segments
    .filter((segment) => segment.value > 0)
    .map((segment) => {
      const width = max > 0 ? Math.max(2, (segment.value / max) * fullWidth) : 0;
      const rect = html`<rect class="tone-${segment.tone}" x="${round(x)}" y="0" width="${round(width)}" height="10"/>`;
      x += width;
      return rect;
    });
  return html`<svg class="bar" viewBox="0 0 ${fullWidth} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="tone-track" x="0" y="0" width="${fullWidth}" height="10"/>${rects}</svg>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function legend(items: readonly { tone: Segment['tone']; name: BothText }[]): Html {
  return html`<ul class="legend">${items.map(
    (item) =>
      html`<li><svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="tone-${item.tone}" width="10" height="10"/></svg>${bothOf(item.name)}</li>`,
  )}</ul>`;
}

export interface FigureParts {
  /** Unique in the page; also the target of links. */
  readonly id: string;
  readonly title: BothText;
  readonly note?: Html;
  readonly chart: Html;
  readonly table: Html;
}

/** A chart and its table behind two tabs. Without script, and for those who cannot see, both are there. */
export function figure(parts: FigureParts): Html {
  const { id } = parts;
  return html`<div class="figure" id="${id}" role="group" aria-labelledby="${id}-title">
<div class="figure-head"><h3 id="${id}-title">${bothOf(parts.title)}</h3>
<div class="tabs" role="tablist" aria-labelledby="${id}-title">
<button type="button" role="tab" id="${id}-tab-chart" aria-controls="${id}-chart" aria-selected="true">${both('图', 'Chart')}</button><button type="button" role="tab" id="${id}-tab-table" aria-controls="${id}-table" aria-selected="false" tabindex="-1">${both('表', 'Table')}</button>
</div></div>
${parts.note === undefined ? '' : html`<p class="note">${parts.note}</p>`}
<div role="tabpanel" id="${id}-chart" aria-labelledby="${id}-tab-chart">${parts.chart}</div>
<div role="tabpanel" id="${id}-table" aria-labelledby="${id}-tab-table">${parts.table}</div>
</div>`;
}
