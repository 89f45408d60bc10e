/** A part of a shown value: marked where it differs from the other side. */
export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * A value cut at its marks.
 * @param marks `[from, to)` by character, ascending, as the server gives them
 */
export function markedParts(text: string, marks: readonly (readonly [number, number])[]): MarkedPart[] {
  const chars = [...text];
  const parts: MarkedPart[] = [];
  let at = 0;
  const add = (to: number, isMarked: boolean): void => {
    const part = chars.slice(at, to).join('');
    if (part !== '') parts.push({ text: part, isMarked });
    at = Math.max(at, to);
  };
  for (const [from, to] of marks) {
    add(from, false);
    add(to, true);
  }
  add(chars.length, false);
  return parts;
}
