/** A number of the campaign with its parts. */
export interface CountLine {
  readonly line: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly count: number;
  readonly of: string | null;
}

/** A tile: a number, and the numbers it is made of. */
export interface Tile extends CountLine {
  readonly line: TileLine;
  readonly parts: readonly CountLine[];
}

/** What a chief asks first: leads found, answered, true; work done; families that came in and went out. */
const shown = [
  'leads',
  'leads.verified',
  'leads.confirmed',
  'visits.accepted',
  'decisions.new',
  'decisions.exits',
  'tasks',
  'inspections',
] as const;
export type TileLine = (typeof shown)[number];

/** Tiles in this order; a number that a role does not see is left out. */
export function tilesOf(counts: readonly CountLine[]): Tile[] {
  return shown.flatMap((line) => {
    const own = counts.find((one) => one.line === line);
    return own === undefined ? [] : [{ ...own, line, parts: counts.filter(({ of }) => of === line) }];
  });
}
