/** A town's leads, as the board gives them. */
export interface TownCount {
  readonly town: string;
  readonly name: string;
  readonly received: number;
  readonly answered: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly escalated: number;
}

/** A cell of the schematic map. */
export interface TownCell extends TownCount {
  readonly column: number;
  readonly row: number;
  /** Shade from 0 (nothing left) to 4: how much of what it received is unanswered. Null: nothing received. */
  readonly shade: 0 | 1 | 2 | 3 | 4 | null;
}

/** Towns as a grid that is read like a page, in the order of their codes: no map, and no order of merit. */
export function townGrid(towns: readonly TownCount[], columns: number): TownCell[] {
  const ordered = [...towns].sort((a, b) => (a.town < b.town ? -1 : 1));
  return ordered.map((town, i) => ({
    ...town,
    column: i % columns,
    row: Math.floor(i / columns),
    shade: shadeOf(town),
  }));
}

function shadeOf({ received, answered }: TownCount): TownCell['shade'] {
  if (received === 0) return null;
  const left = (received - answered) / received;
  if (left <= 0) return 0;
  return Math.min(4, Math.ceil(left * 4)) as TownCell['shade'];
}

/** As many columns as make the grid about twice as wide as high. */
export function columnsFor(towns: number): number {
  return Math.min(8, Math.max(2, Math.ceil(Math.sqrt(towns * 1.6))));
}
