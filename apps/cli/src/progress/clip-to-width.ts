/** Han characters, kana, full-width forms and the like fill two columns of a terminal. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

/** The beginning of a line that fits into so many columns; a line that was cut ends in "…". */
export function clipToWidth(line: string, columns: number): string {
  const characters = [...line].map((character) => ({ character, width: wide.test(character) ? 2 : 1 }));
  if (characters.reduce((sum, { width }) => sum + width, 0) <= columns) return line;
  let used = 0;
  let kept = '';
  for (const { character, width } of characters) {
    used += width;
    if (used > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
