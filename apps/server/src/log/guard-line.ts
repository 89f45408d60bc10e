/**
 * What may stand in a log as it is (ids, instants), or a run of 11 digits and more, also when broken up by blanks or
 * dashes or written in full width: identity, account and telephone numbers are never shorter.
 */
const idOrNumber =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z|[0-9０-９](?:(?:[ \u3000-]|\\u3000)?[0-9０-９]){10,}[XxＸｘ]?/g;

/** Masks whatever could be an identity, account or telephone number. The last gate before a line is written. */
export function guardLine(line: string): string {
  return line.replace(idOrNumber, (found) => (/^[0-9a-f-]{36}$|T/.test(found) ? found : '[number]'));
}
