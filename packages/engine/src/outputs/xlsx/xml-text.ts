/** Excel keeps at most this many characters in one cell. */
const CELL_CHARACTERS = 32_767;

// Control characters that XML 1.0 forbids, lone surrogates and the two non-characters: a single one of
// them makes every office program call the whole workbook damaged.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what has to go.
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whatever either of the two replaces: most texts have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const SPECIAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff&<>"]/;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in an XML element or attribute: illegal characters gone, the four marks escaped. */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(ILLEGAL, '').replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);
}

// The full-width marks count too: a Chinese spreadsheet reads ＝1+1 as a formula.
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Puts an apostrophe before text that a spreadsheet could take for a formula (first character
 * `= + - @`, their full-width forms, tab or line end).
 *
 * A workbook's own cells are inline strings and can never be formulas, yet the same rule is applied there:
 * whoever saves a sheet as CSV and opens that again is protected too, and a value reads alike in both.
 */
export function neutraliseFormula(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Text of a cell: neutralised, cut to the format's limit with an ellipsis, line ends as the format wants. */
export function cellText(text: string): string {
  // What XML forbids goes first: a mark behind it would else become the first character after the check.
  const legal = SPECIAL.test(text) ? text.replace(ILLEGAL, '') : text;
  const safe = neutraliseFormula(legal.includes('\r') ? legal.replace(/\r\n?/g, '\n') : legal);
  return safe.length > CELL_CHARACTERS ? `${safe.slice(0, CELL_CHARACTERS - 1)}…` : safe;
}
