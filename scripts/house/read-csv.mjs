/** Reads a small RFC 4180 file (UTF-8, with or without BOM) into rows keyed by the heading line. */
export function readCsv(text) {
  const rows = [[]];
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g;
  for (const [, cell, end] of text.replace(/^\uFEFF/, '').matchAll(cells)) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  const [headings, ...body] = rows.filter((row) => row.length > 1 || row[0] !== '');
  return (body ?? []).map((row) =>
    Object.fromEntries(headings.map((heading, place) => [heading, row[place] ?? ''])),
  );
}
