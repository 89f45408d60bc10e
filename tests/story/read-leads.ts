import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of leads.csv or screening.csv by its headings. */
export type LeadLine = Readonly<Record<string, string>>;

/** RFC 4180, strictly: CRLF between records, quotes doubled inside quotes. Throws at anything else. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  // A field: quoted, or without quotes, commas and line ends; then a comma or CRLF.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null) throw new Error(`not RFC 4180 at character ${at}: ${text.slice(at, at + 60)}`);
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) throw new Error('the last record has no line end');
  return records;
}

/** The lines of a result's leads.csv or screening.csv. */
export function readLeads(out: string, file: 'leads.csv' | 'screening.csv'): LeadLine[] {
  const text = readFileSync(join(out, file), 'utf8');
  const [headings = [], ...lines] = parseCsv(text.replace(/^\ufeff/, ''));
  return lines.map((cells) =>
    Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? '']).map(plain)),
  );
}

/** Without the apostrophe that keeps a spreadsheet from running a cell. */
const plain = ([heading = '', cell = '']: string[]): [string, string] => [
  heading,
  cell.replace(/^'(?=[=+\-@\t\r])/, ''),
];
