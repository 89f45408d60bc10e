import { type Cell, cellText } from './sheet.ts';

let table: Map<number, number> | undefined;

/** Two-byte GBK codes by character, found by decoding every code once. */
function gbkTable(): Map<number, number> {
  if (table !== undefined) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const character = text.codePointAt(0) ?? 0xfffd;
      if (text.length === 1 && character !== 0xfffd && !table.has(character))
        table.set(character, (lead << 8) | trail);
    }
  }
  return table;
}

/** Text in GB18030; a character outside the two-byte part becomes a question mark, as old software does. */
export function toGb18030(text: string): Buffer {
  const codes = gbkTable();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0x3f;
    if (point < 0x80) bytes.push(point);
    else {
      const code = codes.get(point) ?? 0x3f;
      if (code > 0xff) bytes.push(code >> 8);
      bytes.push(code & 0xff);
    }
  }
  return Buffer.from(bytes);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Comma-separated lines, CRLF. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => quoted(cellText(cell))).join(',')}\r\n`).join('');
}

export type Encoding = 'gb18030' | 'utf8' | 'utf8-bom';

/** The bytes of a CSV file in this encoding. */
export function csvBytes(rows: readonly (readonly Cell[])[], encoding: Encoding): Buffer {
  const text = csvText(rows);
  if (encoding === 'gb18030') return toGb18030(text);
  return Buffer.from(encoding === 'utf8-bom' ? `\ufeff${text}` : text);
}
