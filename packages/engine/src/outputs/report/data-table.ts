import { type BothText, bothOf, type Html, html } from './html.ts';

export interface Column {
  readonly heading: BothText;
  /** Figures stand at the right, in equal-width digits. */
  readonly numeric?: boolean;
}

export interface TableParts {
  readonly id: string;
  readonly caption: BothText;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (Html | string)[])[];
  /** A last row of sums, when sums mean something. */
  readonly total?: readonly (Html | string)[];
}

/** A captioned table whose first column heads its rows; scrolls sideways inside its own box on a phone. */
export function dataTable(parts: TableParts): Html {
  const { id, columns } = parts;
  const row = (cells: readonly (Html | string)[]): Html =>
    html`<tr>${cells.map((cell, index) =>
      index === 0
        ? html`<th scope="row">${cell}</th>`
        : html`<td${columns[index]?.numeric ? html` class="number"` : ''}>${cell}</td>`,
    )}</tr>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption"><table>
<caption id="${id}-caption">${bothOf(parts.caption)}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${column.numeric ? html` class="number"` : ''}>${bothOf(column.heading)}</th>`)}</tr></thead>
<tbody>${parts.rows.map(row)}</tbody>
${parts.total === undefined ? '' : html`<tfoot>${row(parts.total)}</tfoot>`}
</table></div>`;
}
