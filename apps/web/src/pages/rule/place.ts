/** Where rules and numbers are asked for, and for which day, as addresses carry it. */
export interface PlaceSearch {
  /** 6, 9 or 12 digits. */
  readonly place?: string;
  /** 'YYYY-MM-DD'; absent: today. */
  readonly on?: string;
}

/** Reads an address; what it carries else is dropped. */
export function readPlace(search: Readonly<Record<string, unknown>>): PlaceSearch {
  const { place, on } = search;
  const code = typeof place === 'number' ? String(place) : place;
  return {
    ...(typeof code === 'string' && /^\d{6}(\d{3}(\d{3})?)?$/.test(code) ? { place: code } : {}),
    ...(typeof on === 'string' && /^(19|20|21)\d\d-\d\d-\d\d$/.test(on) ? { on } : {}),
  };
}

/**
 * The place to begin with: the asked one, else the smallest area the caller works in that is a county or below; null when
 * every area is larger, and a county has to be chosen.
 */
export function startingPlace(asked: string | undefined, areas: readonly string[]): string | null {
  if (asked !== undefined) return asked;
  return areas.find((area) => area.length >= 6) ?? null;
}

/** Larger areas from which a county is chosen, without those that lie in another. */
export function largerAreas(areas: readonly string[]): string[] {
  const large = [...new Set(areas.filter((area) => area.length < 6))];
  return large.filter((area) => !large.some((other) => other !== area && area.startsWith(other)));
}
