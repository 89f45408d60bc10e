import type { PlaceOfWork } from '../matter/colleagues.ts';

/** Lengths of the codes of village, town, county, city and province. */
const levels = [12, 9, 6, 4, 2] as const;

/**
 * The division that holds them all and the programme they share ('none' when there are several): whom one looks for when
 * the same colleagues are to go to all of them. The gate asks for each by itself.
 */
export function commonPlace(
  lines: readonly { readonly region: string; readonly programme: string }[],
): PlaceOfWork {
  const [first] = lines;
  if (first === undefined) return { region: '', programme: 'none' };
  const level = levels.find((length) => {
    const code = first.region.slice(0, length);
    return code.length === length && lines.every(({ region }) => region.startsWith(code));
  });
  const isShared = lines.every(({ programme }) => programme === first.programme);
  return { region: first.region.slice(0, level ?? 0), programme: isShared ? first.programme : 'none' };
}
