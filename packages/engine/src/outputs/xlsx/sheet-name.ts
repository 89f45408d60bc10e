const LIMIT = 31;

/**
 * A name the format accepts for a sheet: none of `[ ] : * ? / \`, no apostrophe at either end, not empty,
 * at most 31 UTF-16 units (what Excel counts).
 */
export function cleanSheetName(name: string): string {
  const cleaned = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what has to go.
    .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '');
  return cutUnits(cleaned, LIMIT) || 'Sheet';
}

/** The name with `(n)` behind it, still within the limit. */
export function numberedSheetName(name: string, n: number): string {
  const suffix = `(${n})`;
  return `${cutUnits(name, LIMIT - suffix.length)}${suffix}`;
}

/** The first free name: itself, then `name(2)`, `name(3)` … (case does not tell sheets apart). */
export function uniqueSheetName(name: string, taken: ReadonlySet<string>): string {
  let candidate = cleanSheetName(name);
  for (let n = 2; taken.has(candidate.toLowerCase()); n += 1) {
    candidate = numberedSheetName(cleanSheetName(name), n);
  }
  return candidate;
}

function cutUnits(text: string, units: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > units) break;
    cut += character;
  }
  return cut.trimEnd();
}
